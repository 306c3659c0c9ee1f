import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { methodData } from '../testing/client.ts';
import {
  authorizedWith,
  createTestStripe,
  failure,
  paid,
  START,
  type TestStripe,
} from '../testing/stripe.ts';

let context: TestStripe;
let intents: Stripe['paymentIntents'];

beforeEach(() => {
  context = createTestStripe();
  intents = context.stripe.paymentIntents;
});

const plain = { amount: 1099, currency: 'eur' };

describe('create', () => {
  it.each([
    [{ amount: 0, currency: 'usd' }, 'This value must be greater than or equal to 1.'],
    [{ amount: 49, currency: 'usd' }, 'Amount must be at least $0.50 usd'],
    [{ amount: 49, currency: 'JPY' }, 'Amount must be at least ¥50 jpy'],
    [{ amount: 100_000_000, currency: 'usd' }, 'Amount must be no more than $999,999.99'],
  ])('says as money which amounts it takes: %o', async (params, message) => {
    expect((await failure(intents.create(params))).message).toBe(message);
  });

  it('shows every field of Stripe’s type', async () => {
    const created = await intents.create({
      ...plain,
      allowed_payment_method_types: ['card', 'ideal'],
      excluded_payment_method_types: ['ideal'],
      description: 'Tea',
      receipt_email: 'tester@example.com',
      setup_future_usage: 'on_session',
      shipping: { name: 'Tom', address: { line1: 'Street 1' } },
      statement_descriptor_suffix: 'TEA',
      transfer_group: 'group',
      metadata: { order: '7' },
    });
    expect(created).toMatchObject({
      object: 'payment_intent',
      amount: 1099,
      amount_capturable: 0,
      amount_details: { tip: {} },
      amount_received: 0,
      allowed_payment_method_types: ['card', 'ideal'],
      excluded_payment_method_types: ['ideal'],
      payment_method_types: ['card'],
      application: null,
      automatic_payment_methods: null,
      cancellation_reason: null,
      customer: null,
      description: 'Tea',
      latest_charge: null,
      payment_record: null,
      payment_method_options: { card: { request_three_d_secure: 'automatic' } },
      receipt_email: 'tester@example.com',
      setup_future_usage: 'on_session',
      shipping: { name: 'Tom' },
      statement_descriptor_suffix: 'TEA',
      transfer_group: 'group',
      metadata: { order: '7' },
      created: START / 1000,
    });
  });

  it.each([
    [{ automatic_payment_methods: { enabled: true }, confirmation_method: 'manual' }],
    [{ automatic_payment_methods: { enabled: true }, allowed_payment_method_types: ['card'] }],
    [{ payment_method: 'pm_card_visa', payment_method_data: { type: 'card' } }],
  ])('refuses two ways to say the same thing: %o', async (both) => {
    const error = await failure(intents.create({ ...plain, ...both } as typeof plain));
    expect(error).toMatchObject({ code: 'parameters_exclusive', statusCode: 400 });
    for (const name of Object.keys(both)) expect(error.message).toContain(name);
  });

  it.each([
    ['return_url', 'https://shop.example/'],
    ['off_session', true],
    ['error_on_requires_action', true],
    ['mandate', 'mandate_1'],
    ['mandate_data', { customer_acceptance: { type: 'offline' } }],
  ])('takes %s only together with confirm', async (param, value) => {
    const error = await failure(intents.create({ ...plain, [param]: value }));
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', param });
  });

  it.each([
    ['receipt_email', 'nobody', 'email_invalid'],
    ['statement_descriptor', 'a name that is longer than a statement', undefined],
    ['statement_descriptor_suffix', '12345', undefined],
    ['customer', 'cus_nope', 'resource_missing'],
    ['confirmation_token', 'ctoken_nope', 'resource_missing'],
  ])('refuses %s=%s', async (param, value, code) => {
    const error = await failure(intents.create({ ...plain, [param]: value }));
    expect(error).toMatchObject({ statusCode: 400, param });
    expect(error.code).toBe(code);
  });

  it('shows nothing of a mandate', async () => {
    const mandate_data = { customer_acceptance: { type: 'offline' as const } };
    const intent = await intents.create({ ...paid, mandate_data });
    expect(intent).not.toHaveProperty('mandate_data');
  });

  it('keeps metadata within the limits', async () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`key${at}`, '1']));
    for (const metadata of [many, { ['k'.repeat(41)]: '1' }, { key: 'v'.repeat(501) }]) {
      expect((await failure(intents.create({ ...plain, metadata }))).statusCode).toBe(400);
    }
  });
});

