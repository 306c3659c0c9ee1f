import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Served, serve } from '../node/serve.ts';
import { createSandbox } from '../sandbox.ts';
import { SECRET } from '../testing/client.ts';

interface Hook {
  readonly body: Buffer;
  readonly signature: string;
}

let receiver: Server;
let hooks: Hook[];
/** What the receiver answers, one after another; then 200. */
let answers: number[];
let resolveArrival: () => void;
let served: Served | undefined;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const until = async (count: number) => {
  while (hooks.length < count) {
    await new Promise<void>((resolve) => {
      resolveArrival = resolve;
    });
  }
};

beforeEach(async () => {
  hooks = [];
  answers = [];
  resolveArrival = () => {};
  receiver = createServer(async (request, response) => {
    const body = await bodyOf(request);
    hooks.push({ body, signature: String(request.headers['stripe-signature']) });
    response.writeHead(answers.shift() ?? 200).end('thanks');
    resolveArrival();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await served?.close();
  served = undefined;
});

const url = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhook`;

/** The official client at a served sandbox. */
async function startSandbox(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox(options);
  served = await serve({ port: 0, sandbox });
  const { port } = served;
  const stripe = new Stripe(SECRET, { host: '127.0.0.1', port, protocol: 'http' });
  return { sandbox, stripe };
}

const ORDER = {
  amount: 1800,
  currency: 'eur',
  confirm: true,
  payment_method: 'pm_card_visa',
  return_url: 'https://shop.example/',
  metadata: { name: 'Zoë – 茶' },
} as const;

describe('Stripe’s own client', () => {
  it('takes the webhooks of an endpoint that it has created', async () => {
    const { stripe } = await startSandbox();
    const endpoint = await stripe.webhookEndpoints.create({
      url: url(),
      enabled_events: ['*'],
    });
    const intent = await stripe.paymentIntents.create(ORDER);
    await until(3);
    const events = hooks.map(({ body, signature }) =>
      stripe.webhooks.constructEvent(body, signature, endpoint.secret ?? ''),
    );
    expect(events.map(({ type }) => type)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
    ]);
    expect(events[2]?.data.object).toEqual({ ...intent, lastResponse: undefined });
    expect(await stripe.events.retrieve(events[2]?.id ?? '')).toMatchObject({
      id: events[2]?.id,
      data: events[2]?.data,
    });
  });

  it('gets the version that an endpoint asks for, and only the events', async () => {
    const { stripe } = await startSandbox();
    await stripe.webhookEndpoints.create({
      url: url(),
      enabled_events: ['customer.created', 'charge.succeeded', 'invoice.paid'],
      api_version: '2025-10-29.clover',
    });
    await stripe.customers.create({ name: 'Ada' });
    await stripe.paymentIntents.create(ORDER);
    await until(2);
    const events = hooks.map(({ body }) => JSON.parse(body.toString()));
    expect(events).toMatchObject([
      { type: 'customer.created', api_version: '2025-10-29.clover' },
      { type: 'charge.succeeded', api_version: '2025-10-29.clover' },
    ]);
    const stored = await stripe.events.retrieve(events[0].id);
    expect(stored.api_version).toBe(Stripe.API_VERSION);
  });

  it('refuses them with a wrong secret, after five minutes, and once they are changed', async () => {
    const { sandbox, stripe } = await startSandbox({ forwardTo: [url()] });
    await stripe.paymentIntents.create(ORDER);
    await until(1);
    const [{ body, signature } = { body: Buffer.of(), signature: '' }] = hooks;
    const secret = sandbox.forwarding[0]?.secret ?? '';
    const constructEvent = (payload: Buffer | string, key: string, at?: number) =>
      stripe.webhooks.constructEvent(payload, signature, key, 300, undefined, at);
    expect(constructEvent(body, secret).type).toBe('payment_intent.created');
    expect(() => constructEvent(body, 'whsec_wrong')).toThrow(
      Stripe.errors.StripeSignatureVerificationError,
    );
    expect(() => constructEvent(`${body} `, secret)).toThrow(
      Stripe.errors.StripeSignatureVerificationError,
    );
    const afterSeconds = (seconds: number) => Date.now() + seconds * 1000;
    expect(constructEvent(body, secret, afterSeconds(290)).type).toBe('payment_intent.created');
    expect(() => constructEvent(body, secret, afterSeconds(310))).toThrow('tolerance');
  });

  it('accepts signatures although the sandbox’s clock is ahead', async () => {
    const { sandbox, stripe } = await startSandbox({ forwardTo: [url()] });
    await fetch(`${served?.urls[0]}/sandbox/clock`, {
      method: 'POST',
      body: JSON.stringify({ advance: 3 * 24 * 3600 }),
    });
    await stripe.paymentIntents.create(ORDER);
    await until(1);
    const [{ body, signature } = { body: '', signature: '' }] = hooks;
    const time = Number(/t=(\d+)/.exec(signature)?.[1]) * 1000;
    expect(Math.abs(time - Date.now())).toBeLessThan(60_000);
    const secret = sandbox.forwarding[0]?.secret ?? '';
    expect(stripe.webhooks.constructEvent(body, signature, secret).type).toBeDefined();
  });

  it('takes an event at the third attempt of a receiver that fails twice', async () => {
    answers = [500, 503];
    const fastTimers = { after: (ms: number, run: () => void) => after(ms / 100, run) };
    const { sandbox, stripe } = await startSandbox({ forwardTo: [url()], timers: fastTimers });
    await stripe.paymentIntents.create({ amount: 1800, currency: 'eur' });
    await until(3);
    const secret = sandbox.forwarding[0]?.secret ?? '';
    const ids = hooks.map(
      ({ body, signature }) => stripe.webhooks.constructEvent(body, signature, secret).id,
    );
    expect(new Set(ids).size).toBe(1);
    await expect
      .poll(async () => (await stripe.events.retrieve(ids[0] ?? '')).pending_webhooks)
      .toBe(0);
  });

  it('updates, lists and deletes endpoints, and pages through events', async () => {
    const { stripe } = await startSandbox();
    const { id } = await stripe.webhookEndpoints.create({
      url: url(),
      enabled_events: ['payment_intent.succeeded'],
    });
    const updated = await stripe.webhookEndpoints.update(id, { disabled: true });
    expect(updated).toMatchObject({ id, status: 'disabled' });
    expect(updated.secret).toBeUndefined();
    expect((await stripe.webhookEndpoints.list()).data.map((each) => each.id)).toEqual([id]);
    expect(await stripe.webhookEndpoints.del(id)).toMatchObject({ deleted: true });
    await expect(stripe.webhookEndpoints.retrieve(id)).rejects.toMatchObject({
      code: 'resource_missing',
      statusCode: 404,
    });
    for (let at = 0; at < 6; at++) await stripe.paymentIntents.create(ORDER);
    const all = await stripe.events.list({ limit: 5 }).autoPagingToArray({ limit: 100 });
    expect(new Set(all.map((event) => event.id)).size).toBe(18);
    expect(await stripe.events.list({ types: ['payment_intent.succeeded'] })).toMatchObject({
      data: { length: 6 },
    });
  });
});

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
