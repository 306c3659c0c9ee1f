import { beforeEach, describe, expect, it } from 'vitest';
import {
  createTestClient,
  ORIGIN,
  PUBLISHABLE,
  RETURN_URL,
  SECRET,
  type TestClient,
} from '../testing/client.ts';

let client: TestClient;
let now: number;

beforeEach(() => {
  now = 1_700_000_000_500;
  client = createTestClient({ now: () => now });
});

const CHALLENGED = '4000000000003220';
const FRICTIONLESS = '4000000000003055';

/** The card of WooshPay's guide (docs.wooshpay.com/7228013m0), with a test card's number. */
const cardData = (number: string) => ({
  type: 'card',
  card: { number, exp_month: '04', exp_year: '2030', cvc: '022' },
});

const start = async (dialect: 'stripe' | 'wooshpay', number: string, more: object = {}) =>
  (
    await client.post(dialect, '/setup_intents', {
      confirm: true,
      payment_method_types: ['card'],
      payment_method_data: cardData(number),
      usage: 'on_session',
      return_url: RETURN_URL,
      ...more,
    })
  ).body;

const read = async (dialect: string, id: string) =>
  (
    await client.send(`/${dialect}/v1/setup_intents/${id}`, {
      headers: { authorization: `Bearer ${SECRET}` },
    })
  ).body;

describe('WooshPay', () => {
  it('sets up a card in one step, as in its guide', async () => {
    const { body: customer } = await client.post('wooshpay', '/customers');
    const intent = await start('wooshpay', '4242424242424242', { customer: customer.id });
    expect(intent).toMatchObject({
      id: expect.stringMatching(/^seti_16\d{17}$/),
      object: 'setup_intent',
      created: now,
      status: 'succeeded',
      usage: 'on_session',
      customer: customer.id,
      client_secret: expect.stringMatching(/^seti_\d+_secret_\w{24}$/),
      payment_method_types: ['card'],
      return_url: RETURN_URL,
    });
    expect(intent).not.toHaveProperty('application');
    const { body } = await client.send(`/wooshpay/v1/customers/${customer.id}/payment_methods`, {
      headers: { authorization: `Bearer ${SECRET}` },
    });
    expect(body.data).toMatchObject([{ id: intent.payment_method }]);
  });

  it.each([
    ['with a challenge', CHALLENGED, 'challenge_redirect'],
    ['without one', FRICTIONLESS, null],
  ])('looks at the device first: 3-D Secure %s', async (_, number, then) => {
    const intent = await start('wooshpay', number);
    expect(intent.next_action).toEqual({
      type: 'ddc_redirect',
      ddc_redirect: {
        url: `${ORIGIN}/sandbox/acs/${intent.id}/ddc`,
        return_url: RETURN_URL,
      },
    });
    await client.submit(intent.next_action.ddc_redirect.url);
    const after = await read('wooshpay', intent.id);
    expect(after.next_action?.type ?? null).toBe(then);
    if (then) await client.submit(after.next_action.challenge_redirect.url, { answer: 'succeed' });
    expect((await read('wooshpay', intent.id)).status).toBe('succeeded');
  });

  it('takes a customer and metadata with the confirm', async () => {
    const { body: customer } = await client.post('wooshpay', '/customers');
    const { body: created } = await client.post('wooshpay', '/setup_intents');
    const { body } = await client.post('wooshpay', `/setup_intents/${created.id}/confirm`, {
      customer: customer.id,
      metadata: { order: '7' },
      payment_method_data: cardData('4242424242424242'),
    });
    expect(body).toMatchObject({ customer: customer.id, metadata: { order: '7' } });
    const { status } = await client.post('stripe', '/setup_intents/seti_1/confirm', {
      customer: 'cus_1',
    });
    expect(status).toBe(400);
  });

  it('sets up other types where the merchant names them', async () => {
    const intent = await start('wooshpay', '', {
      payment_method_types: ['gcash'],
      payment_method_data: { type: 'gcash' },
    });
    expect(intent).toMatchObject({ status: 'requires_action', payment_method_types: ['gcash'] });
  });
});

describe('the customer’s pages', () => {
  it.each(['stripe', 'wooshpay'] as const)('name no amount: %s', async (dialect) => {
    const { id } = await start(dialect, CHALLENGED);
    const page = (await client.send(`/sandbox/acs/${id}/challenge`)).body;
    expect(page).toContain('No payment now');
    expect(page).toContain('Confirm it is you');
  });

  it('ask a bank’s customer for later payments, and say how it ended', async () => {
    const { id, next_action } = await start('stripe', '', {
      payment_method_types: ['ideal'],
      payment_method_data: { type: 'ideal', billing_details: { name: 'Jenny Rosen' } },
    });
    const { url } = next_action.redirect_to_url;
    const page = (await client.send(url)).body;
    expect(page).toContain('Authorize later payments');
    expect(page).toContain('Authorize test setup');
    await client.submit(url, { answer: 'fail' });
    expect((await client.send(url)).body).toContain('Setup not made');
    expect((await read('stripe', id)).last_setup_error.code).toBe(
      'setup_intent_authentication_failure',
    );
  });
});