describe('retrieve', () => {
  it('expands the method, the charge and the customer', async () => {
    const { id: customer } = await context.stripe.customers.create({ name: 'Tom' });
    const { id } = await intents.create({ ...paid, customer });
    const expand = ['payment_method', 'latest_charge', 'customer'];
    const read = await intents.retrieve(id, { expand });
    expect(read.payment_method).toMatchObject({ object: 'payment_method', type: 'card' });
    expect(read.customer).toMatchObject({ object: 'customer', name: 'Tom' });
    expect(read.latest_charge).toMatchObject({
      object: 'charge',
      currency: 'eur',
      amount: 1800,
      amount_captured: 1800,
      amount_refunded: 0,
      captured: true,
      paid: true,
      payment_intent: id,
      payment_method_details: { type: 'card', card: { last4: '4242' } },
      status: 'succeeded',
    });
  });

  it('shows the charge of a declined card, and of money under way', async () => {
    const error = await failure(
      intents.create({ ...paid, payment_method: 'pm_card_chargeDeclined' }),
    );
    const { id = '', latest_charge } = error.payment_intent ?? {};
    expect(error.charge).toBe(latest_charge);
    const failed = await intents.retrieve(id, { expand: ['latest_charge'] });
    expect(failed.last_payment_error?.charge).toBe(error.charge);
    expect(failed.latest_charge).toMatchObject({
      status: 'failed',
      paid: false,
      captured: false,
      failure_code: 'card_declined',
      outcome: { reason: 'generic_decline' },
    });
    const debit = await intents.create({
      ...plain,
      confirm: true,
      payment_method_data: methodData('sepa_debit') as never,
      expand: ['latest_charge'],
    });
    expect(debit.latest_charge).toMatchObject({ status: 'pending', paid: false });
  });
});

describe('update', () => {
  it('changes the amount before the payment is processing', async () => {
    const { id } = await intents.create({ ...plain, metadata: { a: '1', b: '2' } });
    const updated = await intents.update(id, {
      amount: 2000,
      currency: 'usd',
      description: 'More tea',
      metadata: { a: '', c: '3' },
      payment_method: 'pm_card_visa',
    });
    expect(updated).toMatchObject({
      status: 'requires_confirmation',
      amount: 2000,
      currency: 'usd',
      description: 'More tea',
      metadata: { b: '2', c: '3' },
    });
    const cleared = await intents.update(id, { metadata: '', receipt_email: '' });
    expect(cleared).toMatchObject({ metadata: {}, receipt_email: null, description: 'More tea' });
  });

  it('removes the action after the amount has changed', async () => {
    const waiting = await intents.create({
      ...plain,
      confirm: true,
      payment_method_data: { type: 'wechat_pay' },
    });
    expect((await intents.update(waiting.id, { amount: 1099 })).next_action).not.toBeNull();
    expect((await intents.update(waiting.id, { description: 'x' })).next_action).not.toBeNull();
    expect(await intents.update(waiting.id, { amount: 1100 })).toMatchObject({
      status: 'requires_confirmation',
      next_action: null,
    });
  });

  it('forgets the error of the last attempt', async () => {
    const error = await failure(
      intents.create({ ...paid, payment_method: 'pm_card_chargeDeclined' }),
    );
    const updated = await intents.update(error.payment_intent?.id ?? '', { description: 'Again' });
    expect(updated).toMatchObject({ status: 'requires_payment_method', last_payment_error: null });
  });

  it('asks the customer again after the amount has changed', async () => {
    const { id } = await intents.create({
      ...paid,
      confirmation_method: 'manual',
      payment_method: 'pm_card_threeDSecure2Required',
      return_url: 'https://shop.example/',
    });
    await context.client.simulate(id, 'succeed');
    expect((await intents.update(id, { amount: 9900 })).status).toBe('requires_confirmation');
    expect((await intents.confirm(id)).status).toBe('requires_action');
  });

  it.each(['customer', 'currency'])('cannot unset the %s', async (name) => {
    const { id } = await intents.create(plain);
    const error = await failure(intents.update(id, { [name]: '' }));
    expect(error).toMatchObject({ code: 'parameter_invalid_empty', param: name });
  });

  it.each([
    ['requires_payment_method', {}],
    ['requires_confirmation', { payment_method: 'pm_card_visa' }],
    ['requires_action', { confirm: true, payment_method_data: { type: 'wechat_pay' as const } }],
  ])('takes the payment method away in %s', async (status, more) => {
    const created = await intents.create({ ...plain, ...more });
    expect(created.status).toBe(status);
    expect(await intents.update(created.id, { payment_method: '' })).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      next_action: null,
    });
    expect((await failure(intents.confirm(created.id))).message).toContain('missing a payment');
  });

  it('leaves a finished payment its method, and creates none with an empty one', async () => {
    const { id } = await intents.create(paid);
    const error = await failure(intents.update(id, { payment_method: '' }));
    expect(error.code).toBe('payment_intent_unexpected_state');
    expect((await intents.retrieve(id)).payment_method).toMatch(/^pm_/);
    const empty = intents.create({ ...plain, payment_method: '' });
    expect(await failure(empty)).toMatchObject({ code: 'parameter_invalid_empty' });
  });

  it('unsets the options of a type, and of no other', async () => {
    const { id } = await intents.create({
      ...plain,
      payment_method_options: {
        card: { request_three_d_secure: 'any' },
        wechat_pay: { client: 'web' },
      },
    });
    const updated = await intents.update(id, { payment_method_options: { card: '' } });
    expect(updated.payment_method_options).toMatchObject({
      card: { request_three_d_secure: 'automatic' },
      wechat_pay: { client: 'web' },
    });
    const next = await intents.confirm(id, {
      payment_method: 'pm_card_visa',
      payment_method_options: { wechat_pay: '' },
      return_url: 'https://shop.example/',
    });
    expect(next.status).toBe('succeeded');
    expect(next.payment_method_options?.wechat_pay).toEqual({ app_id: null, client: null });
  });

  it.each([
    ['amount', { amount: 2000 }],
    ['currency', { currency: 'usd' }],
    ['payment_method', { payment_method: 'pm_card_visa' }],
  ])(
    'does not change the %s of a finished payment, but takes its metadata',
    async (name, params) => {
      const done = await intents.create(paid);
      const error = await failure(intents.update(done.id, params));
      expect(error.code).toBe('payment_intent_unexpected_state');
      expect(error.payment_intent).toMatchObject({ id: done.id, status: 'succeeded' });
      expect(error.message).toContain(`may only update the ${name}`);
      expect(error.message).toContain(
        'requires_payment_method, requires_confirmation, requires_action',
      );
      const { metadata } = await intents.update(done.id, { metadata: { late: 'yes' } });
      expect(metadata).toEqual({ late: 'yes' });
    },
  );
});

