import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure, type TestStripe } from '../testing/stripe.ts';

let stripe: Stripe;
let client: TestStripe['client'];

beforeEach(() => {
  ({ client, stripe } = createTestStripe());
});

/** What Rails' Pay gem asks to expand in each payment (github.com/pay-rails/pay). */
const PAY_EXPAND = [
  'latest_charge.balance_transaction',
  'latest_charge.payment_intent',
  'latest_charge.refunds.data.balance_transaction',
];

/** The same of a charge alone. */
const PAY_CHARGE_EXPAND = [
  'balance_transaction',
  'payment_intent',
  'refunds.data.balance_transaction',
];

const customerWithCard = async () => {
  const customer = await stripe.customers.create({
    email: 'ada@shop.example',
    name: 'Ada',
    expand: ['tax', 'invoice_credit_balance'],
  });
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
  await stripe.customers.update(customer.id, {
    invoice_settings: { default_payment_method: method.id },
  });
  return { customer: customer.id, payment_method: method.id };
};

/** A payment as the Pay gem makes one. */
async function charge(params: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({
    amount: 2900,
    currency: 'usd',
    confirm: true,
    return_url: 'http://localhost:3000/',
    expand: PAY_EXPAND,
    ...(await customerWithCard()),
    ...params,
  });
}

const latestCharge = (intent: Stripe.PaymentIntent) => intent.latest_charge as Stripe.Charge;

describe('the Pay gem', () => {
  it('reads the charge with its payment and refunds in the answer to a create', async () => {
    const intent = await charge();
    expect(intent.status).toBe('succeeded');
    const latest = latestCharge(intent);
    expect(latest).toMatchObject({
      object: 'charge',
      amount: 2900,
      payment_intent: { id: intent.id, object: 'payment_intent', latest_charge: latest.id },
      refunds: {
        object: 'list',
        data: [],
        has_more: false,
        url: `/v1/charges/${latest.id}/refunds`,
      },
    });
  });

  it('reads the fee once the money is captured', async () => {
    const intent = await charge({ capture_method: 'manual' });
    expect(intent).toMatchObject({ status: 'requires_capture', amount_capturable: 2900 });
    expect(latestCharge(intent)).toMatchObject({ captured: false, balance_transaction: null });
    await stripe.paymentIntents.capture(intent.id);
    const captured = await stripe.charges.retrieve(latestCharge(intent).id, {
      expand: PAY_CHARGE_EXPAND,
    });
    expect(captured).toMatchObject({
      captured: true,
      balance_transaction: { object: 'balance_transaction', amount: 2900, fee: 114, net: 2786 },
      payment_intent: { id: intent.id, status: 'succeeded' },
    });
  });

  it('reads each refund with the money that it takes', async () => {
    const { id } = latestCharge(await charge({ amount: 3000 }));
    await stripe.refunds.create({ charge: id, amount: 1000 });
    await stripe.refunds.create({ charge: id, amount: 500 });
    const { amount_refunded, refunds } = await stripe.charges.retrieve(id, {
      expand: PAY_CHARGE_EXPAND,
    });
    expect(amount_refunded).toBe(1500);
    expect(refunds?.data).toMatchObject([
      { amount: 500, charge: id, balance_transaction: { amount: -500, type: 'refund' } },
      { amount: 1000, charge: id, balance_transaction: { amount: -1000, type: 'refund' } },
    ]);
  });

  it('sends money on to a connected account, and keeps a fee', async () => {
    const account = 'acct_1032D82eZvKYlo2C';
    const intent = await charge({
      application_fee_amount: 123,
      transfer_data: { destination: account },
    });
    expect(intent).toMatchObject({
      application_fee_amount: 123,
      transfer_data: { destination: account },
      transfer_group: `group_${intent.id}`,
    });
    expect(latestCharge(intent)).toMatchObject({
      application_fee_amount: 123,
      transfer_data: { destination: account },
      transfer_group: `group_${intent.id}`,
    });
  });

  it('groups a payment with transfers that follow', async () => {
    const intent = await charge({ transfer_group: '12345' });
    expect([intent.transfer_group, latestCharge(intent).transfer_group]).toEqual([
      '12345',
      '12345',
    ]);
  });

  it('charges a connected account directly', async () => {
    const options = { stripeAccount: 'acct_1032D82eZvKYlo2C' };
    const method = await stripe.paymentMethods.create(
      { type: 'card', card: { token: 'tok_visa' } },
      options,
    );
    const intent = await stripe.paymentIntents.create(
      {
        amount: 1000,
        currency: 'usd',
        confirm: true,
        payment_method: method.id,
        return_url: 'http://localhost:3000/',
        expand: PAY_EXPAND,
      },
      options,
    );
    const { id } = latestCharge(intent);
    expect(latestCharge(intent).payment_intent).toMatchObject({ id: intent.id });
    expect((await stripe.charges.retrieve(id, {}, options)).id).toBe(id);
    expect(await failure(stripe.charges.retrieve(id))).toMatchObject({ statusCode: 404 });
  });

  it('asks for an action where the card requires one, and has no charge yet', async () => {
    const customer = (await stripe.customers.create()).id;
    const method = await stripe.paymentMethods.attach('pm_card_authenticationRequired', {
      customer,
    });
    const intent = await charge({ customer, payment_method: method.id });
    expect(intent).toMatchObject({ status: 'requires_action', latest_charge: null });
  });

  it('gets an error for an amount of 0', async () => {
    expect(await failure(charge({ amount: 0 }))).toMatchObject({
      statusCode: 400,
      type: 'StripeInvalidRequestError',
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  });

  it('gets an error for a card that is declined as it is saved', async () => {
    const { id: customer } = await stripe.customers.create();
    const error = await failure(
      stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer }),
    );
    expect(error).toMatchObject({
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'generic_decline',
      raw: { advice_code: 'try_again_later', network_decline_code: '01' },
    });
  });

  it('gets an error for a payment method that does not exist', async () => {
    const { id: customer } = await stripe.customers.create();
    expect(await failure(stripe.paymentMethods.attach('invalid', { customer }))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'payment_method',
    });
  });

  it('finds no invoice that a payment has paid', async () => {
    const { id } = await charge();
    const { data } = await stripe.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: id },
      status: 'paid',
    });
    expect(data).toEqual([]);
  });
});