describe('what tests ask and do', () => {
  it('simulates what the customer does, and says why it cannot', async () => {
    const { id } = await start('stripe', CHALLENGED);
    expect((await client.simulate(id, 'succeed')).body).toEqual({ id, status: 'succeeded' });
    const { body, status } = await client.simulate(id, 'expire');
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      code: 'setup_intent_unexpected_state',
      message: expect.stringContaining('SetupIntent has a status of succeeded'),
    });
  });

  it('processes a setup, which then succeeds or fails and cannot be canceled', async () => {
    const { id } = await start('stripe', CHALLENGED);
    expect((await client.simulate(id, 'process')).body.status).toBe('processing');
    expect((await client.simulate(id, 'cancel')).status).toBe(400);
    expect((await client.simulate(id, 'fail')).body.status).toBe('requires_payment_method');
    expect((await read('stripe', id)).last_setup_error.code).toBe('setup_attempt_failed');
  });

  it('expires by the test clock', async () => {
    const { id } = await start('stripe', '', {
      payment_method_types: ['cashapp'],
      payment_method_data: { type: 'cashapp' },
    });
    now += 5 * 60_000;
    expect(await read('stripe', id)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: {
        code: 'setup_intent_setup_attempt_expired',
        message: expect.stringContaining('the setup attempt expired'),
      },
    });
  });

  it('streams each change of status', async () => {
    const { id, client_secret } = await start('stripe', CHALLENGED);
    const response = await client.sandbox.fetch(
      `${ORIGIN}/sandbox/intents/${id}/updates?client_secret=${client_secret}`,
    );
    await client.simulate(id, 'succeed');
    expect(await response.text()).toContain(JSON.stringify({ id, status: 'succeeded' }));
  });

  it('logs the calls by name', async () => {
    const { id } = await start('stripe', CHALLENGED);
    await read('stripe', id);
    const { body } = await client.send(`/sandbox/intents/${id}`);
    expect(body).toMatchObject({
      reads: 1,
      calls: [{ name: 'create', status: 200 }, { name: 'retrieve' }],
    });
  });

  it('answers with what was before, on demand', async () => {
    const { id, client_secret } = await start('stripe', CHALLENGED);
    await client.simulate(id, 'succeed');
    const { body } = await client.send(
      `/stripe/v1/setup_intents/${id}?key=${PUBLISHABLE}&client_secret=${client_secret}`,
      { headers: { 'sandbox-fault': 'stale' } },
    );
    expect(body).toMatchObject({ id, object: 'setup_intent', status: 'requires_action' });
  });

  it('fails calls by their name', async () => {
    const rule = { kind: 'server_error', call: 'confirm', times: 1 };
    await client.send('/sandbox/faults', { method: 'POST', body: JSON.stringify(rule) });
    const { body } = await client.post('stripe', '/setup_intents', {
      payment_method: 'pm_card_visa',
    });
    const confirm = () => client.post('stripe', `/setup_intents/${body.id}/confirm`);
    expect((await confirm()).status).toBe(500);
    expect((await confirm()).body.status).toBe('succeeded');
  });

  it('repeats the first answer for the same idempotency key', async () => {
    const create = () =>
      client.send('/stripe/v1/setup_intents', {
        method: 'POST',
        headers: { authorization: `Bearer ${SECRET}`, 'idempotency-key': 'once' },
      });
    const first = await create();
    const second = await create();
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('cancels a setup that was confirmed too often', async () => {
    const { body } = await client.post('stripe', '/setup_intents');
    const confirm = () =>
      client.post('stripe', `/setup_intents/${body.id}/confirm`, {
        payment_method: 'pm_card_chargeDeclined',
      });
    for (let at = 0; at < 20; at += 1) expect((await confirm()).status).toBe(402);
    expect((await confirm()).body.status).toBe('canceled');
  });
});

it('is in a snapshot', async () => {
  const { id } = await start('stripe', CHALLENGED);
  const snapshot = JSON.parse(JSON.stringify(client.sandbox.snapshot()));
  const later = createTestClient({ snapshot, now: () => now });
  expect((await later.simulate(id, 'succeed')).body.status).toBe('succeeded');
});

describe('the console', () => {
  it('lists setups beside payments, and each kind by itself', async () => {
    const { id } = await start('stripe', CHALLENGED, { usage: 'off_session' });
    const { body: payment } = await client.stripe('', { amount: 1800, currency: 'eur' });
    const page = async (query: string) => (await client.send(`/sandbox/${query}`)).body as string;
    expect(await page('')).toContain(id);
    expect(await page('?kind=setup')).toContain(id);
    expect(await page('?kind=setup')).not.toContain(payment.id);
    expect(await page('?kind=payment')).not.toContain(id);
  });

  it('shows a setup without an amount, with its usage and its timeline', async () => {
    const { id } = await start('stripe', CHALLENGED, { usage: 'off_session' });
    const page = (await client.send(`/sandbox/console/${id}`)).body as string;
    expect(page).toContain('No payment now');
    expect(page).toContain('<dt>Usage</dt><dd>off session</dd>');
    expect(page).toContain('setup_intent.<wbr>requires_action');
    expect(page).not.toContain('Capture');
  });
});
