import { beforeEach, describe, expect, it } from 'vitest';
import {
  card,
  confirmed,
  createTestClient,
  ORIGIN,
  PUBLISHABLE,
  RETURN_URL,
  type TestClient,
} from '../testing/client.ts';

let client: TestClient;

beforeEach(() => {
  client = createTestClient({ now: () => 1_700_000_000_500 });
});

const plain = { amount: 1099, currency: 'EUR' };

describe('confirm', () => {
  it('needs a payment method', async () => {
    const { body } = await client.stripe('', plain);
    const { body: answer } = await client.stripe(`/${body.id}/confirm`);
    expect(answer.error).toMatchObject({ code: 'payment_intent_unexpected_state' });
    expect(answer.error.message).toContain('missing a payment method');
  });

  it('does not happen twice', async () => {
    const { body } = await client.stripe('', card('4242424242424242'));
    const { status, body: answer } = await client.stripe(`/${body.id}/confirm`);
    expect(status).toBe(400);
    expect(answer.error.message).toContain('already succeeded');
  });

  it('starts a new attempt after a decline, and forgets the error', async () => {
    const declined = await client.stripe('', card('4000000000000002'));
    const { id } = declined.body.error.payment_intent;
    const { body } = await client.stripe(`/${id}/confirm`, { payment_method: 'pm_card_visa' });
    expect(body).toMatchObject({ status: 'succeeded', last_payment_error: null });
  });

  it('starts a new attempt while one waits', async () => {
    const { body } = await client.stripe('', confirmed('wechat_pay'));
    const again = await client.stripe(`/${body.id}/confirm`);
    expect(again.body).toMatchObject({ status: 'requires_action', id: body.id });
  });

  it('fails in place of an action, with error_on_requires_action', async () => {
    const params = card('4000000000003220', { error_on_requires_action: true });
    const { status, body } = await client.stripe('', params);
    expect(status).toBe(402);
    expect(body.error).toMatchObject({ type: 'card_error', code: 'authentication_required' });
  });

  it('asks for 3-D Secure with a redirect, or leaves it to Stripe.js', async () => {
    const { body } = await client.stripe('', card('4000000000003220'));
    const url = `${ORIGIN}/sandbox/acs/${body.id}/challenge`;
    expect(body.next_action).toEqual({
      type: 'redirect_to_url',
      redirect_to_url: { return_url: RETURN_URL, url },
    });
    const sdk = await client.stripe('', card('4000000000003220', { use_stripe_sdk: true }));
    expect(sdk.body.next_action).toMatchObject({
      type: 'use_stripe_sdk',
      use_stripe_sdk: {
        type: 'three_d_secure_redirect',
        stripe_js: `${ORIGIN}/sandbox/acs/${sdk.body.id}/challenge`,
      },
    });
  });

  it('returns to the server with manual confirmation', async () => {
    const params = card('4000000000003220', { confirmation_method: 'manual' });
    const { body } = await client.stripe('', params);
    await client.simulate(body.id, 'succeed');
    expect((await client.read('stripe', body.id)).body.status).toBe('requires_confirmation');
    const done = await client.stripe(`/${body.id}/confirm`);
    expect(done.body).toMatchObject({ status: 'succeeded', amount_received: 1800 });
  });
});

describe('capture', () => {
  const manual = card('4242424242424242', { capture_method: 'manual' });

  it('takes all of the money, or a part', async () => {
    const payment = await client.stripe('', manual);
    expect(payment.body).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 1800,
      amount_received: 0,
    });
    const captured = await client.stripe(`/${payment.body.id}/capture`);
    expect(captured.body).toMatchObject({
      status: 'succeeded',
      amount_received: 1800,
      amount_capturable: 0,
    });
    const other = await client.stripe('', manual);
    const part = await client.stripe(`/${other.body.id}/capture`, { amount_to_capture: 500 });
    expect(part.body).toMatchObject({ status: 'succeeded', amount_received: 500 });
  });

  it('refuses an excessive, a second, and an early capture', async () => {
    const { body } = await client.stripe('', manual);
    const tooMuch = await client.stripe(`/${body.id}/capture`, { amount_to_capture: 1801 });
    expect(tooMuch.body.error).toMatchObject({
      code: 'amount_too_large',
      param: 'amount_to_capture',
    });
    await client.stripe(`/${body.id}/capture`);
    const twice = await client.stripe(`/${body.id}/capture`);
    expect(twice.body.error.message).toContain('already been captured');
    const early = await client.stripe('', confirmed('wechat_pay'));
    const refused = await client.stripe(`/${early.body.id}/capture`);
    expect(refused.body.error.message).toContain('status of requires_action');
  });
});

describe('cancel', () => {
  it('ends a payment with its reason', async () => {
    const { body } = await client.stripe('', confirmed('wechat_pay'));
    const { body: canceled } = await client.stripe(`/${body.id}/cancel`, {
      cancellation_reason: 'abandoned',
    });
    expect(canceled).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'abandoned',
      canceled_at: 1_700_000_000,
      next_action: null,
    });
  });

  it('refuses after success, and an unknown reason', async () => {
    const { body } = await client.stripe('', card('4242424242424242'));
    const { body: answer } = await client.stripe(`/${body.id}/cancel`);
    expect(answer.error.message).toContain('because it has a status of succeeded');
    const other = await client.stripe('', plain);
    const reason = await client.stripe(`/${other.body.id}/cancel`, {
      cancellation_reason: 'boredom',
    });
    expect(reason.body.error).toMatchObject({ param: 'cancellation_reason' });
  });
});

describe('retrieve', () => {
  it('says that an id is unknown, to a secret key', async () => {
    const { status, body } = await client.read('stripe', 'pi_3nothing');
    expect(status).toBe(404);
    expect(body.error).toMatchObject({
      code: 'resource_missing',
      message: "No such payment_intent: 'pi_3nothing'",
    });
  });

  it('names what it cannot expand', async () => {
    const { body } = await client.stripe('', plain);
    const { body: answer } = await client.read(
      'stripe',
      body.id,
      PUBLISHABLE,
      `?client_secret=${body.client_secret}&expand[]=latest_charge`,
    );
    expect(answer.error.message).toContain('latest_charge');
  });

  it('answers an unknown route with Stripe’s words', async () => {
    const { status, body } = await client.stripe('/search/here', {});
    expect(status).toBe(404);
    expect(body.error.message).toContain('Unrecognized request URL');
  });
});
