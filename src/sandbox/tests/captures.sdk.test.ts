import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  authorized,
  authorizedWith,
  createTestStripe,
  failure,
  START,
  type TestStripe,
} from '../testing/stripe.ts';

const DAY = 24 * 3600 * 1000;

let context: TestStripe;
let intents: Stripe['paymentIntents'];

beforeEach(() => {
  context = createTestStripe();
  intents = context.stripe.paymentIntents;
});

describe('capture', () => {
  it('takes a part and releases the rest', async () => {
    const { id } = await intents.create(authorized);
    const captured = await intents.capture(id, {
      amount_to_capture: 500,
      metadata: { shipped: 'yes' },
      expand: ['latest_charge'],
    });
    expect(captured).toMatchObject({
      status: 'succeeded',
      amount_received: 500,
      amount_capturable: 0,
      metadata: { shipped: 'yes' },
      latest_charge: { amount: 1800, amount_captured: 500, amount_refunded: 1300 },
    });
  });

  it('takes parts one after another, where that was asked for', async () => {
    const { id } = await intents.create(authorizedWith({ request_multicapture: 'if_available' }));
    const first = await intents.capture(id, { amount_to_capture: 500, final_capture: false });
    expect(first).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 1300,
      amount_received: 500,
    });
    const tooMuch = await failure(intents.capture(id, { amount_to_capture: 1301 }));
    expect(tooMuch.param).toBe('amount_to_capture');
    const last = await intents.capture(id, { amount_to_capture: 300 });
    expect(last).toMatchObject({
      status: 'succeeded',
      amount_capturable: 0,
      amount_received: 800,
    });
    expect((await failure(intents.capture(id))).message).toContain('already been captured');
  });

  it('releases the rest with a final capture of 0', async () => {
    const { id } = await intents.create(authorizedWith({ request_multicapture: 'if_available' }));
    const nothing = { amount_to_capture: 0, final_capture: true };
    const tooEarly = await failure(intents.capture(id, nothing));
    expect(tooEarly.param).toBe('amount_to_capture');
    await intents.capture(id, { amount_to_capture: 500, final_capture: false });
    const open = await failure(intents.capture(id, { ...nothing, final_capture: false }));
    expect(open.param).toBe('amount_to_capture');
    const released = await intents.capture(id, { ...nothing, expand: ['latest_charge'] });
    expect(released).toMatchObject({
      status: 'succeeded',
      amount_capturable: 0,
      amount_received: 500,
      latest_charge: { amount_captured: 500, amount_refunded: 1300 },
    });
  });

  it('is final unless multicapture was requested', async () => {
    const { id } = await intents.create(authorized);
    const params = { amount_to_capture: 500, final_capture: false };
    expect(await failure(intents.capture(id, params))).toMatchObject({ param: 'final_capture' });
    expect((await intents.retrieve(id)).amount_capturable).toBe(1800);
  });

  it('is too late after seven days', async () => {
    const { id } = await intents.create(authorized);
    context.advance(7 * DAY - 1);
    expect((await intents.retrieve(id)).status).toBe('requires_capture');
    context.advance(1);
    const lapsed = await intents.retrieve(id, { expand: ['latest_charge'] });
    expect(lapsed).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
      amount_capturable: 0,
      latest_charge: { amount_refunded: 1800, refunded: true },
    });
    expect((await failure(intents.capture(id))).message).toContain('status of canceled');
  });

  it('keeps a partial capture after seven days, and releases the rest', async () => {
    const { id } = await intents.create(authorizedWith({ request_multicapture: 'if_available' }));
    context.advance(DAY);
    await intents.capture(id, { amount_to_capture: 500, final_capture: false });
    context.advance(6 * DAY - 1);
    expect((await intents.retrieve(id)).status).toBe('requires_capture');
    context.advance(1);
    expect(await intents.retrieve(id, { expand: ['latest_charge'] })).toMatchObject({
      status: 'succeeded',
      amount_capturable: 0,
      amount_received: 500,
      canceled_at: null,
      cancellation_reason: null,
      latest_charge: { amount_captured: 500, amount_refunded: 1300, refunded: false },
    });
  });
});

describe('cancel', () => {
  it.each(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'] as const)(
    'releases what was authorised, because: %s',
    async (cancellation_reason) => {
      const { id } = await intents.create(authorized);
      expect(await intents.cancel(id, { cancellation_reason })).toMatchObject({
        status: 'canceled',
        cancellation_reason,
        canceled_at: START / 1000,
        amount_capturable: 0,
        amount_received: 0,
      });
    },
  );

  it('keeps what was captured in several parts', async () => {
    const { id } = await intents.create(authorizedWith({ request_multicapture: 'if_available' }));
    await intents.capture(id, { amount_to_capture: 500, final_capture: false });
    const canceled = await intents.cancel(id, { expand: ['latest_charge'] } as object);
    expect(canceled).toMatchObject({
      status: 'canceled',
      amount_received: 500,
      latest_charge: { amount_captured: 500, amount_refunded: 1300 },
    });
  });
});

describe('incrementAuthorization', () => {
  const createIncrementable = (more: object = {}) =>
    authorizedWith({ request_incremental_authorization: 'if_available', ...more });

  it('raises the capturable amount', async () => {
    const { id } = await intents.create(createIncrementable());
    const raised = await intents.incrementAuthorization(id, { amount: 2500, description: 'Cake' });
    expect(raised).toMatchObject({
      amount: 2500,
      amount_capturable: 2500,
      description: 'Cake',
      status: 'requires_capture',
    });
    expect((await intents.capture(id)).amount_received).toBe(2500);
    expect((await failure(intents.incrementAuthorization(id, { amount: 3000 }))).message).toContain(
      'status of succeeded',
    );
  });

  it('changes nothing where the bank declines', async () => {
    const { id } = await intents.create(createIncrementable({ sandbox_increment: 'decline' }));
    const before = await intents.retrieve(id);
    const error = await failure(intents.incrementAuthorization(id, { amount: 2500 }));
    expect(error).toMatchObject({ type: 'StripeCardError', code: 'card_declined' });
    expect({ ...(await intents.retrieve(id)), lastResponse: null }).toEqual({
      ...before,
      lastResponse: null,
    });
  });

  it.each([{}, { sandbox_increment: 'decline' }])(
    'is tried ten times at most: %o',
    async (more) => {
      const { id } = await intents.create(createIncrementable(more));
      const increment = (amount: number) => intents.incrementAuthorization(id, { amount });
      for (let step = 1; step <= 10; step++) await increment(1800 + step).catch(() => null);
      expect((await failure(increment(5000))).message).toContain('10 attempts');
    },
  );

  it('is refused unless it was requested, and beyond the rest', async () => {
    const { id } = await intents.create(authorized);
    const fixed = await failure(intents.incrementAuthorization(id, { amount: 2500 }));
    expect(fixed.code).toBe('payment_intent_unexpected_state');
    const other = await intents.create(createIncrementable());
    const less = await failure(intents.incrementAuthorization(other.id, { amount: 1800 }));
    expect(less).toMatchObject({ statusCode: 400, param: 'amount' });
  });
});
