import fc from 'fast-check';
import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { card, confirmed } from '../testing/client.ts';
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

const payWith = async (type: string, more: object = {}) =>
  (await context.client.stripe('', confirmed(type, more))).body;

const refund = (params: Stripe.RefundCreateParams) => stripe.refunds.create(params);

const chargeOf = async ({ id }: { id: string }) => {
  const read = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
  return read.latest_charge as Stripe.Charge;
};

describe('a refund', () => {
  it('gives a whole payment back, and shows every field of Stripe’s', async () => {
    const intent = await pay();
    const made = await refund({ payment_intent: intent.id, metadata: { order: '7' } });
    const tail = made.id.slice(3);
    expect(made).toEqual({
      id: expect.stringMatching(/^re_3\w{23}$/),
      object: 'refund',
      amount: 1800,
      balance_transaction: `txn_${tail}`,
      charge: intent.latest_charge,
      created: START / 1000,
      currency: 'eur',
      customer: null,
      customer_account: null,
      destination_details: {
        card: {
          reference_status: 'pending',
          reference_type: 'acquirer_reference_number',
          type: 'refund',
        },
        type: 'card',
      },
      metadata: { order: '7' },
      payment_intent: intent.id,
      payment_method: intent.payment_method,
      reason: null,
      receipt_number: null,
      source_transfer_reversal: null,
      status: 'succeeded',
      transfer_reversal: null,
    });
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 1800, refunded: true });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'succeeded',
      amount_received: 1800,
    });
  });

  it('gives parts back until nothing is left', async () => {
    const intent = await pay();
    const charge = String(intent.latest_charge);
    await refund({ charge, amount: 1000, reason: 'duplicate' });
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 1000, refunded: false });
    expect(await refund({ charge })).toMatchObject({ amount: 800 });
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 1800, refunded: true });
    expect(await failure(refund({ charge, amount: 1 }))).toMatchObject({
      statusCode: 400,
      code: 'charge_already_refunded',
      message: `Charge ${charge} has already been refunded.`,
    });
  });

  it('gives no more back than was captured', async () => {
    const { id } = await stripe.paymentIntents.create(authorized);
    await stripe.paymentIntents.capture(id, { amount_to_capture: 500 });
    await refund({ payment_intent: id, amount: 200 });
    const error = await failure(refund({ payment_intent: id, amount: 301 }));
    expect(error).toMatchObject({ statusCode: 400, param: 'amount' });
    expect(error.message).toBe(
      'Refund amount (€3.01) is greater than unrefunded amount on charge (€3.00)',
    );
    expect(error.code).toBeUndefined();
    await refund({ payment_intent: id });
    expect(await chargeOf({ id })).toMatchObject({ amount_refunded: 1800, refunded: true });
  });

  it('never gives back more than was captured, whatever is asked for', async () => {
    const amount = fc.option(fc.integer({ min: -5, max: 2000 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1800 }),
        fc.array(amount, { maxLength: 6 }),
        async (captured, amounts) => {
          const { id } = await stripe.paymentIntents.create(authorized);
          await stripe.paymentIntents.capture(id, { amount_to_capture: captured });
          for (const each of amounts) {
            await refund({ payment_intent: id, ...(each !== undefined && { amount: each }) }).catch(
              () => null,
            );
          }
          const { data } = await stripe.refunds.list({ payment_intent: id });
          const reversed = 1800 - captured;
          const sum = data.reduce((total, each) => total + each.amount, -reversed);
          const charge = await chargeOf({ id });
          expect(sum).toBeLessThanOrEqual(captured);
          expect(charge.amount_refunded).toBe(sum + reversed);
          expect(charge.refunded).toBe(sum === captured);
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each([
    ['nothing', {}, 400, /payment_intent or charge/],
    ['an unknown charge', { charge: 'ch_none' }, 404, /No such charge: 'ch_none'/],
    ['an unknown payment', { payment_intent: 'pi_none' }, 400, /No such payment_intent/],
  ])('needs a charge or a payment, not %s', async (_, params, statusCode, message) => {
    const error = await failure(refund(params));
    expect(error.statusCode).toBe(statusCode);
    expect(error.message).toMatch(message);
  });

  it('refuses a charge of another payment', async () => {
    const [one, other] = [await pay(), await pay()];
    const params = { charge: String(one.latest_charge), payment_intent: other.id };
    expect((await failure(refund(params))).param).toBe('charge');
    expect((await refund({ ...params, payment_intent: one.id })).status).toBe('succeeded');
  });

  it.each([0, -5])('refuses an amount of %i', async (amount) => {
    const { id } = await pay();
    expect(await failure(refund({ payment_intent: id, amount }))).toMatchObject({
      code: 'parameter_invalid_integer',
      param: 'amount',
      message: 'This value must be greater than or equal to 1.',
    });
  });

  it('refuses reasons that only Stripe gives', async () => {
    const { id } = await pay();
    const params = { payment_intent: id, reason: 'expired_uncaptured_charge' } as const;
    expect(await failure(refund(params))).toMatchObject({
      param: 'reason',
      message: 'Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer',
    });
  });

  it('refuses what was not paid', async () => {
    const open = await stripe.paymentIntents.create({ amount: 1800, currency: 'eur' });
    const declined = await failure(pay({ payment_method: 'pm_card_visa_chargeDeclined' }));
    const failed = (declined.raw as { payment_intent: Stripe.PaymentIntent }).payment_intent;
    const debit = await payWith('sepa_debit');
    for (const { id } of [open, failed, debit]) {
      const error = await failure(refund({ payment_intent: id }));
      expect(error).toMatchObject({ statusCode: 400 });
      expect(error.message).toBe(
        `This PaymentIntent (${id}) does not have a successful charge to refund.`,
      );
    }
    const charge = String(failed.latest_charge);
    expect((await failure(refund({ charge }))).message).toContain('successful charge to refund');
  });

  it('refuses what is only authorized, or was released', async () => {
    const { id, latest_charge } = await stripe.paymentIntents.create(authorized);
    const charge = String(latest_charge);
    const error = await failure(refund({ charge }));
    expect(error.message).toContain(
      `This uncaptured Charge was created by a PaymentIntent (${id})`,
    );
    expect(error.message).toContain('You must cancel the PaymentIntent');
    await stripe.paymentIntents.cancel(id);
    expect((await failure(refund({ charge }))).message).toContain('successful charge to refund');
  });

  it('is made once for an idempotency key', async () => {
    const { id } = await pay();
    const again = () => stripe.refunds.create({ payment_intent: id }, { idempotencyKey: 'once' });
    const [first, second] = [await again(), await again()];
    expect(second.id).toBe(first.id);
    expect((await stripe.refunds.list()).data).toHaveLength(1);
  });

  it('belongs to one account, and to secret keys', async () => {
    const { id } = await stripe.paymentIntents.create(paid, { stripeAccount: 'acct_1' });
    const other = { stripeAccount: 'acct_2' };
    const wrong = stripe.refunds.create({ payment_intent: id }, other);
    expect((await failure(wrong)).code).toBe('resource_missing');
    const own = await stripe.refunds.create({ payment_intent: id }, { stripeAccount: 'acct_1' });
    expect((await failure(stripe.refunds.retrieve(own.id))).statusCode).toBe(404);
    expect((await stripe.refunds.list({}, other)).data).toEqual([]);
    const browser = createTestStripe('pk_test_1').stripe;
    for (const call of [browser.refunds.list(), browser.charges.list()]) {
      expect((await failure(call)).statusCode).toBe(403);
    }
  });
});

describe('refunds', () => {
  it('are read, listed, and changed in their metadata', async () => {
    const [one, other] = [await pay(), await pay()];
    const first = await refund({ payment_intent: one.id, amount: 100, metadata: { a: '1' } });
    context.advance(5000);
    const second = await refund({ payment_intent: other.id, amount: 200 });
    expect((await stripe.refunds.list()).data.map(({ id }) => id)).toEqual([second.id, first.id]);
    const ids = async (params: Stripe.RefundListParams) =>
      (await stripe.refunds.list(params)).data.map(({ id }) => id);
    expect(await ids({ payment_intent: one.id })).toEqual([first.id]);
    expect(await ids({ charge: String(other.latest_charge) })).toEqual([second.id]);
    expect(await ids({ created: { gt: START / 1000 } })).toEqual([second.id]);
    const updated = await stripe.refunds.update(first.id, { metadata: { b: '2' } });
    expect(updated.metadata).toEqual({ a: '1', b: '2' });
    expect(await stripe.refunds.retrieve(first.id)).toEqual(
      // Its number has come meanwhile.
      { ...updated, destination_details: expect.anything() },
    );
    expect(await failure(stripe.refunds.retrieve('re_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'refund',
    });
    expect((await failure(stripe.refunds.list({ charge: 'ch_none' }))).param).toBe('charge');
  });

  it('are made and changed under their charge too, as older integrations do', async () => {
    const intent = await pay();
    const path = `/v1/charges/${intent.latest_charge}`;
    const made = await stripe.rawRequest('POST', `${path}/refunds`, { amount: 100 });
    expect(made).toMatchObject({ object: 'refund', amount: 100, charge: intent.latest_charge });
    const { id } = made as unknown as Stripe.Refund;
    const changed = await stripe.rawRequest('POST', `${path}/refunds/${id}`, {
      metadata: { order: '7' },
    });
    expect(changed).toMatchObject({ id, metadata: { order: '7' } });
    expect(await stripe.rawRequest('POST', `${path}/refund`, {})).toMatchObject({
      object: 'charge',
      amount_refunded: 1800,
      refunded: true,
    });
  });

  it('are listed under their charge too', async () => {
    const { latest_charge } = await pay();
    const charge = String(latest_charge);
    const { id } = await refund({ charge, amount: 100 });
    const path = `/v1/charges/${charge}/refunds`;
    const list = await stripe.rawRequest('GET', path);
    expect(list).toMatchObject({ object: 'list', url: path, data: [{ id }] });
    expect(await stripe.rawRequest('GET', `${path}/${id}`)).toMatchObject({ id, charge });
    const stranger = await pay();
    const wrong = stripe.rawRequest('GET', `/v1/charges/${stranger.latest_charge}/refunds/${id}`);
    expect((await failure(wrong)).param).toBe('refund');
  });

  it('get the bank’s number a moment later', async () => {
    const { id } = await refund({ payment_intent: (await pay()).id });
    context.advance(1000);
    expect((await stripe.refunds.retrieve(id)).destination_details?.card).toEqual({
      reference: expect.stringMatching(/^\d{12}$/),
      reference_status: 'available',
      reference_type: 'acquirer_reference_number',
      type: 'refund',
    });
  });
});

describe('a refund of a connected payment', () => {
  const direct = { stripeAccount: 'acct_1' };

  it('gives the application fee back in proportion', async () => {
    const fee = { ...paid, amount: 1000, application_fee_amount: 101 };
    const { id } = await stripe.paymentIntents.create(fee, direct);
    const params = { payment_intent: id, amount: 500, refund_application_fee: true };
    const fees: number[] = [];
    for (let at = 0; at < 2; at++) {
      const { balance_transaction } = await stripe.refunds.create(params, direct);
      const read = await stripe.balanceTransactions.retrieve(
        String(balance_transaction),
        {},
        direct,
      );
      fees.push(read.fee);
      expect(read.net).toBe(-500 - read.fee);
    }
    expect(fees).toEqual([-51, -50]);
  });

  it('reverses the transfer', async () => {
    const { id } = await pay({ transfer_data: { destination: 'acct_1' } });
    const made = await refund({ payment_intent: id, reverse_transfer: true });
    expect(made.transfer_reversal).toMatch(/^trr_/);
  });

  it('needs a fee and a transfer to give back', async () => {
    const { id } = await pay();
    const names = ['refund_application_fee', 'reverse_transfer'];
    for (const name of names) {
      expect((await failure(refund({ payment_intent: id, [name]: true }))).param).toBe(name);
    }
  });
});

describe('at WooshPay', () => {
  it('the same calls speak its dialect', async () => {
    const { client } = context;
    const { body } = await client.wooshpay('', card('4242424242424242'));
    const { body: made } = await client.post('wooshpay', '/refunds', {
      payment_intent: body.id,
      amount: 100,
      reason: 'requested_by_merchant',
    });
    expect(made).toMatchObject({
      object: 'refund',
      created: START,
      currency: 'EUR',
      charge: body.latest_charge,
      status: 'succeeded',
    });
    expect(made).not.toHaveProperty('destination_details');
    expect((await failure(stripe.refunds.retrieve(made.id))).statusCode).toBe(404);
  });
});
