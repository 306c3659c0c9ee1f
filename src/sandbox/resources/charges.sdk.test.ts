import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { confirmed, ORIGIN } from '../testing/client.ts';
import {
  authorized,
  createTestStripe,
  failure,
  paid,
  START,
  type TestStripe,
} from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;

beforeEach(() => {
  context = createTestStripe();
  stripe = context.stripe;
});

const pay = (more: object = {}) => stripe.paymentIntents.create({ ...paid, ...more });

const charged = async (more: object = {}) =>
  stripe.charges.retrieve(String((await pay(more)).latest_charge));

const cardOf = (charge: Stripe.Charge) => charge.payment_method_details?.card;

const DAY = 24 * 3600;

describe('a charge', () => {
  it('shows every field that Stripe answers with', async () => {
    const intent = await pay();
    const charge = await stripe.charges.retrieve(String(intent.latest_charge));
    expect(charge).toEqual({
      id: intent.latest_charge,
      object: 'charge',
      amount: 1800,
      amount_captured: 1800,
      amount_refunded: 0,
      application: null,
      application_fee: null,
      application_fee_amount: null,
      balance_transaction: expect.stringMatching(/^txn_/),
      billing_details: {
        address: {
          city: null,
          country: null,
          line1: null,
          line2: null,
          postal_code: null,
          state: null,
        },
        email: null,
        name: null,
        phone: null,
        tax_id: null,
      },
      calculated_statement_descriptor: 'PAYSTEP SANDBOX',
      captured: true,
      created: START / 1000,
      currency: 'eur',
      customer: null,
      description: null,
      destination: null,
      dispute: null,
      disputed: false,
      failure_balance_transaction: null,
      failure_code: null,
      failure_message: null,
      fraud_details: {},
      livemode: false,
      metadata: {},
      on_behalf_of: null,
      order: null,
      outcome: {
        advice_code: null,
        network_advice_code: null,
        network_decline_code: null,
        network_status: 'approved_by_network',
        reason: null,
        risk_level: 'normal',
        risk_score: expect.any(Number),
        seller_message: 'Payment complete.',
        type: 'authorized',
      },
      paid: true,
      payment_intent: intent.id,
      payment_method: intent.payment_method,
      payment_method_details: {
        card: {
          amount_authorized: 1800,
          authorization_code: expect.stringMatching(/^\d{6}$/),
          brand: 'visa',
          checks: {
            address_line1_check: null,
            address_postal_code_check: null,
            cvc_check: 'pass',
          },
          country: 'US',
          electronic_commerce_indicator: '07',
          exp_month: 12,
          exp_year: 2034,
          extended_authorization: { status: 'disabled' },
          fingerprint: expect.stringMatching(/^\w{16}$/),
          funding: 'credit',
          incremental_authorization: { status: 'unavailable' },
          installments: null,
          last4: '4242',
          mandate: null,
          multicapture: { status: 'unavailable' },
          network: 'visa',
          network_token: { used: false },
          network_transaction_id: expect.stringMatching(/^\d{15}$/),
          overcapture: { maximum_amount_capturable: 1800, status: 'unavailable' },
          regulated_status: 'unregulated',
          three_d_secure: null,
          transaction_link_id: null,
          wallet: null,
        },
        type: 'card',
      },
      radar_options: {},
      receipt_email: null,
      receipt_number: null,
      receipt_url: `${ORIGIN}/sandbox/receipts/${intent.latest_charge}`,
      refunded: false,
      review: null,
      shipping: null,
      source: null,
      source_transfer: null,
      statement_descriptor: null,
      statement_descriptor_suffix: null,
      status: 'succeeded',
      transfer_data: null,
      transfer_group: null,
    });
  });

  it('repeats what the payment says', async () => {
    const shipping = { name: 'Ann', address: { line1: 'Main Street 1' } };
    const { id: customer } = await stripe.customers.create();
    const charge = await charged({
      customer,
      description: 'Hat',
      metadata: { order: '7' },
      receipt_email: 'ann@example.com',
      shipping,
      statement_descriptor_suffix: 'HAT',
      transfer_group: 'order 7',
    });
    expect(charge).toMatchObject({
      customer,
      description: 'Hat',
      metadata: { order: '7' },
      receipt_email: 'ann@example.com',
      shipping,
      statement_descriptor_suffix: 'HAT',
      calculated_statement_descriptor: 'PAYSTEP* HAT',
      transfer_group: 'order 7',
    });
  });

  it('of an authorization says until when it can be captured', async () => {
    const { latest_charge, id } = await stripe.paymentIntents.create(authorized);
    const read = () => stripe.charges.retrieve(String(latest_charge));
    const capture_before = START / 1000 + 7 * DAY;
    expect(await read()).toMatchObject({
      captured: false,
      balance_transaction: null,
      payment_method_details: { card: { capture_before } },
    });
    await stripe.paymentIntents.capture(id);
    expect(await read()).toMatchObject({
      captured: true,
      payment_method_details: { card: { capture_before } },
    });
  });

  it('says how the bank has declined', async () => {
    const declined = async (name: string) => {
      const { charge = '' } = await failure(pay({ payment_method: name }));
      return stripe.charges.retrieve(charge);
    };
    expect(await declined('pm_card_visa_chargeDeclined')).toMatchObject({
      status: 'failed',
      paid: false,
      captured: false,
      failure_code: 'card_declined',
      balance_transaction: null,
      receipt_url: null,
      outcome: {
        advice_code: 'try_again_later',
        network_status: 'declined_by_network',
        reason: 'generic_decline',
        seller_message: 'The bank did not return any further details with this decline.',
        type: 'issuer_declined',
      },
      payment_method_details: { card: { amount_authorized: null, authorization_code: null } },
    });
    expect((await declined('pm_card_visa_chargeDeclinedLostCard')).outcome).toMatchObject({
      advice_code: 'do_not_try_again',
      seller_message: 'The bank returned the decline code `lost_card`.',
    });
    const wrongCode = await declined('pm_card_chargeDeclinedIncorrectCvc');
    expect(cardOf(wrongCode)?.checks?.cvc_check).toBe('fail');
    expect((await declined('pm_card_radarBlock')).outcome).toMatchObject({
      network_status: 'not_sent_to_network',
      reason: 'highest_risk_level',
      risk_level: 'highest',
      type: 'blocked',
    });
  });

  it('says how high the risk was', async () => {
    const { outcome } = await charged({ payment_method: 'pm_card_riskLevelElevated' });
    expect(outcome?.risk_level).toBe('elevated');
    expect(outcome?.risk_score).toBeGreaterThanOrEqual(65);
  });

  it('of a debit is pending, and is assessed by nobody', async () => {
    const { body } = await context.client.stripe('', confirmed('sepa_debit'));
    const charge = await stripe.charges.retrieve(body.latest_charge);
    expect(charge).toMatchObject({
      status: 'pending',
      paid: false,
      calculated_statement_descriptor: null,
      outcome: { risk_level: 'not_assessed' },
      payment_method_details: { type: 'sepa_debit' },
    });
    expect(charge.outcome).not.toHaveProperty('risk_score');
  });
});

