import fc from 'fast-check';
import { PARAMS } from '../request/params.ts';
import { SETUP_PARAMS } from '../request/setupParams.ts';

const NASTY = [
  '',
  'null',
  'true',
  '-1',
  '0',
  '1e999',
  '99999999999999999999',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  'javascript:alert(1)',
  'http://[',
  '\u0000',
  '\ud800',
  '%',
  '%ff',
  'cus_1',
  'succeed',
];

/** What a parameter of that name may be, now and then. */
const LIKELY_PARAMS: Readonly<Record<string, readonly unknown[]>> = {
  amount: [1800, '1800', 100, 1],
  amount_to_capture: [1, '900'],
  currency: ['eur', 'USD', 'jpy'],
  confirm: [true, 'true'],
  capture_method: ['manual', 'automatic'],
  confirmation_method: ['manual'],
  payment_method: ['pm_card_visa', 'pm_card_chargeDeclined', 'pm_card_threeDSecure2Required'],
  payment_method_data: [
    { type: 'wechat_pay' },
    { type: 'ideal' },
    { type: 'card', card: { number: '4242424242424242' } },
  ],
  payment_method_types: [['card'], ['wechat_pay', 'ideal']],
  payment_method_options: [{ card: { request_three_d_secure: 'any' } }, { wechat_pay: {} }],
  return_url: ['https://shop.example/'],
  cancellation_reason: ['abandoned'],
  descriptor_code: ['SM11AA'],
  expand: [
    ['payment_method'],
    ['latest_charge'],
    ['latest_charge.balance_transaction', 'latest_charge.refunds.data.balance_transaction'],
    ['data.latest_charge.payment_intent.customer'],
    ['data.customer'],
    ['charge.refunds'],
    ['latest_charge.payment_intent.latest_charge.payment_intent.customer'],
    ['id'],
    ['.'],
  ],
  metadata: [{ order: '7' }],
  limit: [1, '3'],
  query: ["status:'succeeded'", 'amount>100', "metadata['order']:'7'", "email~'shop'"],
  usage: ['on_session', 'off_session'],
  single_use: [{ amount: 100, currency: 'eur' }],
  outcome: ['succeed', 'fail', 'expire'],
  advance: [1],
  bank_transfer: [{ type: 'eu_bank_transfer' }, { type: 'jp_bank_account' }],
  funding_type: ['bank_transfer'],
  invoice_settings: [{ default_payment_method: 'pm_card_visa' }, { footer: 'Thanks' }],
  transfer_data: [{ destination: 'acct_1' }, { amount: 5 }],
  application_fee_amount: [100, ''],
  payment_details: [{ order_reference: '7' }],
  allow_redisplay: ['always'],
  fraud_details: [{ user_report: 'safe' }, { user_report: '' }],
  instructions_email: ['ann@example.com'],
  origin: ['customer_balance'],
  reason: ['duplicate', 'requested_by_merchant'],
  refund_application_fee: [true],
  reverse_transfer: ['false', true],
  kind: ['stale', 'nothing'],
  url: ['http://127.0.0.1:1/hook'],
  enabled_events: [['*']],
  type: ['card'],
};

const NAMES = [
  ...new Set([
    ...Object.keys(LIKELY_PARAMS),
    ...[PARAMS, SETUP_PARAMS].flatMap((params) => Object.values(params).flatMap(Object.keys)),
  ]),
  ...['starting_after', 'created', 'gte', 'enabled', 'allow_redirects', 'code', 'email'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'key', 'a[b', ']', ''],
];

const scalar = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer(),
  fc.double(),
);

const anyName = fc.oneof(
  { arbitrary: fc.constantFrom(...NAMES), weight: 5 },
  { arbitrary: fc.string({ maxLength: 8 }), weight: 1 },
);

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.constantFrom(null, true, false),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(anyName, tie('tree'), { maxKeys: 3 }),
  ),
}));

/** Parameters that name another object. */
const REFERENCES = ['charge', 'payment_intent', 'customer', 'payment_method', 'source'];

/** A parameter by its name: mostly one that may pass, so that the others are looked at too. */
const paramOf = (ids: readonly string[]) =>
  fc.oneof(
    {
      arbitrary: fc
        .constantFrom(...Object.keys(LIKELY_PARAMS))
        .chain((name) =>
          fc.tuple(fc.constant(name), fc.constantFrom(...(LIKELY_PARAMS[name] ?? []))),
        ),
      weight: 4,
    },
    {
      arbitrary: fc.tuple(fc.constantFrom(...REFERENCES), fc.constantFrom(...ids)),
      weight: 1,
    },
    { arbitrary: fc.tuple(anyName, tree), weight: 1 },
  );

/** Parameters of a call, of which many name one of these objects. */
export function paramsOf(ids: readonly string[]) {
  const anyParams = fc
    .array(paramOf(ids), { maxLength: 4 })
    .map((pairs) => Object.fromEntries(pairs));
  return fc.oneof(
    fc.constant({}),
    anyParams,
    anyParams.map((more) => ({ amount: 1800, currency: 'eur', ...more })),
    fc
      .tuple(fc.constantFrom('charge', 'payment_intent'), fc.constantFrom(...ids), anyParams)
      .map(([name, one, more]) => ({ [name]: one, ...more })),
  );
}
