import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_BILLING } from '../methods/requiredFields.ts';
import { authorized, createTestStripe, failure, paid, type TestStripe } from '../testing/stripe.ts';

let stripe: Stripe;
let world: TestStripe;

beforeEach(() => {
  world = createTestStripe();
  stripe = world.stripe;
});

/** No recording shows when those of the customer's cash balance come. */
const ofCashBalance = /^customer_cash_balance_transaction\./;

/** All events so far, oldest first. */
const events = async () => (await stripe.events.list({ limit: 100 })).data.reverse();

const idOf = (object: string | { id: string } | null) =>
  typeof object === 'string' ? object : (object?.id ?? '');

const pay = (params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({ ...paid, ...params });

const authorize = () => stripe.paymentIntents.create(authorized);

const newCustomer = () => stripe.customers.create({ description: 'A customer' });

async function attach(payment_method = 'pm_card_visa') {
  const { id: customer } = await newCustomer();
  return stripe.paymentMethods.attach(payment_method, { customer });
}

const refund = async () => stripe.refunds.create({ payment_intent: (await pay()).id });

async function debit() {
  const { id } = await stripe.paymentMethods.create({
    type: 'sepa_debit',
    sepa_debit: { iban: 'AT321904300235473204' },
    billing_details: SAMPLE_BILLING,
  });
  return pay({
    payment_method: id,
    allowed_payment_method_types: ['sepa_debit'],
    mandate_data: { customer_acceptance: { type: 'offline' } },
  });
}

async function challenge() {
  const { id } = await pay({
    payment_method: 'pm_card_authenticationRequired',
    return_url: 'https://shop.example/thanks',
  });
  return id;
}

interface Row {
  readonly does: string;
  readonly call: () => Promise<unknown>;
  readonly events: readonly string[];
}

/**
 * What leads to each event, and what else happens on the way, in the order of causes. The
 * triggers of the Stripe CLI (github.com/stripe/stripe-cli, `pkg/fixtures/triggers`) make these
 * calls; the order is that in which `stripe listen` has printed them.
 */
const ROWS: readonly Row[] = [
  {
    does: 'a new payment',
    call: () => stripe.paymentIntents.create({ amount: 2000, currency: 'usd' }),
    events: ['payment_intent.created'],
  },
  {
    does: 'a payment that succeeds at once',
    call: () => pay(),
    events: ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded'],
  },
  {
    does: 'a declined card',
    call: () => failure(pay({ payment_method: 'pm_card_visa_chargeDeclined' })),
    events: ['payment_intent.created', 'charge.failed', 'payment_intent.payment_failed'],
  },
  {
    does: 'an authorization',
    call: authorize,
    events: [
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
    ],
  },
  {
    does: 'a capture',
    call: async () => stripe.paymentIntents.capture((await authorize()).id),
    events: [
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'charge.captured',
      'payment_intent.succeeded',
    ],
  },
  {
    does: 'a payment that is canceled before it is charged',
    call: async () => {
      const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' });
      await stripe.paymentIntents.cancel(id);
    },
    events: ['payment_intent.created', 'payment_intent.canceled'],
  },
  {
    // Stripe refunds what was not captured: https://github.com/odoo/odoo/pull/259230.
    does: 'an authorization that is canceled',
    call: async () => stripe.paymentIntents.cancel((await authorize()).id),
    events: [
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'refund.created',
      'charge.refunded',
      'payment_intent.canceled',
    ],
  },
  {
    does: 'a card that requires 3-D Secure',
    call: challenge,
    events: ['payment_intent.created', 'payment_intent.requires_action'],
  },
  {
    does: '3-D Secure that the customer passes',
    call: async () => world.client.simulate(await challenge(), 'succeed'),
    events: [
      'payment_intent.created',
      'payment_intent.requires_action',
      'charge.succeeded',
      'payment_intent.succeeded',
    ],
  },
  {
    does: 'a debit under way',
    call: debit,
    events: ['payment_intent.created', 'charge.pending', 'payment_intent.processing'],
  },
  {
    does: 'a debit that arrives',
    call: async () => world.client.simulate((await debit()).id, 'succeed'),
    events: [
      'payment_intent.created',
      'charge.pending',
      'payment_intent.processing',
      'charge.succeeded',
      'payment_intent.succeeded',
    ],
  },
  {
    does: 'a debit that bounces',
    call: async () => world.client.simulate((await debit()).id, 'fail'),
    events: [
      'payment_intent.created',
      'charge.pending',
      'payment_intent.processing',
      'charge.failed',
      'payment_intent.payment_failed',
    ],
  },
  {
    does: 'a bank transfer of a part',
    call: async () => {
      const { id: customer } = await newCustomer();
      // The CLI's own trigger still names the type so; the types of the client do not.
      const bank_transfer = { type: 'jp_bank_account' as 'jp_bank_transfer' };
      await stripe.paymentIntents.create({
        amount: 20_000,
        currency: 'jpy',
        customer,
        confirm: true,
        allowed_payment_method_types: ['customer_balance'],
        payment_method_data: { type: 'customer_balance' },
        payment_method_options: {
          customer_balance: { funding_type: 'bank_transfer', bank_transfer },
        },
      });
      await stripe.testHelpers.customers.fundCashBalance(customer, {
        amount: 10_000,
        currency: 'jpy',
      });
    },
    events: [
      'customer.created',
      'payment_intent.created',
      'payment_intent.requires_action',
      'payment_intent.partially_funded',
    ],
  },
  {
    does: 'new metadata of a charge',
    call: async () =>
      stripe.charges.update(idOf((await pay()).latest_charge), { metadata: { order: '7' } }),
    events: [
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.updated',
    ],
  },
  {
    does: 'a refund',
    call: refund,
    events: [
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'refund.created',
      'charge.refunded',
    ],
  },
  {
    does: 'new metadata of a refund',
    call: async () => stripe.refunds.update((await refund()).id, { metadata: { order: '7' } }),
    events: [
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'refund.created',
      'charge.refunded',
      'refund.updated',
      'charge.refund.updated',
    ],
  },
  {
    does: 'a new customer',
    call: newCustomer,
    events: ['customer.created'],
  },
  {
    does: 'a customer that changes',
    call: async () =>
      stripe.customers.update((await newCustomer()).id, { metadata: { foo: 'bar' } }),
    events: ['customer.created', 'customer.updated'],
  },
  {
    does: 'a customer that is deleted',
    call: async () => stripe.customers.del((await newCustomer()).id),
    events: ['customer.created', 'customer.deleted'],
  },
  {
    does: 'a payment method of a customer',
    call: attach,
    events: ['customer.created', 'payment_method.attached'],
  },
  {
    does: 'a payment method that leaves its customer',
    call: async () => stripe.paymentMethods.detach((await attach()).id),
    events: ['customer.created', 'payment_method.attached', 'payment_method.detached'],
  },
  {
    does: 'a payment method that changes',
    call: async () =>
      stripe.paymentMethods.update((await attach()).id, { metadata: { foo: 'bar' } }),
    events: ['customer.created', 'payment_method.attached', 'payment_method.updated'],
  },
  {
    does: 'a payment that saves its card',
    call: async () =>
      pay({ customer: (await newCustomer()).id, setup_future_usage: 'off_session' }),
    events: [
      'customer.created',
      'payment_intent.created',
      'charge.succeeded',
      'payment_method.attached',
      'payment_intent.succeeded',
    ],
  },
  {
    does: 'a new setup',
    call: () => stripe.setupIntents.create(),
    events: ['setup_intent.created'],
  },
  {
    does: 'a setup that succeeds at once',
    call: () => stripe.setupIntents.create({ confirm: true, payment_method: 'pm_card_visa' }),
    events: ['setup_intent.created', 'setup_intent.succeeded'],
  },
  {
    does: 'a setup for a customer, and a change of its card',
    call: async () => {
      const { id: customer } = await newCustomer();
      const params = { customer, confirm: true, payment_method: 'pm_card_visa' };
      const { payment_method } = await stripe.setupIntents.create(params);
      await stripe.paymentMethods.update(idOf(payment_method), { metadata: { foo: 'bar' } });
    },
    events: [
      'customer.created',
      'setup_intent.created',
      'payment_method.attached',
      'setup_intent.succeeded',
      'payment_method.updated',
    ],
  },
  {
    does: 'a setup that requires 3-D Secure',
    call: () =>
      stripe.setupIntents.create({
        confirm: true,
        payment_method: 'pm_card_authenticationRequired',
      }),
    events: ['setup_intent.created', 'setup_intent.requires_action'],
  },
  {
    does: 'a setup with a card that is declined',
    call: () =>
      failure(
        stripe.setupIntents.create({ confirm: true, payment_method: 'pm_card_chargeDeclined' }),
      ),
    events: ['setup_intent.created', 'setup_intent.setup_failed'],
  },
  {
    does: 'a setup that is canceled',
    call: async () => stripe.setupIntents.cancel((await stripe.setupIntents.create()).id),
    events: ['setup_intent.created', 'setup_intent.canceled'],
  },
];

it.each(ROWS.map((row) => [row.does, row] as const))(
  'has the events of %s, in order',
  async (_, { call, events: expected }) => {
    await call();
    const types = (await events()).map(({ type }) => type);
    expect(types.filter((type) => !ofCashBalance.test(type))).toEqual(expected);
  },
);

describe('an event', () => {
  it.each([
    ['charge.succeeded', 'charge', pay],
    ['charge.failed', 'charge', () => failure(pay({ payment_method: 'pm_card_chargeDeclined' }))],
    ['charge.refunded', 'charge', refund],
    ['refund.created', 'refund', refund],
    ['customer.deleted', 'customer', async () => stripe.customers.del((await newCustomer()).id)],
    ['payment_method.attached', 'payment_method', attach],
  ] as const)('%s brings a %s', async (type, object, call) => {
    await call();
    const event = (await events()).find((each) => each.type === type);
    expect(event).toMatchObject({ data: { object: { object } } });
  });

  it('brings the refund, not the charge, where a refund changes', async () => {
    const { id } = await refund();
    await stripe.refunds.update(id, { metadata: { order: '7' } });
    const updates = (await events()).filter(({ type }) => type.endsWith('refund.updated'));
    expect(updates.at(-1)).toMatchObject({
      data: {
        object: { id, object: 'refund', metadata: { order: '7' } },
        previous_attributes: { metadata: { order: null } },
      },
    });
  });

  it('says what has changed, and nothing else', async () => {
    const { id } = await stripe.customers.create({ name: 'Ada', metadata: { foo: 'bar' } });
    await stripe.customers.update(id, { name: 'Ada L.' });
    const [, update] = await events();
    expect(update?.data).toEqual({
      object: expect.objectContaining({ id, name: 'Ada L.', metadata: { foo: 'bar' } }),
      previous_attributes: { name: 'Ada' },
    });
  });

  it('names the former customer of a detached method', async () => {
    const { id, customer } = await attach();
    await stripe.paymentMethods.detach(id);
    expect((await events()).at(-1)?.data).toMatchObject({
      object: { id, customer: null },
      previous_attributes: { customer },
    });
  });

  it('shows a charge as it was then', async () => {
    const { id } = await authorize();
    await stripe.paymentIntents.capture(id, { amount_to_capture: 500 });
    const charges = (await events()).filter(({ type }) => /^charge\.(succe|capt)/.test(type));
    expect(charges.map(({ data }) => data.object)).toMatchObject([
      { captured: false, amount_captured: 0 },
      { captured: true, amount_captured: 500 },
    ]);
  });

  it('names the API version, and the request with its idempotency key', async () => {
    const { lastResponse } = await stripe.customers.create({}, { idempotencyKey: 'order-7' });
    const [event] = await events();
    expect(event).toMatchObject({
      object: 'event',
      api_version: expect.stringMatching(/^\d{4}-\d\d-\d\d/),
      livemode: false,
      request: { id: lastResponse.requestId, idempotency_key: 'order-7' },
    });
  });

  it('is listed by one type or by several, not by both', async () => {
    const { id } = await refund();
    const { data } = await stripe.events.list({ type: 'refund.created' });
    expect(data).toMatchObject([{ type: 'refund.created', data: { object: { id } } }]);
    const { data: charges } = await stripe.events.list({ types: ['charge.*'] });
    expect(charges.every(({ type }) => type.startsWith('charge.'))).toBe(true);
    expect(charges.length).toBeGreaterThan(1);
    const both = stripe.events.list({ type: 'charge.refunded', types: ['charge.*'] });
    expect(await failure(both)).toMatchObject({ statusCode: 400 });
  });
});
