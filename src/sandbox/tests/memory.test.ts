import { beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../sandbox.ts';
import { createSandbox } from '../sandbox.ts';
import { Orders } from '../shop/shop.ts';
import { card, createTestClient, SECRET, type TestClient } from '../testing/client.ts';
import { CallLog } from '../world/callLog.ts';

let sandbox: Sandbox;
let client: TestClient;
beforeEach(() => {
  sandbox = createSandbox();
  client = createTestClient({}, sandbox);
});

/** As much as one request can bring, in texts that are each short enough. */
const large = (characters = 900_000) =>
  Object.fromEntries(
    Array.from({ length: Math.ceil(characters / 4900) }, (_, at) => [`k${at}`, 'x'.repeat(4900)]),
  );

const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' };

const post = (path: string, params: object) =>
  client.send(`/wooshpay/v1${path}`, { method: 'POST', headers, body: JSON.stringify(params) });

const create = (more: object = {}) =>
  post('/payment_intents', { amount: 100, currency: 'eur', ...more });

const sizeOf = (part: unknown) => JSON.stringify(part).length;

const MILLION = 1_000_000;

describe('the memory for requests', () => {
  it('bounds all payments together, and drops settled ones first', async () => {
    const first = (await create()).body.id;
    const over = (await create()).body.id;
    await client.send(`/wooshpay/v1/payment_intents/${over}/cancel`, {
      method: 'POST',
      headers,
      body: '{}',
    });
    for (let at = 0; at < 60; at += 1) await create({ shipping: large() });
    const { intents } = sandbox.snapshot();
    expect(sizeOf(intents)).toBeLessThan(42 * MILLION);
    const ids = intents.map(([{ id }]) => id);
    expect(ids.length).toBeGreaterThan(30);
    expect(ids).not.toContain(over);
    // Nothing else is settled, so the oldest has gone next.
    expect(ids).not.toContain(first);
  }, 60_000);

  it('drops settled payments before waiting ones', async () => {
    const waiting = (await create()).body.id;
    for (let at = 0; at < 60; at += 1) {
      const { body } = await create({ shipping: large() });
      await post(`/payment_intents/${body.id}/cancel`, {});
    }
    expect(sandbox.snapshot().intents.map(([{ id }]) => id)).toContain(waiting);
    expect((await client.read('wooshpay', waiting)).status).toBe(200);
  }, 60_000);

  it('bounds all customers and payment methods', async () => {
    for (let at = 0; at < 30; at += 1) {
      expect((await post('/customers', { shipping: large() })).status).toBe(200);
      const method = { type: 'gcash', billing_details: large() };
      expect((await post('/payment_methods', method)).status).toBe(200);
    }
    const { customers, methods } = sandbox.snapshot();
    expect(sizeOf(customers)).toBeLessThan(11 * MILLION);
    expect(customers.length).toBeGreaterThan(8);
    expect(sizeOf(methods)).toBeLessThan(21 * MILLION);
    expect(methods.length).toBeGreaterThan(15);
  }, 60_000);

  it('bounds all charges, and forgets which payment had those that went', async () => {
    const made: { id: string; latest_charge: string }[] = [];
    for (let at = 0; at < 40; at += 1) {
      const { body } = await create(card('4242424242424242', { shipping: large() }));
      made.push(body);
    }
    const { charges } = sandbox.snapshot();
    expect(sizeOf(charges)).toBeLessThan(31 * MILLION);
    expect(charges.length).toBeGreaterThan(20);
    expect(charges.at(-1)?.id).toBe(made.at(-1)?.latest_charge);
    const chargesOf = async (intent = '') => {
      const { body } = await client.send(`/wooshpay/v1/charges?payment_intent=${intent}`, {
        headers,
      });
      return body.data.map(({ id }: { id: string }) => id);
    };
    expect(await chargesOf(made.at(-1)?.id)).toEqual([made.at(-1)?.latest_charge]);
    expect(await chargesOf(made[0]?.id)).toEqual([]);
  }, 60_000);

  it('bounds all events', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 40; at += 1) ids.push((await create({ shipping: large() })).body.id);
    const list = await client.send('/wooshpay/v1/events?limit=100', { headers });
    const about = list.body.data.map(
      (event: { data: { object: { id: string } } }) => event.data.object.id,
    );
    expect(sizeOf(list.body)).toBeLessThan(21 * MILLION);
    expect(about.length).toBeGreaterThan(15);
    expect(about[0]).toBe(ids.at(-1));
  }, 60_000);

  it('bounds a single object', async () => {
    const { body } = await create();
    const grow = (at: number) => {
      const added = Object.entries(large(400_000)).map(([name, text]) => [`${at}${name}`, text]);
      const options = { gcash: Object.fromEntries(added) };
      return post(`/payment_intents/${body.id}`, { payment_method_options: options });
    };
    const answers = [];
    for (let at = 0; at < 8; at += 1) answers.push(await grow(at));
    expect(answers[0]?.status).toBe(200);
    expect(answers.at(-1)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('too large to keep') } },
    });
    const { body: method } = await post('/payment_methods', { type: 'gcash' });
    const billing = (at: number) => ({ billing_details: { [`a${at}`]: large(400_000) } });
    const updates = [];
    for (let at = 0; at < 8; at += 1)
      updates.push((await post(`/payment_methods/${method.id}`, billing(at))).status);
    expect([updates[0], updates.at(-1)]).toEqual([200, 400]);
  }, 60_000);

  it('ends the largest possible payment by time', async () => {
    const expiry = { expires_after_seconds: 60 };
    const data = { type: 'gcash', billing_details: large(700_000) };
    const { body } = await create({
      confirm: true,
      return_url: 'https://a/',
      payment_method_types: ['gcash'],
      payment_method_data: data,
      payment_method_options: { gcash: expiry },
    });
    // As much more as goes in, in halves of halves.
    for (let more = 600_000, at = 0; more > 300; at += 1) {
      const texts = Array.from({ length: Math.ceil(more / 4000) }, () =>
        'x'.repeat(Math.min(4000, more)),
      );
      const options = { alipay: { [`t${at}`]: texts } };
      const { status } = await post(`/payment_intents/${body.id}`, {
        payment_method_options: options,
      });
      if (status !== 200) more = Math.floor(more / 2);
    }
    const [stored] = sandbox.snapshot().intents;
    expect(sizeOf(stored?.[0])).toBeGreaterThan(1_999_000);
    await client.send('/sandbox/clock', { method: 'POST', body: '{"advance":61}' });
    const read = await client.read('wooshpay', body.id);
    expect(read.body.last_payment_error.code).toBe('payment_intent_payment_attempt_expired');
    expect((await create()).status).toBe(200);
  }, 60_000);

  it('bounds the demo shop’s orders', () => {
    const orders = new Orders();
    const order = (at: number) => ({
      orderId: `order_${at}`,
      id: `pi_${at}`,
      clientSecret: 'x',
      kind: 'payment' as const,
      gateway: 'stripe' as const,
      method: large(15_000),
    });
    for (let at = 0; at < 400; at += 1) orders.set(`order_${at}`, order(at));
    expect(orders.characters).toBeLessThanOrEqual(4 * MILLION);
    expect(orders.get('order_0')).toBeUndefined();
    expect(orders.get('order_399')).toEqual(order(399));
  });

  it('bounds paths and keys in the call log', () => {
    const log = new CallLog();
    const text = 'x'.repeat(16_000);
    const call = {
      at: 1,
      method: 'GET',
      status: 404,
      ran: false,
      path: text,
      idempotencyKey: text,
    };
    log.add('pi_1', call);
    const [stored] = log.of('pi_1').calls;
    expect([stored?.path.length, stored?.idempotencyKey?.length]).toEqual([255, 255]);
  });
});

it('drops the deadline of a dropped payment', async () => {
  const expiry = { gcash: { expires_after_seconds: 3600 } };
  const params = { payment_method_types: ['gcash'], payment_method_data: { type: 'gcash' } };
  const confirm = {
    confirm: true,
    return_url: 'https://a/',
    payment_method_options: expiry,
    ...params,
  };
  const { body } = await create(confirm);
  for (let at = 0; at < 50; at += 1) await create({ shipping: large() });
  expect(sandbox.snapshot().intents.some(([{ id }]) => id === body.id)).toBe(false);
  await client.send('/sandbox/clock', { method: 'POST', body: '{"advance":7200}' });
  expect((await client.read('wooshpay', body.id)).status).toBe(404);
}, 60_000);
