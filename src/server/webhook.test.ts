import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { createUpdates } from './createUpdates.ts';
import { memoryBroker } from './memoryBroker.ts';
import type { UpdatesOptions } from './options.ts';
import { openStream } from './testing/openStream.ts';
import { eventOf, intentObject, SECRET, sign, webhookRequest } from './testing/webhooks.ts';

function createTestUpdates(options: Partial<UpdatesOptions> = {}) {
  const onEvent = vi.fn();
  const onError = vi.fn();
  const updates = createUpdates({
    gateway: 'stripe',
    signingSecret: SECRET,
    broker: memoryBroker(),
    onEvent,
    onError,
    ...options,
  } as UpdatesOptions);
  return { updates, onEvent, onError };
}

const PAID = eventOf('evt_1', intentObject('pi_1'));

it('hands the event to the shop, and tells the page', async () => {
  const { updates, onEvent } = createTestUpdates();
  const page = openStream(updates, 'pi_1');
  await page.next();
  const response = await updates.handleWebhook(webhookRequest(PAID));
  expect(response.status).toBe(200);
  expect(onEvent).toHaveBeenCalledExactlyOnceWith(JSON.parse(PAID));
  expect(await page.next()).toMatch(/^id: \S+\ndata: look now\n\n$/);
});

it("checks WooshPay's header where the gateway is WooshPay", async () => {
  const { updates } = createTestUpdates({ gateway: 'wooshpay' } as Partial<UpdatesOptions>);
  const good = await updates.handleWebhook(webhookRequest(PAID, sign(PAID), 'Wooshpay-Signature'));
  expect(good.status).toBe(200);
  const other = await updates.handleWebhook(webhookRequest(PAID, sign(PAID), 'Stripe-Signature'));
  expect(await other.text()).toMatch(/no header Wooshpay-Signature/);
  expect(other.status).toBe(400);
});

it.each([
  ['an empty body', webhookRequest('', sign('')), 400, /empty/],
  ['a body that is too large', webhookRequest('x'.repeat(2 ** 20 + 1)), 400, /more than 1048576/],
  ['a wrong signature', webhookRequest(PAID, sign('other')), 400, /signingSecret is not/],
  ['no event', webhookRequest('[1]'), 400, /no event with an id/],
  ['no JSON', webhookRequest('{'), 400, /no event with an id/],
  ['GET', new Request('https://shop.example/webhook'), 405, /POST only/],
] as const)('answers %s with what is wrong', async (_, request, status, words) => {
  const { updates, onEvent } = createTestUpdates();
  const response = await updates.handleWebhook(request);
  expect(response.status).toBe(status);
  expect(await response.text()).toMatch(words);
  expect(onEvent).not.toHaveBeenCalled();
});

it('says so where the body has been read before', async () => {
  const { updates } = createTestUpdates();
  const request = webhookRequest(PAID);
  await request.text();
  expect(await (await updates.handleWebhook(request)).text()).toMatch(/read before/);
});

it('handles a repeated event once; who comes meanwhile waits for the first', async () => {
  let finish = () => {};
  const onEvent = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const { updates } = createTestUpdates({ onEvent });
  const answered: number[] = [];
  const post = async () =>
    answered.push((await updates.handleWebhook(webhookRequest(PAID))).status);
  const posts = [post(), post(), post()];
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalled());
  expect(answered).toEqual([]);
  finish();
  await Promise.all(posts);
  await post();
  expect(answered).toEqual([200, 200, 200, 200]);
  expect(onEvent).toHaveBeenCalledTimes(1);
});

it('asks for the event again where the shop has thrown, and tells the page all the same', async () => {
  const onEvent = vi.fn().mockRejectedValueOnce(new Error('The database is down.'));
  const { updates, onError } = createTestUpdates({ onEvent });
  const page = openStream(updates, 'pi_1');
  await page.next();
  const failed = await updates.handleWebhook(webhookRequest(PAID));
  expect(failed.status).toBe(500);
  expect(await failed.text()).not.toContain('database');
  expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('The database is down.'));
  expect(await page.next()).toContain('look now');
  expect((await updates.handleWebhook(webhookRequest(PAID))).status).toBe(200);
  expect(onEvent).toHaveBeenCalledTimes(2);
});

