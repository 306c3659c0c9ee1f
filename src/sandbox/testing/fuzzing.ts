import fc from 'fast-check';
import qs from 'qs';
import { card, confirmed, type createTestClient, RETURN_URL } from './client.ts';
import { paramsOf } from './fuzzedParams.ts';

/** A request that nobody in their right mind would send, and many that somebody will. */
export interface AnyRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

type Encoding = 'form' | 'json';

const ENCODE: Readonly<Record<Encoding, (value: object) => string>> = {
  form: (value) => qs.stringify(value),
  json: (value) => JSON.stringify(value),
};

const garbage = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary' }),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => new Uint8Array(bytes)),
);

function bodyFor(encoding: Encoding, ids: readonly string[]) {
  const params = paramsOf(ids);
  return fc.oneof(
    { arbitrary: params.map(ENCODE[encoding]), weight: 8 },
    { arbitrary: params.map(ENCODE[encoding === 'form' ? 'json' : 'form']), weight: 1 },
    { arbitrary: garbage, weight: 1 },
  );
}

const method = fc.oneof(
  { arbitrary: fc.constant('POST'), weight: 10 },
  { arbitrary: fc.constant('GET'), weight: 5 },
  { arbitrary: fc.constantFrom('DELETE', 'HEAD', 'PUT', 'PATCH', 'OPTIONS', 'BREW'), weight: 2 },
);

const visible = fc.stringMatching(/^[\x21-\x7e]{0,20}$/);

const secretKey = fc.constantFrom('Bearer sk_test_fuzz_key', `Basic ${btoa('sk_test_fuzz_key:')}`);
const otherKey = fc.oneof(
  fc.constantFrom('Bearer pk_test_fuzz_key', 'Bearer sk_live_fuzz_key', 'Basic %%%', ''),
  visible,
);

/** Headers beside the key: each is rare. */
const OTHERS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'content-type': fc.constantFrom(
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain; charset=utf-16',
  ),
  'idempotency-key': fc.constantFrom('k1', 'k2', 'k3', 'x'.repeat(300)),
  'stripe-version': fc.constantFrom('2026-10-28.endive', 'latest'),
  'sandbox-style': fc.constantFrom('2022', 'siblings', '__proto__'),
  'sandbox-fault': fc.constantFrom('latency=1', 'rate_limit', 'stale', 'malformed', '=,='),
  'last-event-id': visible,
  'stripe-account': fc.constantFrom('acct_1', 'nobody', ''),
};

const other = fc
  .constantFrom(...Object.entries(OTHERS))
  .chain(([name, value]) => value.map((text) => ({ [name]: text })));

const headers = fc
  .tuple(
    fc.oneof({ arbitrary: secretKey, weight: 9 }, { arbitrary: otherKey, weight: 1 }),
    fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, { arbitrary: other, weight: 1 }),
  )
  .map(([authorization, more]) => ({ authorization, ...more }));

const CALLS = [
  ...['', '/confirm', '/capture', '/cancel', '/increment_authorization'],
  ...['/apply_customer_balance', '/verify_microdeposits', '/source_cancel'],
];

const RESOURCES = [
  ...['payment_intents', 'setup_intents', 'customers', 'payment_methods', 'events'],
  ...['webhook_endpoints', 'confirmation_tokens', 'test_helpers/confirmation_tokens', 'tokens'],
  ...['payment_intents/search', 'customers/search', 'charges', 'charges/search', 'refunds'],
  ...['balance_transactions', 'invoice_payments'],
];

/** The calls of one charge, refund or balance transaction. */
const MONEY_CALLS = [
  ...['/charges/ID', '/charges/ID/capture', '/charges/ID/refunds', '/charges/ID/refunds/re_1'],
  ...['/refunds/ID', '/refunds/ID/cancel', '/test_helpers/refunds/ID/expire'],
  '/balance_transactions/ID',
];

const CUSTOMER_CALLS = [
  ...['', '/cash_balance', '/cash_balance_transactions', '/funding_instructions'],
  ...['/payment_methods', '/sources', '/tax_ids/x'],
];

const CONTROLS = [
  ...['clock', 'deliveries', 'bank/ID', 'wallet/ID', 'wechat/ID', 'qr/ID', 'voucher/ID'],
  ...['transfer/ID', 'microdeposits/ID', 'acs/ID/ddc', 'acs/ID/challenge', 'intents/ID'],
  ...['intents/ID/simulate', 'intents/ID/updates', 'refunds/ID/simulate', 'receipts/ID'],
  ...['events/ID/resend', 'assets/page.css', '', 'ID'],
];

const ODD = ['', '.', '..', '%', '%00', '%2f', '__proto__', 'constructor', 'x'.repeat(3000)];

