import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { methodData, PUBLISHABLE, RETURN_URL } from '../testing/client.ts';
import { createTestStripe, failure, START, type TestStripe } from '../testing/stripe.ts';

let stripe: Stripe;
let world: TestStripe;

beforeEach(() => {
  world = createTestStripe();
  stripe = world.stripe;
});

const withCard = (name: string, more: Stripe.SetupIntentCreateParams = {}) =>
  stripe.setupIntents.create({
    payment_method: `pm_card_${name}`,
    confirm: true,
    return_url: RETURN_URL,
    allowed_payment_method_types: ['card'],
    ...more,
  });

const newCustomer = async () => (await stripe.customers.create()).id;

const idOf = (object: string | { id: string } | null) =>
  typeof object === 'string' ? object : object?.id;

describe('create', () => {
  it('answers with every field of a new SetupIntent', async () => {
    const intent = await stripe.setupIntents.create({ metadata: { order: '7' } });
    expect(intent).toMatchObject({
      id: expect.stringMatching(/^seti_3\w{23}$/),
      object: 'setup_intent',
      status: 'requires_payment_method',
      usage: 'off_session',
      created: START / 1000,
      customer: null,
      last_setup_error: null,
      latest_attempt: null,
      mandate: null,
      single_use_mandate: null,
      next_action: null,
      metadata: { order: '7' },
      automatic_payment_methods: { enabled: true },
      payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    });
    expect(intent.client_secret).toMatch(new RegExp(`^${intent.id}_secret_\\w{25}$`));
    expect(intent).not.toHaveProperty('amount');
  });

  it('waits for a confirm where a payment method is brought', async () => {
    const intent = await stripe.setupIntents.create({ payment_method: 'pm_card_visa' });
    expect(intent).toMatchObject({ status: 'requires_confirmation', latest_attempt: null });
  });

  it.each([
    [{ usage: 'sometimes' }, 'usage'],
    [{ allowed_payment_method_types: ['oxxo'] }, 'payment_method_types'],
    [{ amount: 100 }, 'amount'],
    [{ return_url: RETURN_URL }, undefined],
    [{ customer: 'cus_nope' }, 'customer'],
    [{ payment_method_options: { card: { capture_method: 'manual' } } }, expect.anything()],
  ])('refuses %j', async (params, param) => {
    const error = await failure(stripe.setupIntents.create(params as object));
    expect(error).toMatchObject({ statusCode: 400, ...(param !== undefined && { param }) });
  });
});

