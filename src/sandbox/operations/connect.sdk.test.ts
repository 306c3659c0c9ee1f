import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { authorized, createTestStripe, failure, paid } from '../testing/stripe.ts';

let stripe: Stripe;
let intents: Stripe['paymentIntents'];

beforeEach(() => {
  stripe = createTestStripe().stripe;
  intents = stripe.paymentIntents;
});

const ACCOUNT = { stripeAccount: 'acct_1' };
const transfer_data = { destination: 'acct_2' };
const plain = { amount: 1800, currency: 'eur' };

describe('an application fee', () => {
  it('is kept and shown of a direct charge', async () => {
    const { id } = await intents.create({ ...paid, application_fee_amount: 180 }, ACCOUNT);
    const read = await intents.retrieve(id, {}, ACCOUNT);
    expect(read).toMatchObject({ application_fee_amount: 180, transfer_data: null });
  });

  it('is kept and shown of a destination charge, whose transfers have a group', async () => {
    const fee = { application_fee_amount: 180, transfer_data, on_behalf_of: 'acct_2' };
    const created = await intents.create({ ...plain, ...fee });
    expect(created).toMatchObject({ ...fee, transfer_group: null });
    const { id } = created;
    const done = await intents.confirm(id, {
      payment_method: 'pm_card_visa',
      return_url: 'https://shop.example/',
    });
    expect(done).toMatchObject({ ...fee, transfer_group: `group_${id}` });
  });

  it('takes a connected account', async () => {
    const error = await failure(intents.create({ ...plain, application_fee_amount: 180 }));
    expect(error).toMatchObject({
      statusCode: 400,
      code: 'parameter_missing',
      param: 'application_fee_amount',
    });
    expect(error.message).toContain('Can only apply an application_fee_amount when');
  });

  it.each([0, -1, 1801])('is a part of the amount, and not %i', async (fee) => {
    const create = intents.create({ ...plain, application_fee_amount: fee }, ACCOUNT);
    expect(await failure(create)).toMatchObject({
      statusCode: 400,
      param: 'application_fee_amount',
    });
  });

  it('is a part of the amount after a change, too', async () => {
    const { id } = await intents.create({ ...plain, application_fee_amount: 180 }, ACCOUNT);
    const smaller = intents.update(id, { amount: 100 }, ACCOUNT);
    expect(await failure(smaller)).toMatchObject({ param: 'application_fee_amount' });
    const without = await intents.update(id, { amount: 100, application_fee_amount: '' }, ACCOUNT);
    expect(without).toMatchObject({ amount: 100, application_fee_amount: null });
  });

  it('may come with the capture', async () => {
    const { id } = await intents.create(authorized, ACCOUNT);
    const captured = await intents.capture(id, { application_fee_amount: 180 }, ACCOUNT);
    expect(captured).toMatchObject({ status: 'succeeded', application_fee_amount: 180 });
    const { id: own } = await intents.create(authorized);
    const refused = await failure(intents.capture(own, { application_fee_amount: 180 }));
    expect(refused.code).toBe('parameter_missing');
    expect((await intents.retrieve(own)).status).toBe('requires_capture');
  });
});

describe('transfer data', () => {
  it('keep their destination when their amount changes', async () => {
    const { id } = await intents.create({
      ...plain,
      transfer_data: { ...transfer_data, amount: 500 },
    });
    const { transfer_data: changed } = await intents.update(id, { transfer_data: { amount: 600 } });
    expect(changed).toEqual({ destination: 'acct_2', amount: 600 });
  });

  it.each([
    [{ transfer_data: { amount: 500 } }, 'transfer_data[destination]', 'parameter_missing'],
    [{ transfer_data: { destination: 'shop' } }, 'transfer_data[destination]', 'resource_missing'],
    [
      { transfer_data: { ...transfer_data, amount: 1801 } },
      'transfer_data[amount]',
      'payment_intent_invalid_parameter',
    ],
    [{ transfer_data: { ...transfer_data, to: 'me' } }, 'transfer_data[to]', 'parameter_unknown'],
    [{ on_behalf_of: 'shop' }, 'on_behalf_of', 'resource_missing'],
    [
      { transfer_data: { ...transfer_data, amount: 5 }, application_fee_amount: 5 },
      undefined,
      'parameters_exclusive',
    ],
  ])('are refused as %o', async (params, param, code) => {
    const error = await failure(intents.create({ ...plain, ...params } as typeof plain));
    expect(error).toMatchObject({ statusCode: 400, code });
    expect(error.param).toBe(param);
  });
});

it('knows the form of an account for which a method is set up', async () => {
  const { on_behalf_of } = await stripe.setupIntents.create({ on_behalf_of: 'acct_2' });
  expect(on_behalf_of).toBe('acct_2');
  const wrong = stripe.setupIntents.create({ on_behalf_of: 'shop' });
  expect(await failure(wrong)).toMatchObject({ statusCode: 400, param: 'on_behalf_of' });
});