describe('3-D Secure on a charge', () => {
  const secured = (flow: string) => ({
    authentication_flow: flow,
    electronic_commerce_indicator: '05',
    exemption_indicator: null,
    result: 'authenticated',
    result_reason: null,
    transaction_id: expect.any(String),
    version: '2.2.0',
  });

  it('is a challenge that the customer has passed', async () => {
    const { id } = await pay({ payment_method: 'pm_card_threeDSecure2Required' });
    await context.client.simulate(id, 'succeed');
    const [charge] = (await stripe.charges.list({ payment_intent: id })).data;
    expect(charge && cardOf(charge)?.three_d_secure).toEqual(secured('challenge'));
  });

  it('is a challenge before the server confirms again', async () => {
    const { id } = await pay({
      allowed_payment_method_types: undefined,
      payment_method: 'pm_card_threeDSecure2Required',
      confirmation_method: 'manual',
    });
    await context.client.simulate(id, 'succeed');
    await stripe.paymentIntents.confirm(id);
    const [charge] = (await stripe.charges.list({ payment_intent: id })).data;
    expect(charge && cardOf(charge)?.three_d_secure).toEqual(secured('challenge'));
  });

  it.each([
    ['the card has', { payment_method: 'pm_card_threeDSecureOptional' }],
    [
      'the merchant asks for',
      { payment_method_options: { card: { request_three_d_secure: 'any' } } },
    ],
  ])('is frictionless where %s it', async (_, more) => {
    expect(cardOf(await charged(more))?.three_d_secure).toEqual(secured('frictionless'));
  });

  it('is none of another card that was tried instead', async () => {
    const { id } = await pay({ payment_method: 'pm_card_threeDSecure2Required' });
    await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    const [charge] = (await stripe.charges.list({ payment_intent: id })).data;
    expect(charge && cardOf(charge)?.three_d_secure).toBeNull();
  });
});

