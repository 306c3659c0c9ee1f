import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { PUBLISHABLE, RETURN_URL } from '../testing/client.ts';
import { createTestStripe, failure, START, type TestStripe } from '../testing/stripe.ts';

let stripe: Stripe;
let world: TestStripe;

beforeEach(() => {
  world = createTestStripe();
  stripe = world.stripe;
});

const HOURS = 3600;

const SHIPPING = { name: 'Jenny Rosen', address: { line1: 'Main Street 1', country: 'US' } };

type TokenParams = NonNullable<
  Parameters<Stripe['testHelpers']['confirmationTokens']['create']>[0]
>;

/** Stripe's test helper, with a card unless the parameters bring another method. */
const newToken = (params: TokenParams = {}) =>
  stripe.testHelpers.confirmationTokens.create({
    ...(params.payment_method ? {} : { payment_method_data: cardData('4242424242424242') }),
    ...params,
  });

const cardData = (number: string) =>
  ({
    type: 'card',
    billing_details: { name: 'Jenny Rosen' },
    card: { number, exp_month: 12, exp_year: 2034, cvc: '123' },
  }) as unknown as NonNullable<TokenParams['payment_method_data']>;

const pay = (token: string, more: Stripe.PaymentIntentCreateParams | object = {}) =>
  stripe.paymentIntents.create({
    amount: 1800,
    currency: 'eur',
    confirm: true,
    confirmation_token: token,
    allowed_payment_method_types: ['card'],
    ...more,
  });

describe('a ConfirmationToken', () => {
  it('shows what will become the payment method', async () => {
    const { id } = await newToken({ return_url: RETURN_URL, shipping: SHIPPING });
    expect(await stripe.confirmationTokens.retrieve(id)).toMatchObject({
      id: expect.stringMatching(/^ctoken_/),
      object: 'confirmation_token',
      created: START / 1000,
      expires_at: START / 1000 + 12 * HOURS,
      payment_intent: null,
      setup_intent: null,
      return_url: RETURN_URL,
      shipping: { name: 'Jenny Rosen' },
      use_stripe_sdk: true,
      payment_method_preview: {
        type: 'card',
        billing_details: { name: 'Jenny Rosen' },
        card: { brand: 'visa', last4: '4242' },
        customer: null,
      },
    });
  });

  it('is no payment method before a confirm', async () => {
    const { id, payment_method_preview: preview } = await newToken();
    expect(preview).not.toHaveProperty('id');
    expect((await stripe.paymentMethods.list()).data).toEqual([]);
    const { payment_method: method } = await pay(id);
    expect((await stripe.paymentMethods.list()).data.map((each) => each.id)).toEqual([method]);
  });

  it('is found by its own account alone', async () => {
    const { id } = await newToken();
    const other = stripe.confirmationTokens.retrieve(id, {}, { stripeAccount: 'acct_1' });
    expect(await failure(other)).toMatchObject({ statusCode: 404, code: 'resource_missing' });
  });

  it('can be made by a browser, and read by a server alone', async () => {
    const { body, status } = await world.client.submit('/stripe/v1/confirmation_tokens', {
      key: PUBLISHABLE,
      'payment_method_data[type]': 'card',
      'payment_method_data[card][number]': '4242424242424242',
    });
    expect(status).toBe(200);
    const path = `/stripe/v1/confirmation_tokens/${body.id}?key=${PUBLISHABLE}`;
    expect((await world.client.send(path)).status).toBe(403);
    expect((await pay(body.id)).status).toBe('succeeded');
  });
});