describe('confirm', () => {
  it('saves a card to its customer', async () => {
    const customer = await newCustomer();
    const intent = await withCard('visa', { customer, usage: 'on_session' });
    expect(intent).toMatchObject({ status: 'succeeded', usage: 'on_session', customer });
    expect(intent.latest_attempt).toMatch(/^setatt_/);
    const saved = await stripe.customers.listPaymentMethods(customer);
    expect(saved.data.map(({ id }) => id)).toEqual([intent.payment_method]);
  });

  it('saves a card that later payments may use while the customer is away', async () => {
    const customer = await newCustomer();
    const { next_action, id } = await withCard('authenticationRequiredOnSetup', { customer });
    expect(next_action?.type).toBe('redirect_to_url');
    await world.client.simulate(id, 'succeed');
    const { payment_method: method } = await stripe.setupIntents.retrieve(id);
    const payment = await stripe.paymentIntents.create({
      amount: 1800,
      currency: 'eur',
      customer,
      payment_method: idOf(method) ?? '',
      off_session: true,
      confirm: true,
    });
    expect(payment.status).toBe('succeeded');
  });

  it('uses a card without a customer once only', async () => {
    const { payment_method: method } = await withCard('visa');
    const again = stripe.setupIntents.create({ payment_method: idOf(method) ?? '', confirm: true });
    expect(await failure(again)).toMatchObject({ code: 'payment_method_unexpected_state' });
  });

  it('leads through 3-D Secure', async () => {
    const intent = await withCard('threeDSecure2Required');
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url', redirect_to_url: { return_url: RETURN_URL } },
    });
    const url = intent.next_action?.redirect_to_url?.url ?? '';
    const { headers } = await world.client.submit(url, { answer: 'succeed', code: '123' });
    const back = new URL(headers.get('location') ?? '');
    expect(Object.fromEntries(back.searchParams)).toEqual({
      order: '7',
      setup_intent: intent.id,
      setup_intent_client_secret: intent.client_secret,
      redirect_status: 'succeeded',
    });
    expect((await stripe.setupIntents.retrieve(intent.id)).status).toBe('succeeded');
  });

  it('leaves 3-D Secure to Stripe.js where that is asked for', async () => {
    const intent = await withCard('threeDSecure2Required', { use_stripe_sdk: true });
    const { use_stripe_sdk: sdk } = intent.next_action ?? {};
    expect(sdk).toMatchObject({
      type: 'three_d_secure_redirect',
      source: expect.stringMatching(/^src_/),
    });
  });

  it('has a fingerprint that only Stripe.js can take', async () => {
    const card = { sandbox_action: 'stripe_3ds2_fingerprint' };
    const intent = await withCard('threeDSecure2Required', {
      use_stripe_sdk: true,
      payment_method_options: { card } as object,
    });
    expect(intent.next_action?.use_stripe_sdk).toMatchObject({
      type: 'stripe_3ds2_fingerprint',
      three_d_secure_2_source: expect.stringMatching(/^src_/),
    });
  });

  it('fails where the customer is not authenticated', async () => {
    const { id, payment_method: method } = await withCard('threeDSecure2Required');
    await world.client.simulate(id, 'fail');
    const intent = await stripe.setupIntents.retrieve(id, { expand: ['latest_attempt'] });
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_setup_error: {
        code: 'setup_intent_authentication_failure',
        payment_method: { id: method },
      },
      latest_attempt: { object: 'setup_attempt', status: 'failed', setup_intent: id },
    });
  });

  it.each([
    ['chargeDeclined', 'card_declined', 'generic_decline'],
    ['chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
  ])('declines %s', async (name, code, decline_code) => {
    const error = await failure(withCard(name));
    expect(error).toMatchObject({ statusCode: 402, type: 'StripeCardError', code, decline_code });
    expect(error.charge).toBeUndefined();
    expect(error.setup_intent).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_setup_error: { code, decline_code },
    });
  });

  it.each(['chargeCustomerFail', 'visa'])('does not charge %s', async (name) => {
    expect((await withCard(name)).status).toBe('succeeded');
  });

  it('lets a card pass that is declined only when it is charged', async () => {
    const { id } = await withCard('authenticationRequiredChargeDeclinedInsufficientFunds');
    await world.client.simulate(id, 'succeed');
    expect((await stripe.setupIntents.retrieve(id)).status).toBe('succeeded');
  });

  it('says what is missing, and what is over', async () => {
    const { id } = await stripe.setupIntents.create();
    expect(await failure(stripe.setupIntents.confirm(id))).toMatchObject({
      statusCode: 400,
      code: 'setup_intent_unexpected_state',
      message: expect.stringContaining("it's missing a payment method"),
      setup_intent: { id },
    });
    await stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa' });
    expect(await failure(stripe.setupIntents.confirm(id))).toMatchObject({
      message: 'You cannot confirm this SetupIntent because it has already succeeded.',
    });
  });
});

