import { BoundedMap } from '../base/bounded.ts';
import { lookup } from '../base/lookup.ts';
import { changesOf } from '../payment/change.ts';
import { allowedTypesOf, captureMethodFor, type Intent } from '../payment/intent.ts';
import type { Store } from './store.ts';

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Payment method types by the currencies that they take; they take no others. */
const TYPES_BY_CURRENCIES: Readonly<Record<string, string>> = {
  aud: 'au_becs_debit zip',
  'aud cad cny eur gbp hkd jpy myr nzd sgd usd': 'alipay',
  'aud cad chf cny dkk eur gbp hkd jpy nok sek sgd usd': 'wechat_pay',
  // Clearpay has left the euro countries. EUR stays, so that no correct payment is reported.
  'aud cad eur gbp nzd usd': 'afterpay_clearpay',
  brl: 'boleto pix',
  'cad usd': 'acss_debit affirm',
  chf: 'twint',
  'dkk eur nok sek': 'mobilepay',
  eur: 'bancontact bizum eps giropay ideal mb_way multibanco satispay sepa_debit sofort wero',
  'eur pln': 'p24',
  gbp: 'bacs_debit',
  inr: 'upi',
  jpy: 'konbini paypay',
  krw: 'kakao_pay kr_card naver_pay payco samsung_pay',
  mxn: 'oxxo',
  myr: 'fpx',
  'myr sgd': 'grabpay',
  nzd: 'nz_bank_account',
  pln: 'blik',
  sek: 'swish',
  sgd: 'paynow',
  thb: 'promptpay',
  usd: 'cashapp us_bank_account',
};

/**
 * The currencies of each type in the table above (Stripe's page on each: "Presentment currency").
 */
const CURRENCIES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(TYPES_BY_CURRENCIES).flatMap(([currencies, types]) =>
    words(types).map((type) => [type, words(currencies)]),
  ),
);

/**
 * Types that can be captured manually: those with `capture_method` in the options of Stripe's Node
 * SDK 23.1.
 */
const MANUAL_CAPTURE = words(`
  affirm afterpay_clearpay alma amazon_pay billie card card_present cashapp kakao_pay klarna kr_card
  link mobilepay naver_pay payco paypal revolut_pay samsung_pay satispay scalapay sequra sunbit`);

/**
 * Currencies whose amounts have to end with 0 (docs.stripe.com/currencies, "Three-decimal
 * currencies").
 */
const THREE_DECIMALS = words('bhd jod kwd omr tnd');

/** The types that the merchant has named, and the type of the intent's payment method. */
function typesOf(intent: Intent): readonly string[] {
  const type = intent.paymentMethod?.type;
  return [...new Set([...allowedTypesOf(intent, []), ...(type === undefined ? [] : [type])])];
}

/** Whether a payment method type takes a currency, as Stripe has it. */
export const takesCurrency = (type: string, currency: string): boolean =>
  lookup(CURRENCIES, type)?.includes(currency) ?? true;

const isManual = (intent: Intent, type: string) => captureMethodFor(intent, type) === 'manual';

const anyOf = new Intl.ListFormat('en', { type: 'disjunction' });

interface Rule {
  /** What breaks the rule: payment method types, or the currency. */
  breaches(intent: Intent): readonly string[];
  /** What Stripe refuses and how to fix it, in ASCII, since it is logged. */
  says(breach: string, intent: Intent): string;
}

const RULES: readonly Rule[] = [
  {
    breaches: (intent) => typesOf(intent).filter((type) => !takesCurrency(type, intent.currency)),
    says: (type, { currency }) =>
      `${type} is paid in ${anyOf.format(lookup(CURRENCIES, type) ?? [])} only at Stripe; this payment is in ${currency}. Change its currency, or leave ${type} out.`,
  },
  {
    breaches: (intent) =>
      typesOf(intent).filter((type) => isManual(intent, type) && !MANUAL_CAPTURE.includes(type)),
    says: (type) =>
      `${type} cannot be captured manually at Stripe. Leave ${type} out, or send capture_method=manual in the payment_method_options of methods that can, such as card.`,
  },
  {
    breaches: (intent) =>
      typesOf(intent).filter((type) => type === 'customer_balance' && intent.customer === null),
    says: (type) =>
      `${type} is the balance of a customer at Stripe; this payment has none. Create a customer, and send it with the payment.`,
  },
  {
    breaches: ({ amount, currency }) =>
      THREE_DECIMALS.includes(currency) && amount % 10 !== 0 ? [currency] : [],
    says: (currency, { amount }) =>
      `Amounts in ${currency} end with 0 at Stripe; this payment is of ${amount}. Round it to a multiple of ten.`,
  },
];

/**
 * What the sandbox accepts and Stripe would refuse, one sentence each. Empty for WooshPay, which
 * publishes no such rules.
 */
export function caveatsOf(intent: Intent): readonly string[] {
  if (intent.dialect !== 'stripe' || intent.kind === 'setup') return [];
  return RULES.flatMap(({ breaches, says }) =>
    breaches(intent).map((breach) => says(breach, intent)),
  );
}

/** The payments whose caveats are remembered as logged; an older one may be logged again. */
const REMEMBERED = { entries: 5000, characters: 5_000_000 } as const;

/**
 * Logs each caveat of each payment once, when a change brings it about: `note: pi_…: …`. Returns the
 * function that stops it.
 */
export function noteCaveats(store: Store, log: (line: string) => void): () => void {
  const logged = new BoundedMap<readonly string[]>(REMEMBERED);
  const note = (intent: Intent) => {
    const known = logged.get(intent.id) ?? [];
    const fresh = caveatsOf(intent).filter((caveat) => !known.includes(caveat));
    if (fresh.length === 0) return;
    logged.set(intent.id, [...known, ...fresh]);
    for (const caveat of fresh) log(`note: ${intent.id}: ${caveat}`);
  };
  return store.onChange((changes) => {
    for (const { after } of changesOf(changes, 'intent')) note(after);
  });
}
