import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { confirmed } from '../testing/client.ts';
import { createTestStripe, failure, type TestStripe } from '../testing/stripe.ts';
import { methodOptions } from './options.ts';
import { stripeMethods } from './stripeMethods.ts';

let context: TestStripe;
let intents: Stripe['paymentIntents'];

beforeEach(() => {
  context = createTestStripe();
  intents = context.stripe.paymentIntents;
});

const plain = { amount: 1099, currency: 'eur' };
const address = { line1: 'Street 1' };

/** What Stripe refuses, its code, and the parameter that it names. */
const WRONG = [
  [{ payment_method_options: { card: { colour: 'red' } } }, 'parameter_unknown', 'card', 'colour'],
  [
    { payment_method_options: { card: { request_three_d_secure: 'always' } } },
    undefined,
    'card',
    'request_three_d_secure',
  ],
  [
    { payment_method_options: { card: { request_multicapture: true } } },
    undefined,
    'card',
    'request_multicapture',
  ],
  [
    { payment_method_options: { ideal: { request_three_d_secure: 'any' } } },
    'parameter_unknown',
    'ideal',
    'request_three_d_secure',
  ],
  [{ shipping: { name: 'Tom' } }, 'parameter_missing', 'address'],
  [{ shipping: { address } }, 'parameter_missing', 'name'],
  [{ shipping: { name: 'Tom', address, colour: 'red' } }, 'parameter_unknown', 'colour'],
  [
    { shipping: { name: 'Tom', address: { street: '1' } } },
    'parameter_unknown',
    'address',
    'street',
  ],
] as const;

describe.each(WRONG)('%o', (params, code, ...path) => {
  const param = Object.keys(params)[0] + path.map((name) => `[${name}]`).join('');

  it.each(['create', 'update', 'confirm'] as const)(`names ${param} on %s`, async (call) => {
    const { id } = await intents.create(plain);
    const calls = {
      create: () => intents.create({ ...plain, ...(params as object) }),
      update: () => intents.update(id, params as object),
      confirm: () => intents.confirm(id, { payment_method: 'pm_card_visa', ...(params as object) }),
    };
    const error = await failure(calls[call]());
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400, param });
    expect(error.code).toBe(code);
  });

  it('is not checked at WooshPay', async () => {
    expect((await context.client.wooshpay('', { ...plain, ...params })).status).toBe(200);
  });
});

it('accepts Stripe’s shipping, and unsets it', async () => {
  const shipping = { name: 'Tom', address, carrier: 'Post', phone: '1', tracking_number: '7' };
  const payment_method_options = {
    card: { request_three_d_secure: 'any', request_multicapture: 'if_available' },
  } as const;
  const created = await intents.create({ ...plain, shipping, payment_method_options });
  expect(created).toMatchObject({ shipping, payment_method_options });
  const updated = await intents.update(created.id, { shipping: '' } as object);
  expect(updated.shipping).toBeNull();
});

describe.each(Object.keys(stripeMethods).filter((type) => type !== 'sandbox_mystery'))(
  'the options of %s',
  (type) => {
    const read = (options: unknown) => () => methodOptions({ [type]: options }, 'options');

    it('take common options and those of the sandbox', () => {
      expect(read({ capture_method: 'manual', expires_after_seconds: 60 })).not.toThrow();
      expect(read(confirmed(type).payment_method_options?.[type] ?? {})).not.toThrow();
      expect(read('')).not.toThrow();
    });
  },
);

it('ignores the options of an unknown type', () => {
  expect(() => methodOptions({ constructor: { colour: 'red' } }, 'options')).not.toThrow();
});