describe('confirm', () => {
  it('requires a return URL where automatic methods may redirect', async () => {
    const automatic_payment_methods = { enabled: true };
    const { id } = await intents.create({ ...plain, automatic_payment_methods });
    const params = { payment_method: 'pm_card_visa' };
    const error = await failure(intents.confirm(id, params));
    expect(error).toMatchObject({ statusCode: 400, param: 'return_url' });
    const done = await intents.confirm(id, { ...params, return_url: 'https://shop.example/' });
    expect(done.status).toBe('succeeded');
  });

  it('requires a customer’s own method when the intent has a customer', async () => {
    const { id: customer } = await context.stripe.customers.create();
    const { id } = await intents.create({ ...plain, customer });
    expect((await failure(intents.confirm(id))).message).toContain(customer);
  });

  it('takes no statement_descriptor for a card', async () => {
    const error = await failure(intents.create({ ...paid, statement_descriptor: 'TEA' }));
    expect(error).toMatchObject({ param: 'statement_descriptor', statusCode: 400 });
  });

  it('cancels a payment that is confirmed too often', async () => {
    const { id } = await intents.create({ ...plain, allowed_payment_method_types: ['card'] });
    const attempt = () => intents.confirm(id, { payment_method: 'pm_card_chargeDeclined' });
    for (let i = 0; i < 20; i++) await failure(attempt());
    expect(await attempt()).toMatchObject({ status: 'canceled', cancellation_reason: 'automatic' });
  });

  it('uses a method’s own capture_method', async () => {
    const params = authorizedWith({ capture_method: 'manual' });
    const { status } = await intents.create({ ...params, capture_method: 'automatic' } as never);
    expect(status).toBe('requires_capture');
  });
});

it('lists no line items', async () => {
  const { id } = await intents.create(plain);
  const items = await intents.listAmountDetailsLineItems(id);
  expect(items).toMatchObject({ object: 'list', data: [], has_more: false });
});
