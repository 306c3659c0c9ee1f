type Funding = 'credit' | 'debit' | 'prepaid';

/** What is printed on a card. */
export interface PlainCard {
  readonly brand: string;
  /** ISO 3166, upper case. */
  readonly country: string;
  readonly funding: Funding;
  /** The names that stand for the card, without `pm_card_` and `tok_`. */
  readonly names: readonly string[];
}

const brand = (name: string, funding: Funding = 'credit', ...names: string[]): PlainCard => ({
  brand: name,
  country: 'US',
  funding,
  names,
});

const BY_BRAND: Readonly<Record<string, PlainCard>> = {
  '4242424242424242': brand('visa', 'credit', 'visa', 'us'),
  // The one in WooshPay's sample.
  '4111111111111111': brand('visa'),
  '4000056655665556': brand('visa', 'debit', 'visa_debit'),
  '5555555555554444': brand('mastercard', 'credit', 'mastercard'),
  '2223003122003222': brand('mastercard'),
  '5200828282828210': brand('mastercard', 'debit', 'mastercard_debit'),
  '5105105105105100': brand('mastercard', 'prepaid', 'mastercard_prepaid'),
  // The names are of those numbers with which Stripe answers, by recorded answers.
  '371449635398431': brand('amex', 'credit', 'amex'),
  '6011111111111117': brand('discover'),
  '6011000990139424': brand('discover', 'credit', 'discover'),
  '6011981111111113': brand('discover', 'debit'),
  '3056930009020004': brand('diners', 'credit', 'diners'),
  '36227206271667': brand('diners'),
  '3566002020360505': brand('jcb', 'credit', 'jcb'),
  '6200000000000005': brand('unionpay', 'credit', 'unionpay'),
  '6200000000000047': brand('unionpay', 'debit'),
  '6205500000000000004': brand('unionpay'),
};

/** By their names, which begin with the country. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  ae: '4000007840000001',
  ae_mastercard: '5200007840000022',
  ar: '4000000320000021',
  at: '4000000400000008',
  au: '4000000360000006',
  be: '4000000560000004',
  bg: '4000001000000000',
  br: '4000000760000002',
  by: '4000001120000005',
  ca: '4000001240000000',
  ch: '4000007560000009',
  cl: '4000001520000001',
  cn: '4000001560000002',
  co: '4000001700000003',
  cr: '4000001880000005',
  cy: '4000001960000008',
  cz: '4000002030000002',
  de: '4000002760000016',
  dk: '4000002080000001',
  ec: '4000002180000000',
  ee: '4000002330000009',
  es: '4000007240000007',
  fi: '4000002460000001',
  fr: '4000002500000003',
  gb: '4000008260000000',
  gb_debit: '4000058260000005',
  gb_mastercard: '5555558265554449',
  gi: '4000002920000005',
  gr: '4000003000000030',
  hk: '4000003440000004',
  hr: '4000001910000009',
  hu: '4000003480000005',
  ie: '4000003720000005',
  in: '4000003560000008',
  it: '4000003800000008',
  jp: '4000003920000003',
  li: '4000004380000004',
  lt: '4000004400000000',
  lu: '4000004420000006',
  lv: '4000004280000005',
  mt: '4000004700000007',
  mx: '4000004840008001',
  my: '4000004580000002',
  nl: '4000005280000002',
  no: '4000005780000007',
  nz: '4000005540000008',
  pa: '4000005910000000',
  pe: '4000006040000068',
  pl: '4000006160000005',
  pt: '4000006200000007',
  py: '4000006000000066',
  ro: '4000006420000001',
  se: '4000007520000008',
  sg: '4000007020000003',
  si: '4000007050000006',
  sk: '4000007030000001',
  th_credit: '4000007640000003',
  th_debit: '4000057640000008',
  tw: '4000001580000008',
  uy: '4000008580000003',
};

const fromCountry = ([name, number]: [string, string]): [string, PlainCard] => [
  number,
  {
    brand: number.startsWith('4') ? 'visa' : 'mastercard',
    country: name.slice(0, 2).toUpperCase(),
    funding: name.endsWith('debit') ? 'debit' : 'credit',
    names: [name],
  },
];

/** Stripe's test cards that are simply charged (docs.stripe.com/testing), by number. */
export const PLAIN_CARDS: Readonly<Record<string, PlainCard>> = {
  ...BY_BRAND,
  ...Object.fromEntries(Object.entries(BY_COUNTRY).map(fromCountry)),
};
