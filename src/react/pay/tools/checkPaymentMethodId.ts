import { warnOnce } from '../../../gateway/warnOnce.ts';

const CURE =
  'Resolve with the id of a PaymentMethod (pm_…, by stripe.createPaymentMethod) or of a ConfirmationToken (ctoken_…, by stripe.createConfirmationToken).';

/** What Stripe's script makes that its PaymentIntents do not take, by how the id begins. */
const MIX_UPS: readonly (readonly [begin: RegExp, what: string])[] = [
  [/^tok_/, 'a Token (tok_…), which cannot confirm a PaymentIntent'],
  // Stripe takes some of them still: https://docs.stripe.com/sources
  [/^src_/, 'a Source (src_…), which Stripe has deprecated'],
  [/^(pi|seti|cs|cus|ch|acct)_/, 'the id of something that pays nothing'],
];

/**
 * The id that `createPaymentMethod` has resolved with, or null. What is likely a mix-up is named in
 * the console; the gateway decides, since one of a merchant's own has ids of any form.
 * @throws {TypeError} where it is no id.
 */
export function checkPaymentMethodId(id: unknown, gateway: string | null): string | null {
  if (id === null) return null;
  if (typeof id !== 'string' || !id) {
    throw new TypeError(
      `createPaymentMethod has to resolve with an id, or with null. ${kindOf(id)}`,
    );
  }
  if (/_secret_|^[prs]k_/.test(id)) {
    throw new TypeError(
      'createPaymentMethod has to resolve with an id, or with null. It was a client secret or a key.',
    );
  }
  const mixUp = gateway === 'stripe' && MIX_UPS.find(([begin]) => begin.test(id));
  if (mixUp) warnOnce(`createPaymentMethod has resolved with ${mixUp[1]}. ${CURE}`);
  return id;
}

function kindOf(value: unknown): string {
  if (value === '') return 'It was an empty text.';
  if (typeof value === 'object') return 'It was an object: resolve with its id.';
  return `It was of type ${typeof value}.`;
}
