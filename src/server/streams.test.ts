import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createUpdates } from './createUpdates.ts';
import { memoryBroker } from './memoryBroker.ts';
import type { StreamOptions } from './options.ts';
import { openStream, streamRequest } from './testing/openStream.ts';

const createTestUpdates = (options: StreamOptions = {}) =>
  createUpdates({ broker: memoryBroker(), ...options });

const advance = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('opens with a jittered time to connect again, and with an id', async () => {
  const updates = createTestUpdates();
  const openings = await Promise.all(
    Array.from({ length: 50 }, () => openStream(updates, 'pi_1').next()),
  );
  const times = openings.map((text) => Number(/^retry: (\d+)\nid: \S+\n\n$/.exec(text ?? '')?.[1]));
  expect(Math.min(...times)).toBeGreaterThanOrEqual(1_000);
  expect(Math.max(...times)).toBeLessThanOrEqual(5_000);
  expect(new Set(times).size).toBeGreaterThan(10);
});

it('is kept by no cache and held back by no proxy', () => {
  const { headers } = openStream(createTestUpdates(), 'pi_1');
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store, no-transform');
  expect(headers.get('x-accel-buffering')).toBe('no');
});

it('tells those who wait for the intent, and nobody else', async () => {
  const updates = createTestUpdates();
  const [one, two, other] = ['pi_1', 'pi_1', 'pi_2'].map((id) => openStream(updates, id));
  await advance(0);
  await updates.publish('pi_1');
  await advance(0);
  expect([one?.count(), two?.count(), other?.count()]).toEqual([1, 1, 0]);
});

it('shows at each heartbeat that it is there', async () => {
  const page = openStream(createTestUpdates(), 'pi_1');
  await page.next();
  await advance(15_100);
  expect(await page.next()).toBe(': beat\n\n');
  await advance(15_000);
  expect(await page.next()).toBe(': beat\n\n');
});

it('tells a page that connects again what it has missed', async () => {
  const updates = createTestUpdates();
  const page = openStream(updates, 'pi_1');
  await page.next();
  await page.leave();
  await updates.publish('pi_1');
  await advance(60_000);
  const again = openStream(updates, 'pi_1', { 'last-event-id': page.lastEventId() });
  expect(await again.next()).toContain('look now');
  await again.leave();
  const third = openStream(updates, 'pi_1', { 'last-event-id': again.lastEventId() });
  expect(await third.next()).not.toContain('look now');
});

it('tells a page to look that comes from another process, or with an id that nobody gave', async () => {
  const updates = createTestUpdates();
  const ids = fc.string({ unit: fc.constantFrom(...'abc019-') });
  await fc.assert(
    fc.asyncProperty(ids, async (id) => {
      const page = openStream(updates, 'pi_1', { 'last-event-id': id });
      expect(await page.next()).toContain('look now');
    }),
  );
});

it('tells a page that comes for the first time what has just happened, and not what is long ago', async () => {
  const updates = createTestUpdates();
  await updates.publish('pi_1');
  expect(await openStream(updates, 'pi_1').next()).toContain('look now');
  await advance(11_000);
  expect(await openStream(updates, 'pi_1').next()).not.toContain('look now');
});

it('ends with the payment, and then stays away', async () => {
  const updates = createTestUpdates();
  const page = openStream(updates, 'pi_1');
  await page.next();
  await updates.publish('pi_1', { settled: true });
  expect(await page.next()).toContain('look now');
  expect(await page.next()).toBeNull();
  const again = openStream(updates, 'pi_1', { 'last-event-id': page.lastEventId() });
  expect(again.status).toBe(204);
  await advance(3600_000);
  const reloaded = openStream(updates, 'pi_1');
  expect(await reloaded.next()).toContain('look now');
  expect(await reloaded.next()).toBeNull();
});

it('misses nothing, whatever comes while a page connects and leaves', async () => {
  const steps = fc.array(fc.constantFrom('publish', 'leave', 'connect', 'other', 'gap'), {
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      const broker = memoryBroker();
      let gap = () => {};
      const updates = createTestUpdates({
        broker: {
          ...broker,
          subscribe(listener) {
            gap = listener.onGap;
            return broker.subscribe(listener);
          },
        },
      });
      let page = openStream(updates, 'pi_1');
      await advance(0);
      let isOpen = true;
      let isNewer = false;
      const act: Record<string, () => unknown> = {
        publish: () => updates.publish('pi_1'),
        other: () => updates.publish('pi_2'),
        gap: () => gap(),
        leave: () => page.leave(),
        connect() {
          if (!isOpen) page = openStream(updates, 'pi_1', { 'last-event-id': page.lastEventId() });
        },
      };
      for (const step of order) {
        const before = page.count();
        const was = page;
        await act[step]?.();
        await advance(20);
        if (step === 'publish') isNewer = true;
        const isTold = page.count() > (was === page ? before : 0);
        if (step === 'leave') isOpen = false;
        if (step === 'connect') isOpen = true;
        if (isTold) isNewer = false;
        if (isOpen) expect(isNewer).toBe(false);
      }
      await page.leave();
    }),
    { numRuns: 200 },
  );
});

