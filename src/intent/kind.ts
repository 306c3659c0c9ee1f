/** `payment`: money is paid now. `setup`: a payment method is saved for later, and nothing is paid. */
export type IntentKind = 'payment' | 'setup';

/**
 * What an id or a client secret of Stripe's form belongs to. Any other is a payment's: the ids of a
 * gateway of one's own may have any form.
 */
export function kindOfId(id: string): IntentKind {
  return id.startsWith('seti_') ? 'setup' : 'payment';
}