it('calls the shop once for each event, in whatever order and how often they come', async () => {
  const ids = fc.array(fc.nat(9), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(ids, async (order) => {
      const { updates, onEvent } = createTestUpdates();
      const post = (id: number) =>
        updates.handleWebhook(webhookRequest(eventOf(`evt_${id}`, intentObject('pi_1'))));
      const answers = await Promise.all(order.map(post));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      const handled = onEvent.mock.calls.map(([event]) => event.id);
      expect(handled.sort()).toEqual([...new Set(order)].sort().map((id) => `evt_${id}`));
    }),
    { numRuns: 30 },
  );
});

it('ends a stream once, whichever of the events comes first', async () => {
  const types = ['succeeded', 'processing', 'requires_action', 'succeeded'];
  const orders = fc.shuffledSubarray(
    types.map((_, at) => at),
    { minLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const { updates } = createTestUpdates();
      const page = openStream(updates, 'pi_1');
      for (const at of order) {
        const body = eventOf(`evt_${at}`, intentObject('pi_1', types[at]));
        await updates.handleWebhook(webhookRequest(body));
      }
      while ((await page.next()) !== null);
      expect(page.count()).toBeGreaterThan(0);
      expect(updates.stats().streams).toBe(0);
      const again = openStream(updates, 'pi_1', { 'last-event-id': page.lastEventId() });
      while ((await again.next()) !== null);
      const third = openStream(updates, 'pi_1', { 'last-event-id': again.lastEventId() });
      expect(third.status).toBe(204);
    }),
    { numRuns: 30 },
  );
});

it.each([
  ['a charge', { object: 'charge', payment_intent: 'pi_1', status: 'succeeded' }],
  ['a refund with its intent expanded', { object: 'refund', payment_intent: { id: 'pi_1' } }],
  ['a setup attempt', { object: 'setup_attempt', setup_intent: 'pi_1' }],
])('tells the page of %s, and does not end its stream', async (_, object) => {
  const { updates } = createTestUpdates();
  const page = openStream(updates, 'pi_1');
  await page.next();
  await updates.handleWebhook(webhookRequest(eventOf('evt_1', object, 'some.type')));
  expect(await page.next()).toContain('look now');
  expect(updates.stats().streams).toBe(1);
});

it('hands out events that are about no intent', async () => {
  const { updates, onEvent } = createTestUpdates();
  const body = eventOf('evt_1', { object: 'payout', id: 'po_1' }, 'payout.paid');
  expect((await updates.handleWebhook(webhookRequest(body))).status).toBe(200);
  expect(onEvent).toHaveBeenCalledTimes(1);
});

it('remembers the events of other processes where the broker can', async () => {
  const handled = new Set<string>();
  const broker = {
    ...memoryBroker(),
    wasHandled: async (id: string) => handled.has(id),
    markHandled: async (id: string) => void handled.add(id),
  };
  const [one, other] = [createTestUpdates({ broker }), createTestUpdates({ broker })];
  await one.updates.handleWebhook(webhookRequest(PAID));
  expect((await other.updates.handleWebhook(webhookRequest(PAID))).status).toBe(200);
  expect(other.onEvent).not.toHaveBeenCalled();
});

it('refuses a gateway that it does not know, and a secret without a gateway', () => {
  const create = (options: object) => () => createUpdates(options as UpdatesOptions);
  expect(create({ gateway: 'paypal', signingSecret: SECRET })).toThrow(/known are stripe and/);
  expect(create({ signingSecret: SECRET })).toThrow(/gateway is missing/);
  expect(create({ heartbeat: 0 })).toThrow(/heartbeat is 0/);
  expect(create({ gateway: 'stripe', signingSecret: SECRET, tolerance: -1 })).toThrow(/tolerance/);
});

it('takes no webhooks where it was given no gateway', async () => {
  const { handleWebhook } = createUpdates({ broker: memoryBroker() });
  expect((await handleWebhook(webhookRequest(PAID))).status).toBe(501);
});

it.each(['', ' ', undefined, [], ['whsec_1', undefined]])(
  'refuses to begin with the signing secret %o',
  (signingSecret) => {
    const options = { gateway: 'stripe', signingSecret } as UpdatesOptions;
    expect(() => createUpdates(options)).toThrow(/signingSecret is missing or empty/);
  },
);
