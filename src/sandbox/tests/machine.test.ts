import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTENT_STATUSES, type IntentStatus } from '../../intent/index.ts';
import { type Answer, createTestClient, RETURN_URL, type TestClient } from '../testing/client.ts';

type Gateway = 'stripe' | 'wooshpay';

/**
 * Which statuses each call may lead to, out of each status: written down once more, from the
 * references and not from the code. A refused call leads nowhere.
 */
const ALLOWED: Readonly<Record<string, Readonly<Partial<Record<IntentStatus, string>>>>> = {
  update: {
    requires_payment_method: 'requires_payment_method requires_confirmation',
    requires_confirmation: 'requires_confirmation requires_payment_method',
    requires_action: 'requires_action requires_confirmation requires_payment_method',
    processing: 'processing',
    requires_capture: 'requires_capture',
    succeeded: 'succeeded',
    canceled: 'canceled',
  },
  confirm: Object.fromEntries(
    ['requires_payment_method', 'requires_confirmation', 'requires_action'].map((status) => [
      status,
      'requires_payment_method requires_action processing requires_capture succeeded canceled',
    ]),
  ),
  capture: { requires_capture: 'requires_capture succeeded' },
  cancel: {
    requires_payment_method: 'canceled',
    requires_confirmation: 'canceled',
    requires_action: 'canceled',
    processing: 'canceled',
    requires_capture: 'canceled',
  },
  increment_authorization: { requires_capture: 'requires_capture' },
  apply_customer_balance: { requires_action: 'requires_action succeeded requires_capture' },
  verify_microdeposits: { requires_action: 'processing' },
  succeed: {
    requires_action:
      'requires_confirmation processing requires_capture succeeded requires_payment_method',
    processing: 'requires_capture succeeded',
  },
  fail: {
    requires_action: 'requires_payment_method',
    processing: 'requires_payment_method',
  },
  expire: { requires_action: 'requires_payment_method' },
  process: { requires_action: 'processing' },
  part: { requires_action: 'requires_action succeeded requires_capture requires_confirmation' },
  wait: {
    requires_action: 'requires_action requires_payment_method',
    requires_capture: 'canceled succeeded',
  },
};

interface Step {
  readonly name: string;
  readonly params: object;
}

const amounts = fc.integer({ min: -1, max: 3000 });
const step = (name: string, params: fc.Arbitrary<object> = fc.constant({})) =>
  params.map((stepParams): Step => ({ name, params: stepParams }));

const methods = fc.constantFrom(
  { payment_method: 'pm_card_visa' },
  { payment_method: 'pm_card_chargeDeclined' },
  { payment_method: 'pm_card_threeDSecure2Required' },
  { payment_method: 'pm_card_threeDSecureRequiredChargeDeclined' },
  { payment_method_data: { type: 'wechat_pay' } },
  { payment_method_data: { type: 'customer_balance' } },
  { payment_method_data: { type: 'sepa_debit' } },
  {
    payment_method_data: { type: 'us_bank_account' },
    payment_method_options: { us_bank_account: { verification_method: 'microdeposits' } },
  },
  {},
);

const attempt = fc.tuple(methods, fc.boolean()).map(([method, stays]) => ({
  ...method,
  return_url: RETURN_URL,
  ...(stays && { error_on_requires_action: true }),
}));

const steps = fc.array(
  fc.oneof(
    step(
      'update',
      fc.oneof(
        fc.record({ amount: amounts }),
        fc.constantFrom({ payment_method: 'pm_card_visa' }, { payment_method: '' }),
        fc.constant({ metadata: { a: 'b' } }),
      ),
    ),
    { weight: 3, arbitrary: step('confirm', attempt) },
    step(
      'capture',
      fc.record({ amount_to_capture: amounts, final_capture: fc.boolean() }, { requiredKeys: [] }),
    ),
    step('cancel'),
    step('increment_authorization', fc.record({ amount: amounts })),
    step('apply_customer_balance', fc.record({ amount: amounts }, { requiredKeys: [] })),
    step(
      'verify_microdeposits',
      fc.constantFrom({ descriptor_code: 'SM11AA' }, { descriptor_code: 'SM99ZZ' }),
    ),
    step('succeed'),
    step('fail'),
    step('expire'),
    step('process'),
    step('part', fc.record({ amount: fc.integer({ min: 1, max: 900 }) })),
    step('wait'),
  ),
  { minLength: 1, maxLength: 14 },
);

const creation = fc.record({
  capture_method: fc.constantFrom('automatic', 'manual'),
  confirmation_method: fc.constantFrom('automatic', 'manual'),
  payment_method_options: fc.constantFrom(
    {},
    {
      card: {
        request_multicapture: 'if_available',
        request_incremental_authorization: 'if_available',
      },
    },
  ),
});

const SIMULATED = ['succeed', 'fail', 'expire', 'process'];
const LATER = 7 * 24 * 3600 * 1000;

/** One payment, as a merchant's server sees it. */
interface Run {
  readonly gateway: Gateway;
  readonly client: TestClient;
  readonly id: string;
  advance(): void;
}

