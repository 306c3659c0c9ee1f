import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { transferType } from '../methods/financialAddresses.ts';

const none = (names: string): JsonObject =>
  Object.fromEntries(names.split(' ').map((name) => [name, null]));

/** What Stripe itself adds for cards (its API reference, `payment_method_options.card`). */
const CARD = {
  ...none('installments mandate_options network'),
  request_three_d_secure: 'automatic',
};

/** Types without a field of their own in stripe 23.1.0, `PaymentIntent.PaymentMethodOptions`. */
const BARE =
  `affirm alipay alma amazon_pay au_becs_debit bacs_debit bizum blik cashapp crypto eps fpx
  giropay grabpay ideal kakao_pay kr_card mb_way mobilepay multibanco naver_pay nz_bank_account p24
  pay_by_bank payco paynow paypay payto promptpay revolut_pay samsung_pay satispay scalapay sepa_debit
  sequra sunbit twint upi zip`
    .trim()
    .split(/\s+/);

/**
 * The options that Stripe shows for each allowed type, also where the merchant sends none: those of
 * recorded answers (pay-rails/pay, test/vcr_cassettes: acss_debit, afterpay_clearpay, alipay, card,
 * cashapp, klarna, link, us_bank_account, wechat_pay), and the required fields of stripe 23.1.0. The
 * days are those of the vouchers here (methods/stripeVouchers.ts).
 */
const DEFAULTS: Readonly<Record<string, JsonObject>> = {
  ...Object.fromEntries(BARE.map((type) => [type, {}])),
  acss_debit: {
    mandate_options: none('interval_description payment_schedule transaction_type'),
    verification_method: 'automatic',
  },
  afterpay_clearpay: none('reference'),
  bancontact: { preferred_language: 'en' },
  billie: none('reference'),
  boleto: { expires_after_days: 3 },
  card: CARD,
  customer_balance: none('funding_type'),
  klarna: none('preferred_locale'),
  konbini: none('confirmation_number expires_after_days expires_at product_description'),
  link: none('persistent_token'),
  oxxo: { expires_after_days: 3 },
  paypal: none('preferred_locale reference'),
  pix: none('expires_after_seconds expires_at'),
  sofort: none('preferred_language'),
  swish: none('reference'),
  us_bank_account: { mandate_options: {}, verification_method: 'automatic' },
  wechat_pay: none('app_id client'),
};

const shownTransfer = (transfer: JsonObject): JsonObject => ({
  ...transfer,
  ...(typeof transfer.type === 'string' && { type: transferType(transfer.type) }),
});

/** Options as they were sent, with the names that Stripe's types have. */
function shown(options: JsonObject): JsonObject {
  const { bank_transfer: transfer } = options;
  if (typeof transfer !== 'object' || transfer === null) return options;
  return { ...options, bank_transfer: shownTransfer(transfer as JsonObject) };
}

/** `payment_method_options` of a PaymentIntent that takes those types. */
export function presentMethodOptions(sent: JsonObject, types: readonly string[]): JsonObject {
  const defaults = types.flatMap((type) => {
    const options = lookup(DEFAULTS, type);
    return options ? [[type, options] as const] : [];
  });
  const all = new Map<string, JsonObject>(defaults);
  for (const [type, options] of Object.entries(sent)) {
    all.set(type, { ...all.get(type), ...shown(options as JsonObject) });
  }
  return Object.fromEntries(all);
}