/** What activemerchant expands in each payment (github.com/activemerchant/active_merchant). */
const ACTIVEMERCHANT_EXPAND = ['latest_charge', 'latest_charge.balance_transaction'];

describe('activemerchant', () => {
  const purchase = (params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    stripe.paymentIntents.create({
      amount: 2000,
      currency: 'gbp',
      confirm: true,
      capture_method: 'automatic',
      payment_method: 'pm_card_visa',
      allowed_payment_method_types: ['card'],
      expand: ACTIVEMERCHANT_EXPAND,
      ...params,
    });

  it('reads the balance transaction of a purchase at once', async () => {
    expect(latestCharge(await purchase())).toMatchObject({
      captured: true,
      balance_transaction: { object: 'balance_transaction', amount: 2000, status: 'pending' },
      outcome: { seller_message: 'Payment complete.' },
      payment_method_details: { card: { network_transaction_id: expect.any(String) } },
    });
  });

  it('reads until when an authorization can be captured', async () => {
    const { payment_method_details: details } = latestCharge(
      await purchase({ capture_method: 'manual' }),
    );
    expect(details?.card).toMatchObject({
      capture_before: expect.any(Number),
      extended_authorization: { status: 'disabled' },
    });
  });

  it('asks of a payment without a charge for the charge’s money', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: 'gbp' });
    const intent = await stripe.paymentIntents.retrieve(id, {
      expand: ['latest_charge.balance_transaction'],
    });
    expect(intent.latest_charge).toBeNull();
  });

  it('says its fee as late as at the capture', async () => {
    const destination = 'acct_1032D82eZvKYlo2C';
    const { application_fee_amount, id } = await purchase({
      capture_method: 'manual',
      transfer_data: { destination },
    });
    expect(application_fee_amount).toBeNull();
    const captured = await stripe.paymentIntents.capture(id, {
      application_fee_amount: 100,
      expand: ACTIVEMERCHANT_EXPAND,
    });
    expect(captured.application_fee_amount).toBe(100);
    expect(latestCharge(captured).application_fee_amount).toBe(100);
  });

  it('reads the charge of a refund', async () => {
    const { latest_charge } = await purchase();
    const refund = await stripe.refunds.create({
      charge: (latest_charge as Stripe.Charge).id,
      amount: 1980,
      metadata: { order: '7' },
      expand: ['charge'],
    });
    expect(refund).toMatchObject({
      charge: { amount_refunded: 1980, captured: true, refunded: false },
      metadata: { order: '7' },
    });
  });

  it('asks for a customer’s sources, of which there are none', async () => {
    const { id } = await stripe.customers.create({ expand: ['sources'] });
    expect(id).toMatch(/^cus_/);
  });
});

describe('emulate', () => {
  // github.com/vercel-labs/emulate, packages/@emulators/stripe: its own tests.
  it('refuses to list the payment methods of an unknown customer', async () => {
    const error = await failure(stripe.paymentMethods.list({ customer: 'cus_x', type: 'card' }));
    expect(error).toMatchObject({ statusCode: 400, code: 'resource_missing', param: 'customer' });
  });
});

describe('localstripe', () => {
  // github.com/adrienverge/localstripe, test.sh.
  it('refuses off_session where nothing is confirmed', async () => {
    const params = { amount: 1000, currency: 'usd', off_session: true, confirm: false };
    expect(await failure(stripe.paymentIntents.create(params))).toMatchObject({
      statusCode: 400,
      param: 'off_session',
    });
  });

  it('reads events by time', async () => {
    await stripe.paymentIntents.create({ amount: 1000, currency: 'usd' });
    const [event] = (await stripe.events.list()).data;
    const lte = event?.created ?? 0;
    expect((await stripe.events.list({ created: { lte } })).data).toHaveLength(1);
    expect((await stripe.events.list({ created: { lte, gt: lte } })).data).toEqual([]);
  });
});

describe('stripe-python', () => {
  it.each([
    ['True', 'succeeded'],
    ['False', 'requires_confirmation'],
  ])('writes a boolean as %s', async (confirm, status) => {
    const params = { amount: 1000, currency: 'usd', payment_method: 'pm_card_visa', confirm };
    const { body } = await client.stripe('', { ...params, 'payment_method_types[]': 'card' });
    expect(body.status).toBe(status);
  });
});