describe('charges', () => {
  it('are listed, newest first, by what is asked for', async () => {
    const { id: customer } = await stripe.customers.create();
    const first = await pay({ customer, transfer_group: 'group' });
    context.advance(1000);
    const second = await pay();
    const listed = async (params: Stripe.ChargeListParams = {}) =>
      (await stripe.charges.list(params)).data.map(({ id }) => id);
    expect(await listed()).toEqual([second.latest_charge, first.latest_charge]);
    expect(await listed({ limit: 1 })).toEqual([second.latest_charge]);
    expect(await listed({ customer })).toEqual([first.latest_charge]);
    expect(await listed({ payment_intent: second.id })).toEqual([second.latest_charge]);
    expect(await listed({ transfer_group: 'group' })).toEqual([first.latest_charge]);
    expect(await listed({ created: { gt: START / 1000 } })).toEqual([second.latest_charge]);
    for (const params of [{ customer: 'cus_none' }, { payment_intent: 'pi_none' }]) {
      expect(await failure(stripe.charges.list(params))).toMatchObject({
        statusCode: 400,
        code: 'resource_missing',
        param: Object.keys(params)[0],
      });
    }
  });

  it('have a list entry for each attempt', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 1800, currency: 'eur' });
    await failure(
      stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa_chargeDeclined' }),
    );
    await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    const { data } = await stripe.charges.list({ payment_intent: id });
    expect(data.map(({ status }) => status)).toEqual(['succeeded', 'failed']);
  });

  it('are changed by the merchant, apart from their payment', async () => {
    const intent = await pay({ description: 'Hat', metadata: { a: '1' } });
    const id = String(intent.latest_charge);
    const { id: customer } = await stripe.customers.create();
    const shipping = { name: 'Ann', address: { line1: 'Main Street 1' } };
    const changes = {
      customer,
      description: 'Coat',
      fraud_details: { user_report: 'safe' },
      metadata: { b: '2' },
      receipt_email: 'ann@example.com',
      shipping,
    } as const;
    const updated = await stripe.charges.update(id, changes);
    expect(updated).toMatchObject({ ...changes, metadata: { a: '1', b: '2' } });
    expect(await stripe.charges.retrieve(id)).toEqual(updated);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      customer: null,
      description: 'Hat',
      metadata: { a: '1' },
    });
    await stripe.paymentIntents.update(intent.id, { metadata: { c: '3' } });
    expect(await stripe.charges.retrieve(id)).toEqual(updated);
  });

  it('refuse changes that belong to the payment', async () => {
    const [one, other] = [await stripe.customers.create(), await stripe.customers.create()];
    const intent = await pay({ customer: one.id });
    const update = (params: Stripe.ChargeUpdateParams) =>
      failure(stripe.charges.update(String(intent.latest_charge), params));
    expect((await update({ customer: other.id })).param).toBe('customer');
    expect((await update({ customer: 'cus_none' })).param).toBe('customer');
    expect((await update({ transfer_group: 'group' })).message).toContain(intent.id);
    expect((await update({ amount: 1 } as object)).code).toBe('parameter_unknown');
    expect((await update({ receipt_email: 'nobody' })).code).toBe('email_invalid');
  });

  it('are captured by their payment only', async () => {
    const { id, latest_charge } = await stripe.paymentIntents.create(authorized);
    const capture = () => failure(stripe.charges.capture(String(latest_charge)));
    expect((await capture()).message).toContain(
      `This uncaptured Charge was created by a PaymentIntent (${id}). You must capture the PaymentIntent instead.`,
    );
    await stripe.paymentIntents.capture(id);
    expect(await capture()).toMatchObject({ statusCode: 400, code: 'charge_already_captured' });
  });

  it('are made by payments only, as at Stripe today', async () => {
    const params = { amount: 1800, currency: 'eur', source: 'tok_visa' };
    const error = await failure(stripe.charges.create(params));
    expect(error).toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError' });
    expect(error.message).toContain('Create a PaymentIntent');
  });

  it('are unknown to other accounts, to the other gateway, and to browsers', async () => {
    const { id } = await charged();
    expect(await failure(stripe.charges.retrieve('ch_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'id',
      message: "No such charge: 'ch_none'",
    });
    const other = stripe.charges.retrieve(id, {}, { stripeAccount: 'acct_1' });
    expect((await failure(other)).statusCode).toBe(404);
    const headers = { authorization: 'Bearer sk_test_1' };
    expect((await context.client.send(`/wooshpay/v1/charges/${id}`, { headers })).status).toBe(404);
    const browser = { headers: { authorization: 'Bearer pk_test_1' } };
    expect((await context.client.send(`/v1/charges/${id}`, browser)).status).toBe(403);
  });
});

