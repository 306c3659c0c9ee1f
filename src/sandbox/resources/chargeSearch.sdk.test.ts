import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure, paid, START, type TestStripe } from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;

beforeEach(() => {
  context = createTestStripe();
  stripe = context.stripe;
});

const found = async (query: string) =>
  (await stripe.charges.search({ query })).data.map(({ amount }) => amount);

describe('charges', () => {
  beforeEach(async () => {
    await stripe.paymentIntents.create({ ...paid, amount: 100, metadata: { order: '7' } });
    context.advance(1000);
    const { id } = await stripe.paymentIntents.create({
      ...paid,
      amount: 200,
      currency: 'usd',
      payment_method: 'pm_card_mastercard',
    });
    await stripe.refunds.create({ payment_intent: id });
    const declined = { ...paid, amount: 300, payment_method: 'pm_card_visa_chargeDeclined' };
    await failure(stripe.paymentIntents.create(declined));
  });

  it.each([
    ["status:'failed'", [300]],
    ["status:'succeeded' AND amount>100", [200]],
    ["metadata['order']:'7'", [100]],
    ["-metadata['order']:null", [100]],
    ["currency:'usd'", [200]],
    ['customer:null', [300, 200, 100]],
    ['disputed:true', []],
    ['refunded:true', [200]],
    ['refunded:"false" AND -status:"failed"', [100]],
    [`created>${START / 1000}`, [300, 200]],
    ["payment_method_details.card.brand:'mastercard'", [200]],
    ['payment_method_details.card.last4:4242', [100]],
    ['payment_method_details.card.exp_year>2030', [300, 200, 100]],
    ['billing_details.address.postal_code:null', [300, 200, 100]],
  ])('are found by %s', async (query, amounts) => {
    expect(await found(query)).toEqual(amounts);
  });

  it('are found a page at a time', async () => {
    const query = 'amount>0';
    const first = await stripe.charges.search({ query, limit: 2 });
    expect(first).toMatchObject({
      object: 'search_result',
      url: '/v1/charges/search',
      has_more: true,
    });
    const page = String(first.next_page);
    const second = await stripe.charges.search({ query, limit: 2, page });
    expect(second.data.map(({ amount }) => amount)).toEqual([100]);
  });

  it('say which fields there are', async () => {
    expect((await failure(found("nothing:'x'"))).message).toContain(
      'payment_method_details.card.last4',
    );
  });
});
