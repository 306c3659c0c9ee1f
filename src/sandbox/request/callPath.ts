/**
 * The path as the gateways document it: `/payment_intents/pi_1` for
 * `/stripe/v1/payment_intents/pi_1`.
 */
export const documentedPath = (path: string): string => path.replace(/^.*?\/v1(?=\/)/, '');

/** The id of the payment in a path. */
export const intentIdIn = (path: string): string => path.split('/')[2] ?? '';

/** The calls of a PaymentIntent, by the names in both references and in Stripe's clients. */
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
  'amount_details_line_items',
] as const;

export type CallName = (typeof CALLS)[number];

/** The call of a documented path; null where it is no call of a PaymentIntent. */
export function callIn(method: string, path: string): CallName | null {
  const [, resource, id, action] = path.split('/');
  if (resource !== 'payment_intents') return null;
  const last = action ?? (id === 'search' ? id : undefined);
  if (last !== undefined) return CALLS.find((name) => name === last) ?? null;
  if (method === 'POST') return id ? 'update' : 'create';
  return id ? 'retrieve' : 'list';
}