it.each([
  ['', /is missing/],
  ['pi_1_secret_2', /client secret/],
  ['pi 1', /no id/],
  ['ü', /no id/],
  ['x'.repeat(201), /no id/],
])('refuses the intent %o', async (intent, words) => {
  const response = createTestUpdates().handleStream(streamRequest(intent));
  expect(response.status).toBe(400);
  expect(await response.text()).toMatch(words);
});

it('takes the ids of both gateways and of any other', () => {
  const updates = createTestUpdates();
  for (const id of ['pi_1', 'seti_1', 'pay_7Qx.h4ndle', '018f-4a:b/c'])
    expect(openStream(updates, id).status).toBe(200);
});

it('limits the streams of an address, and says once how a proxy is told apart', async () => {
  const onError = vi.fn();
  const addressOf = (request: Request) => request.headers.get('x-real-ip');
  const updates = createTestUpdates({ limitPerAddress: 2, addressOf, onError });
  const open = (address: string) => openStream(updates, 'pi_1', { 'x-real-ip': address });
  const pages = [open('198.51.100.1'), open('198.51.100.1')];
  const refused = open('198.51.100.1');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(5);
  open('198.51.100.1');
  expect(onError).toHaveBeenCalledTimes(1);
  expect(open('198.51.100.2').status).toBe(200);
  await pages[0]?.leave();
  expect(open('198.51.100.1').status).toBe(200);
});

it('counts the addresses of an IPv6 network as one', () => {
  const addressOf = (request: Request) => request.headers.get('x-real-ip');
  const updates = createTestUpdates({ limitPerAddress: 1, addressOf, onError: () => {} });
  const statusOf = (address: string) =>
    openStream(updates, 'pi_1', { 'x-real-ip': address }).status;
  expect(statusOf('2001:db8:1:2::1')).toBe(200);
  expect(statusOf('2001:db8:1:2:3:4:5:6')).toBe(429);
  expect(statusOf('2001:db8:1:3::1')).toBe(200);
});

it('limits the streams in all', () => {
  const updates = createTestUpdates({ limit: 1 });
  openStream(updates, 'pi_1');
  expect(openStream(updates, 'pi_2').status).toBe(503);
});

it('lets pages of the listed origins listen', () => {
  const updates = createTestUpdates({ origins: ['https://shop.example'] });
  const allowed = (origin: string) =>
    openStream(updates, 'pi_1', { origin }).headers.get('access-control-allow-origin');
  expect(allowed('https://shop.example')).toBe('https://shop.example');
  expect(allowed('https://other.example')).toBeNull();
});

it('takes GET alone', () => {
  const { handleStream } = createTestUpdates();
  const post = handleStream(new Request('https://shop.example/updates', { method: 'POST' }));
  expect(post.status).toBe(405);
  expect(post.headers.get('allow')).toBe('GET');
  const preflight = handleStream(new Request('https://shop.example/', { method: 'OPTIONS' }));
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Last-Event-ID/);
});

it('keeps one event for a slow reader, and gives it up after a minute', async () => {
  const updates = createTestUpdates();
  const { body } = updates.handleStream(streamRequest('pi_1'));
  const reader = body?.getReader();
  await reader?.read();
  for (let i = 0; i < 1000; i++) await updates.publish('pi_1');
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value).match(/look now/g)).toHaveLength(1);
  await updates.publish('pi_1');
  await advance(14_000);
  expect(updates.stats().streams).toBe(1);
  await advance(61_000);
  expect(updates.stats().streams).toBe(0);
  await expect(reader?.read()).rejects.toThrow(/takes nothing/);
});

it('forgets ten thousand pages that came and went', async () => {
  const addressOf = (request: Request) => request.headers.get('x-real-ip');
  const updates = createTestUpdates({ addressOf });
  for (let i = 0; i < 10_000; i++) {
    const headers = { 'x-real-ip': `198.51.${i % 200}.${i % 7}` };
    const { body } = updates.handleStream(streamRequest(`pi_${i % 777}`, headers));
    if (i % 3 === 0) await updates.publish(`pi_${i % 777}`);
    if (i % 100 === 0) expect(updates.stats().streams).toBe(1);
    await body?.cancel();
  }
  expect(updates.stats()).toMatchObject({ streams: 0, intents: 0, addresses: 0 });
  expect(vi.getTimerCount()).toBe(0);
});

it('remembers ten thousand updates at most, and then rather says too much', async () => {
  const updates = createTestUpdates();
  const page = openStream(updates, 'pi_1');
  await page.next();
  await page.leave();
  for (let i = 0; i < 10_050; i++) await updates.publish(`pi_x${i}`);
  expect(updates.stats().remembered).toBe(10_000);
  const again = openStream(updates, 'pi_1', { 'last-event-id': page.lastEventId() });
  expect(await again.next()).toContain('look now');
});

it('ends all streams when it closes, and takes no more', async () => {
  const updates = createTestUpdates();
  const page = openStream(updates, 'pi_1');
  await page.next();
  await updates.close();
  expect(await page.next()).toBeNull();
  expect(openStream(updates, 'pi_1').status).toBe(503);
  expect(vi.getTimerCount()).toBe(0);
});