describe('a PaymentIntent', () => {
  it('takes everything from the token', async () => {
    const { id: customer } = await stripe.customers.create();
    const token = await newToken({
      return_url: RETURN_URL,
      setup_future_usage: 'off_session',
      shipping: SHIPPING,
    });
    const paid = await pay(token.id, { customer });
    expect(paid).toMatchObject({
      status: 'succeeded',
      setup_future_usage: 'off_session',
      shipping: { name: 'Jenny Rosen' },
    });
    const saved = await stripe.customers.listPaymentMethods(customer);
    expect(saved.data.map(({ id }) => id)).toEqual([paid.payment_method]);
    const used = await stripe.confirmationTokens.retrieve(token.id);
    expect(used).toMatchObject({ payment_intent: paid.id, setup_intent: null });
  });

  it('prefers what the request itself says', async () => {
    const token = await newToken({ shipping: SHIPPING });
    const paid = await pay(token.id, {
      payment_method: 'pm_card_mastercard',
      shipping: { ...SHIPPING, name: 'Tom' },
      expand: ['payment_method'],
    });
    expect(paid).toMatchObject({
      payment_method: { card: { brand: 'mastercard' } },
      shipping: { name: 'Tom' },
    });
  });

  it('leaves 3-D Secure to Stripe.js, unless the confirm says otherwise', async () => {
    const challenged = {
      payment_method_data: cardData('4000000000003220'),
      return_url: RETURN_URL,
    };
    const bySdk = await pay((await newToken(challenged)).id);
    expect(bySdk.next_action?.type).toBe('use_stripe_sdk');
    const byRedirect = await pay((await newToken(challenged)).id, { use_stripe_sdk: false });
    expect(byRedirect.next_action?.redirect_to_url).toMatchObject({ return_url: RETURN_URL });
  });

  it('is confirmed by a browser with a token', async () => {
    const created = { amount: 1800, currency: 'eur' };
    const { id, client_secret } = await stripe.paymentIntents.create(created);
    const { body } = await world.client.submit(`/v1/payment_intents/${id}/confirm`, {
      key: PUBLISHABLE,
      client_secret: client_secret ?? '',
      confirmation_token: (await newToken()).id,
    });
    expect(body).toMatchObject({ status: 'succeeded' });
  });

  it('pays with the method of a customer', async () => {
    const { id: customer } = await stripe.customers.create();
    const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    const paid = await pay((await newToken({ payment_method: id })).id, { customer });
    expect(paid.payment_method).toBe(id);
  });
});

describe('a token that was used', () => {
  it('confirms nothing else, even after a decline', async () => {
    const { id } = await newToken({ payment_method_data: cardData('4000000000000002') });
    expect(await failure(pay(id))).toMatchObject({ code: 'card_declined' });
    expect(await failure(pay(id))).toMatchObject({
      statusCode: 400,
      code: 'token_already_used',
      param: 'confirmation_token',
    });
  });

  it('is not used up by a request that is wrong', async () => {
    const { id } = await newToken();
    await failure(pay(id, { allowed_payment_method_types: ['ideal'] }));
    expect((await pay(id)).status).toBe('succeeded');
  });

  it('answers the same request again by its idempotency key', async () => {
    const { id } = await newToken();
    const again = () =>
      stripe.paymentIntents.create(
        { amount: 1800, currency: 'eur', confirm: true, confirmation_token: id },
        { idempotencyKey: 'once' },
      );
    expect((await again()).id).toBe((await again()).id);
  });
});

describe('a token that cannot be used', () => {
  it('has expired after twelve hours', async () => {
    const { id } = await newToken();
    world.advance(12 * HOURS * 1000);
    expect(await failure(pay(id))).toMatchObject({
      message: expect.stringContaining('has expired'),
      param: 'confirmation_token',
    });
  });

  it('belongs to a confirm, not to a create', async () => {
    const { id } = await newToken();
    const error = await failure(pay(id, { confirm: false }));
    expect(error).toMatchObject({ statusCode: 400, param: 'confirmation_token' });
  });

  it('has no two payment methods', async () => {
    const both = { payment_method: 'pm_card_visa', payment_method_data: cardData('4242') };
    const error = await failure(stripe.testHelpers.confirmationTokens.create(both));
    expect(error.code).toBe('parameters_exclusive');
  });
});

describe('a SetupIntent', () => {
  it('is confirmed with a token, and keeps its usage', async () => {
    const { id: customer } = await stripe.customers.create();
    const { id } = await stripe.setupIntents.create({ customer, usage: 'on_session' });
    const token = await newToken({ setup_future_usage: 'off_session', shipping: SHIPPING });
    const intent = await stripe.setupIntents.confirm(id, { confirmation_token: token.id });
    expect(intent).toMatchObject({ status: 'succeeded', usage: 'on_session' });
    expect(intent).not.toHaveProperty('shipping');
    expect(intent).not.toHaveProperty('setup_future_usage');
    const used = await stripe.confirmationTokens.retrieve(token.id);
    expect(used).toMatchObject({ payment_intent: null, setup_intent: id });
  });
});
