import { INTENT_KINDS, type IntentKind, KIND_NAMES } from '../payment/intentKind.ts';

/**
 * The path as the gateways document it: `/payment_intents/pi_1` for
 * `/stripe/v1/payment_intents/pi_1`.
 */
export const documentedPath = (path: string): string => path.replace(/^.*?\/v1(?=\/)/, '');

/** The id of the intent in a path. */
export const intentIdIn = (path: string): string => path.split('/')[2] ?? '';

/** The calls of an intent, by the names in both references and in Stripe's clients. */
export const CALLS = [
  'create',
  'list',
  'search',
  'retrieve',
  'update',
  'confirm',
  'capture',
  'cancel',
  'increment_authorization',
  'apply_customer_balance',
  'verify_microdeposits',
  'source_cancel',
  'amount_details_line_items',
] as const;

export type CallName = (typeof CALLS)[number];

/** The kind of intent that a documented path is about; undefined for other resources. */
const kindIn = (path: string): IntentKind | undefined =>
  INTENT_KINDS.find((kind) => KIND_NAMES[kind].path === `/${path.split('/')[1]}`);

/** The call of a documented path; null where it is no call of an intent. */
export function callIn(method: string, path: string): CallName | null {
  if (!kindIn(path)) return null;
  const [, , id, action] = path.split('/');
  const last = action ?? (id === 'search' ? id : undefined);
  if (last !== undefined) return CALLS.find((name) => name === last) ?? null;
  if (method === 'POST') return id ? 'update' : 'create';
  return id ? 'retrieve' : 'list';
}