function pathOf(base: string, ids: readonly string[]) {
  const id = fc.constantFrom(...ids);
  const part = fc.oneof(fc.constantFrom(...ids, ...ODD, ...RESOURCES), fc.webSegment());
  const call = fc.tuple(id, fc.constantFrom(...CALLS));
  const path = fc.oneof(
    { arbitrary: call.map(([one, suffix]) => `/payment_intents/${one}${suffix}`), weight: 6 },
    { arbitrary: call.map(([one, suffix]) => `/setup_intents/${one}${suffix}`), weight: 3 },
    { arbitrary: fc.constantFrom(...RESOURCES).map((name) => `/${name}`), weight: 4 },
    {
      arbitrary: fc
        .tuple(id, fc.constantFrom(...CUSTOMER_CALLS))
        .map(([one, suffix]) => `/customers/${one}${suffix}`),
      weight: 2,
    },
    { arbitrary: id.map((one) => `/test_helpers/customers/${one}/fund_cash_balance`), weight: 1 },
    { arbitrary: id.map((one) => `/refunds?payment_intent=${one}`), weight: 1 },
    {
      arbitrary: fc
        .tuple(id, fc.constantFrom(...MONEY_CALLS))
        .map(([one, call]) => call.replace('ID', one)),
      weight: 3,
    },
    {
      arbitrary: fc.array(part, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
      weight: 1,
    },
  );
  const control = fc
    .tuple(fc.constantFrom(...CONTROLS), id)
    .map(([name, one]) => `/sandbox/${name.replace('ID', one)}`);
  return fc.oneof(
    { arbitrary: path.map((suffix) => `${base}${suffix}`), weight: 5 },
    { arbitrary: control, weight: 1 },
  );
}

const queryOf = (ids: readonly string[]) =>
  fc.oneof(
    { arbitrary: fc.constant(''), weight: 4 },
    { arbitrary: paramsOf(ids).map((value) => `?${qs.stringify(value)}`), weight: 1 },
  );

const BASES: readonly (readonly [base: string, encoding: Encoding])[] = [
  ['/v1', 'form'],
  ['/stripe/v1', 'form'],
  ['/wooshpay/v1', 'json'],
];

/** Requests to a sandbox that knows these ids. */
export const anyRequest = (ids: readonly string[]): fc.Arbitrary<AnyRequest> =>
  fc.constantFrom(...BASES).chain(([base, encoding]) =>
    fc.record({
      method,
      path: fc.tuple(pathOf(base, ids), queryOf(ids)).map((parts) => parts.join('')),
      headers,
      body: bodyFor(encoding, ids),
    }),
  );

/** A customer with money, one whose payment has taken it, and that payment. */
export async function createCustomers(
  client: ReturnType<typeof createTestClient>,
): Promise<string[]> {
  const customers = await Promise.all([1, 2].map(() => client.post('stripe', '/customers')));
  for (const { body } of customers) {
    const path = `/test_helpers/customers/${body.id}/fund_cash_balance`;
    await client.post('stripe', path, { amount: 500, currency: 'eur' });
  }
  const customer = customers[1]?.body.id;
  const payment = await client.stripe('', confirmed('customer_balance', { customer }));
  return [...customers, payment].map(({ body }) => body.id);
}

/** Payments with refunds that succeed, wait and fail: ids of the payments and of what follows. */
export async function createRefunds(
  client: ReturnType<typeof createTestClient>,
): Promise<string[]> {
  const numbers = ['4242424242424242', '4000000000007726', '4000000000005126'];
  const made = await Promise.all(
    numbers.map(async (number) => {
      const { body } = await client.stripe('', card(number));
      const refund = { payment_intent: body.id, amount: 100 };
      return (await client.post('stripe', '/refunds', refund)).body;
    }),
  );
  return made.flatMap(
    ({ balance_transaction: transaction, charge, id, payment_intent: intent }) => [
      transaction,
      charge,
      id,
      intent,
    ],
  );
}

/** Intents in every status that a few calls lead to, in both dialects. */
export async function createPayments(
  client: ReturnType<typeof createTestClient>,
): Promise<string[]> {
  const prefixes = [
    { amount: 1800, currency: 'eur' },
    confirmed('wechat_pay'),
    confirmed('ideal'),
    card('4242424242424242'),
    card('4242424242424242', { capture_method: 'manual' }),
    card('4000000000003220', { confirmation_method: 'manual' }),
    confirmed('customer_balance'),
    confirmed('us_bank_account', {
      payment_method_options: { us_bank_account: { verification_method: 'microdeposits' } },
    }),
  ];
  const made = await Promise.all(
    prefixes.flatMap((params) => [client.stripe('', params), client.wooshpay('', params)]),
  );
  const setups = ['pm_card_visa', 'pm_card_threeDSecure2Required'].map((payment_method) =>
    client.post('stripe', '/setup_intents', {
      confirm: true,
      payment_method,
      return_url: RETURN_URL,
    }),
  );
  const answers = [...made, ...(await Promise.all(setups))];
  const ids = answers.map(({ body }) => body.id).filter((id) => typeof id === 'string');
  await client.simulate(ids[2] ?? '', 'process');
  return ids;
}