describe('a charge for others', () => {
  it('to a destination has its transfer and the fee', async () => {
    const intent = await pay({
      application_fee_amount: 123,
      transfer_data: { destination: 'acct_1' },
    });
    expect(await stripe.charges.retrieve(String(intent.latest_charge))).toMatchObject({
      application: null,
      application_fee: expect.stringMatching(/^fee_/),
      application_fee_amount: 123,
      destination: 'acct_1',
      transfer: expect.stringMatching(/^tr_/),
      transfer_data: { amount: null, destination: 'acct_1' },
      transfer_group: `group_${intent.id}`,
    });
  });

  it('has both once the money is captured, and as the capture says', async () => {
    const { id, latest_charge } = await stripe.paymentIntents.create({
      ...authorized,
      application_fee_amount: 123,
      transfer_data: { destination: 'acct_1' },
    });
    const read = () => stripe.charges.retrieve(String(latest_charge));
    const before = await read();
    expect(before).toMatchObject({ application_fee: null, application_fee_amount: 123 });
    expect(before).not.toHaveProperty('transfer');
    await stripe.paymentIntents.capture(id, { application_fee_amount: 50 });
    expect(await read()).toMatchObject({
      application_fee: expect.stringMatching(/^fee_/),
      application_fee_amount: 50,
    });
  });
});

describe('at WooshPay', () => {
  it('charges show what its documents have', async () => {
    const { client } = context;
    const { body } = await client.wooshpay('', confirmed('alipay'));
    await client.simulate(body.id, 'succeed');
    const headers = { authorization: 'Bearer sk_test_1' };
    const { body: list } = await client.send('/wooshpay/v1/charges', { headers });
    expect(list.data).toMatchObject([
      { object: 'charge', currency: 'EUR', created: START, payment_intent: body.id, paid: true },
    ]);
    expect(list.data[0]).not.toHaveProperty('balance_transaction');
  });
});