async function start(gateway: Gateway, params: object): Promise<Run> {
  let now = 1_700_000_000_000;
  const client = createTestClient({ now: () => now });
  const { body: customer } = await client.send('/v1/customers', {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_1' },
  });
  await client.send(`/v1/test_helpers/customers/${customer.id}/fund_cash_balance`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_1' },
    body: new URLSearchParams({ amount: '700', currency: 'usd' }),
  });
  const withCustomer = gateway === 'stripe' ? { customer: customer.id } : {};
  const { body } = await client[gateway]('', {
    amount: 1800,
    currency: 'usd',
    ...withCustomer,
    ...params,
  });
  const advance = () => {
    now += LATER;
  };
  return { gateway, client, id: body.id, advance };
}

async function simulate({ client, gateway, id, advance }: Run, { name, params }: Step) {
  if (name === 'wait') {
    advance();
    return null;
  }
  if (SIMULATED.includes(name)) return client.simulate(id, name);
  if (name === 'part') return client.simulate(id, 'succeed', (params as { amount: number }).amount);
  return client[gateway](`/${id}${name === 'update' ? '' : `/${name}`}`, params);
}

async function observe({ client, gateway, id }: Run) {
  const query = '?expand[]=latest_charge';
  const { status, body } = await client.read(gateway, id, undefined, query);
  expect(status).toBe(200);
  return body;
}

type ObservedIntent = Awaited<ReturnType<typeof observe>>;

/** A refused call leaves the payment as it was, but for an attempt that was declined. */
function checkRefusal(
  before: ObservedIntent,
  now: ObservedIntent,
  { status, body }: Answer,
  { name }: Step,
): void {
  expect([400, 402]).toContain(status);
  expect(typeof body.error.message).toBe('string');
  const attempted = name === 'confirm' && status === 402;
  const exhausted = now.last_payment_error?.code?.includes('microdeposit');
  if (attempted) {
    expect(body.error.payment_intent.id).toBe(now.id);
    expect(now.status).toBe('requires_payment_method');
  } else if (!exhausted) expect(now).toEqual(before);
}

function checkMove(before: ObservedIntent, now: ObservedIntent, { name }: Step): void {
  if (now.status === before.status) return;
  const allowed = ALLOWED[name]?.[before.status as IntentStatus] ?? '';
  expect(allowed.split(' '), `${name} in ${before.status}`).toContain(now.status);
}

/** What holds of every payment at every time. */
function checkAlways(first: ObservedIntent, now: ObservedIntent): void {
  expect(INTENT_STATUSES).toContain(now.status);
  expect(now.client_secret).toBe(first.client_secret);
  expect(now.created).toBe(first.created);
  expect(now.next_action !== null).toBe(now.status === 'requires_action');
  expect(now.canceled_at !== null).toBe(now.status === 'canceled');
  if (now.status === 'requires_payment_method') expect(now.payment_method).toBeNull();
  if (now.last_payment_error) expect(now.status).toMatch(/^(requires_payment_method|canceled)$/);
}

function checkAmounts(now: ObservedIntent): void {
  const { amount, amount_capturable: capturable, amount_received: received } = now;
  expect(received + capturable).toBeLessThanOrEqual(amount);
  expect(Math.min(received, capturable)).toBeGreaterThanOrEqual(0);
  if (capturable > 0) expect(now.status).toBe('requires_capture');
  if (received > 0) expect(now.status).toMatch(/^(requires_capture|succeeded|canceled)$/);
  const charge = now.latest_charge;
  if (charge?.status !== 'succeeded') return;
  expect(charge.amount_captured).toBe(received);
  expect(charge.amount_captured + charge.amount_refunded + capturable).toBe(charge.amount);
}

/** Money only moves on: nothing received is given back, nothing captured twice. */
function checkFlow(before: ObservedIntent, now: ObservedIntent, { name }: Step): void {
  expect(now.amount_received).toBeGreaterThanOrEqual(before.amount_received);
  if (name !== 'capture' || before.status !== 'requires_capture') return;
  const receivedNow = now.amount_received - before.amount_received;
  expect(receivedNow).toBeLessThanOrEqual(before.amount_capturable);
  if (now.status === 'requires_capture') {
    expect(now.amount_capturable).toBe(before.amount_capturable - receivedNow);
  }
}

const FINAL = ['succeeded', 'canceled'];

const withoutMetadata = (intent: ObservedIntent) => ({
  ...intent,
  metadata: null,
  latest_charge: intent.latest_charge && { ...intent.latest_charge, metadata: null },
});

/** A payment that has ended keeps its amounts and its end, whatever is called. */
function checkFinal(before: ObservedIntent, now: ObservedIntent): void {
  if (!FINAL.includes(before.status)) return;
  expect(withoutMetadata(now)).toEqual(withoutMetadata(before));
}

describe.each(['stripe', 'wooshpay'] as const)('a payment at %s', (gateway) => {
  it('only changes status as the references say, and its amounts add up', {
    timeout: 60_000,
  }, async () => {
    const property = fc.asyncProperty(creation, steps, async (params, sequence) => {
      const run = await start(gateway, params);
      const first = await observe(run);
      let before = first;
      for (const each of sequence) {
        const answer = await simulate(run, each);
        const now = await observe(run);
        checkMove(before, now, each);
        checkAlways(first, now);
        checkFinal(before, now);
        if (answer && answer.status !== 200) checkRefusal(before, now, answer, each);
        if (gateway === 'stripe') checkAmounts(now);
        if (gateway === 'stripe') checkFlow(before, now, each);
        before = now;
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
