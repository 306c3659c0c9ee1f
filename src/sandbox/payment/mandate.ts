import type { JsonObject } from '../base/json.ts';
import type { Intent } from './intent.ts';

/**
 * The types whose setup brings a mandate: those of stripe 23.1.0, `Mandate.PaymentMethodDetails`,
 * without cards, for which Stripe answers null.
 */
const TYPES: readonly string[] = `
  acss_debit amazon_pay au_becs_debit bacs_debit blik cashapp kakao_pay klarna kr_card link naver_pay
  nz_bank_account paypal payto pix revolut_pay sepa_debit twint upi us_bank_account`
  .trim()
  .split(/\s+/);

/** The mandate of a SetupIntent that has succeeded, as far as its method has one. */
export function mandateIdOf({ id, paymentMethod, status }: Intent): string | null {
  const hasOne = status === 'succeeded' && TYPES.includes(paymentMethod?.type ?? '');
  return hasOne ? id.replace(/^seti/, 'mandate') : null;
}

const isSingleUse = ({ extras }: Intent) => (extras.single_use ?? null) !== null;

/** `mandate` is for many payments, and `single_use_mandate` for one of a known amount. */
export function mandateFields(intent: Intent): JsonObject {
  const id = mandateIdOf(intent);
  const [mandate, single] = isSingleUse(intent) ? [null, id] : [id, null];
  return { mandate, single_use_mandate: single };
}

/** Who accepted it; without `mandate_data` nobody is known. */
const acceptanceOf = ({ extras }: Intent): JsonObject => {
  const { customer_acceptance: acceptance } = (extras.mandate_data ?? {}) as JsonObject;
  return { accepted_at: null, type: 'offline', ...(acceptance as JsonObject | undefined) };
};

/** The mandate as `expand[]=mandate` shows it; null where there is none. */
export function presentMandate(intent: Intent): JsonObject | null {
  const id = mandateIdOf(intent);
  const { paymentMethod: method } = intent;
  if (id === null || method === null) return null;
  const kind = isSingleUse(intent) ? 'single_use' : 'multi_use';
  return {
    id,
    object: 'mandate',
    customer_acceptance: acceptanceOf(intent),
    livemode: false,
    [kind]: intent.extras.single_use ?? {},
    payment_method: method.id,
    payment_method_details: { [method.type]: {}, type: method.type },
    status: 'active',
    type: kind,
  };
}