describe('methods other than cards', () => {
  const withType = (type: string, details: object = {}, more: object = {}) =>
    stripe.setupIntents.create({
      confirm: true,
      return_url: RETURN_URL,
      allowed_payment_method_types: [type],
      payment_method_data: {
        type,
        billing_details: { name: 'Jenny Rosen', email: 'jenny@example.com' },
        [type]: details,
      },
      ...more,
    } as Stripe.SetupIntentCreateParams);

  it('sets up a SEPA debit at once, with a mandate', async () => {
    const acceptance = {
      type: 'online',
      online: { ip_address: '127.0.0.1', user_agent: 'test' },
    } as const;
    const { id, mandate, status } = await withType(
      'sepa_debit',
      { iban: 'DE89370400440532013000' },
      { mandate_data: { customer_acceptance: acceptance } },
    );
    expect({ mandate, status }).toEqual({
      mandate: expect.stringMatching(/^mandate_/),
      status: 'succeeded',
    });
    const expanded = await stripe.setupIntents.retrieve(id, { expand: ['mandate'] });
    expect(expanded).not.toHaveProperty('mandate_data');
    expect(expanded.mandate).toMatchObject({
      object: 'mandate',
      customer_acceptance: acceptance,
      type: 'multi_use',
      payment_method_details: { type: 'sepa_debit' },
    });
  });

  it('sets up a Boleto without a voucher', async () => {
    const { body } = await world.client.post('stripe', '/setup_intents', {
      confirm: true,
      payment_method_types: ['boleto'],
      payment_method_data: methodData('boleto'),
    });
    expect(body).toMatchObject({ status: 'succeeded', next_action: null });
  });

  it('makes a mandate for one payment of a known amount', async () => {
    const intent = await withType(
      'sepa_debit',
      { iban: 'DE89370400440532013000' },
      { single_use: { amount: 2000, currency: 'eur' } },
    );
    expect(intent).toMatchObject({
      mandate: null,
      single_use_mandate: expect.stringMatching(/^mandate_/),
    });
    expect(intent).not.toHaveProperty('single_use');
  });

  it.each([
    ['cashapp', {}, 'cashapp_handle_redirect_or_display_qr_code'],
    ['upi', {}, 'upi_handle_redirect_or_display_qr_code'],
    ['pix', {}, 'pix_display_qr_code'],
    ['paypal', {}, 'redirect_to_url'],
    ['klarna', {}, 'redirect_to_url'],
  ])('asks the customer to act with %s', async (type, details, action) => {
    const billing_details = {
      name: 'Jenny Rosen',
      email: 'jenny@example.com',
      address: { country: 'DE' },
    };
    const intent = await withType(type, details, {
      payment_method_data: { type, billing_details },
    });
    expect(intent).toMatchObject({ status: 'requires_action', next_action: { type: action } });
    await world.client.simulate(intent.id, 'succeed');
    expect((await stripe.setupIntents.retrieve(intent.id)).status).toBe('succeeded');
  });

  it('waits for the app with BLIK, and expires', async () => {
    const options = { payment_method_options: { blik: { code: '123456' } } };
    const { id, next_action } = await withType('blik', {}, options);
    expect(next_action?.type).toBe('blik_authorize');
    world.advance(61_000);
    expect(await stripe.setupIntents.retrieve(id)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { code: 'payment_method_provider_timeout' },
    });
  });

  it('verifies an account by small deposits', async () => {
    const account = {
      account_holder_type: 'individual',
      account_number: '000123456789',
      routing_number: '110000000',
    };
    const options = {
      payment_method_options: { us_bank_account: { verification_method: 'microdeposits' } },
    };
    const { id, next_action } = await withType('us_bank_account', account, options);
    expect(next_action?.type).toBe('verify_with_microdeposits');
    const wrong = stripe.setupIntents.verifyMicrodeposits(id, { descriptor_code: 'SM00XX' });
    expect(await failure(wrong)).toMatchObject({
      code: 'payment_method_microdeposit_verification_descriptor_code_mismatch',
    });
    const right = await stripe.setupIntents.verifyMicrodeposits(id, { descriptor_code: 'SM11AA' });
    expect(right).toMatchObject({ status: 'succeeded', mandate: expect.any(String) });
    const again = stripe.setupIntents.verifyMicrodeposits(id, { descriptor_code: 'SM11AA' });
    expect(await failure(again)).toMatchObject({ code: 'intent_invalid_state' });
  });
});

