/** `/stripe/v1/payment_intents/pi_1` is `/payment_intents/pi_1`, as the gateways document it. */
export const documentedPath = (path: string): string => path.replace(/^.*?\/v1(?=\/)/, '');

/** The payment that a path names, also where the call fails before anybody looks for it. */
export const intentIdIn = (path: string): string => path.split('/')[2] ?? '';

/** The calls of a PaymentIntent, by the names that both references and Stripe's clients give them. */
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

/** Which call a documented path is; null where it is none of a PaymentIntent. */
export function callIn(method: string, path: string): CallName | null {
  const [, resource, id, action] = path.split('/');
  if (resource !== 'payment_intents') return null;
  const last = action ?? (id === 'search' ? id : undefined);
  if (last !== undefined) return CALLS.find((name) => name === last) ?? null;
  if (method === 'POST') return id ? 'update' : 'create';
  return id ? 'retrieve' : 'list';
}