describe('update, list and cancel', () => {
  it('changes what is not set up yet', async () => {
    const customer = await newCustomer();
    const { id } = await stripe.setupIntents.create();
    const updated = await stripe.setupIntents.update(id, {
      customer,
      payment_method: 'pm_card_visa',
      metadata: { order: '7' },
    });
    expect(updated).toMatchObject({
      customer,
      status: 'requires_confirmation',
      metadata: { order: '7' },
    });
  });

  it('begins anew after a failure', async () => {
    const { setup_intent: failed } = await failure(withCard('chargeDeclined'));
    const id = failed?.id ?? '';
    expect(await stripe.setupIntents.update(id, { description: 'mine' })).toMatchObject({
      status: 'requires_payment_method',
      description: 'mine',
      last_setup_error: null,
    });
  });

  it('takes a description, and no other card, after success', async () => {
    const { id } = await withCard('visa');
    expect(await stripe.setupIntents.update(id, { description: 'mine' })).toMatchObject({
      description: 'mine',
      status: 'succeeded',
    });
    const late = stripe.setupIntents.update(id, { payment_method: 'pm_card_visa' });
    expect(await failure(late)).toMatchObject({ code: 'setup_intent_unexpected_state' });
  });

  it('attaches to the account itself, or to a customer', async () => {
    const self = { attach_to_self: true, flow_directions: ['inbound' as const] };
    const intent = await stripe.setupIntents.create(self);
    expect(intent).toMatchObject(self);
    const both = { code: 'parameters_exclusive' };
    const customer = await newCustomer();
    expect(await failure(stripe.setupIntents.create({ ...self, customer }))).toMatchObject(both);
    expect(await failure(stripe.setupIntents.update(intent.id, { customer }))).toMatchObject(both);
    expect((await stripe.setupIntents.list({ attach_to_self: true })).data).toHaveLength(1);
    expect((await stripe.setupIntents.list({ attach_to_self: false })).data).toEqual([]);
  });

  it('lists by customer, method and time, newest first', async () => {
    const customer = await newCustomer();
    const first = await withCard('visa', { customer });
    const second = await stripe.setupIntents.create({ customer });
    await stripe.paymentIntents.create({ amount: 100, currency: 'eur', customer });
    const ids = async (params: Stripe.SetupIntentListParams) =>
      (await stripe.setupIntents.list(params)).data.map(({ id }) => id);
    expect(await ids({})).toEqual([second.id, first.id]);
    const { id: other } = await stripe.customers.create();
    expect(await ids({ customer: other })).toEqual([]);
    expect(await ids({ payment_method: idOf(first.payment_method) ?? '' })).toEqual([first.id]);
    expect(await ids({ created: { gt: START / 1000 } })).toEqual([]);
    const payments = await stripe.paymentIntents.list();
    expect(payments.data.map(({ object }) => object)).toEqual(['payment_intent']);
  });

  it.each(['abandoned', 'duplicate', 'requested_by_customer'] as const)(
    'cancels as %s',
    async (reason) => {
      const { id } = await stripe.setupIntents.create();
      const canceled = await stripe.setupIntents.cancel(id, { cancellation_reason: reason });
      expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: reason });
      const late = failure(stripe.setupIntents.cancel(id));
      expect(await late).toMatchObject({ code: 'setup_intent_unexpected_state' });
    },
  );

  it('refuses a reason that only payments have', async () => {
    const { id } = await stripe.setupIntents.create();
    const params = { cancellation_reason: 'fraudulent' };
    expect(await failure(stripe.setupIntents.cancel(id, params))).toMatchObject({
      param: 'cancellation_reason',
    });
  });

  it('finds no SetupIntent among payments, and none the other way round', async () => {
    const { id } = await stripe.setupIntents.create();
    expect(await failure(stripe.paymentIntents.retrieve(id))).toMatchObject({ statusCode: 404 });
    const payment = await stripe.paymentIntents.create({ amount: 100, currency: 'eur' });
    const error = await failure(stripe.setupIntents.retrieve(payment.id));
    expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing', param: 'intent' });
  });
});

describe('a publishable key', () => {
  it('reads and confirms with the client secret', async () => {
    const { id, client_secret: secret } = await stripe.setupIntents.create();
    const path = `/stripe/v1/setup_intents/${id}`;
    const { body } = await world.client.send(`${path}?key=${PUBLISHABLE}&client_secret=${secret}`);
    expect(Object.keys(body).sort()).toEqual([
      ...['cancellation_reason', 'client_secret', 'created', 'description', 'id'],
      ...['last_setup_error', 'livemode', 'next_action', 'object', 'payment_method'],
      ...['payment_method_types', 'status', 'usage'],
    ]);
    const confirmed = await world.client.submit(`${path}/confirm`, {
      key: PUBLISHABLE,
      client_secret: secret ?? '',
      'payment_method_data[type]': 'card',
      'payment_method_data[card][number]': '4242424242424242',
    });
    expect(confirmed).toMatchObject({ status: 200, body: { status: 'succeeded' } });
  });

  it('does neither without it', async () => {
    const { id } = await stripe.setupIntents.create();
    const other = await stripe.setupIntents.create();
    const read = (secret: string) =>
      world.client.send(`/v1/setup_intents/${id}?key=${PUBLISHABLE}&client_secret=${secret}`);
    const { body, status } = await read(other.client_secret ?? '');
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'setup_intent_invalid_parameter' });
    const list = await world.client.send(`/v1/setup_intents?key=${PUBLISHABLE}`);
    expect(list.status).toBe(403);
  });
});

describe('events', () => {
  const types = async () => {
    const { data } = await stripe.events.list({ types: ['setup_intent.*'] });
    return data.map(({ type }) => type.replace('setup_intent.', '')).reverse();
  };

  it('tell how a setup went on', async () => {
    const { id } = await withCard('threeDSecure2Required');
    await world.client.simulate(id, 'fail');
    await stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa' });
    expect(await types()).toEqual(['created', 'requires_action', 'setup_failed', 'succeeded']);
  });

  it('tell that a setup was canceled', async () => {
    const { id } = await stripe.setupIntents.create();
    await stripe.setupIntents.cancel(id);
    expect(await types()).toEqual(['created', 'canceled']);
  });
});
