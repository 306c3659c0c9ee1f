import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BrokerListener } from './broker.ts';
import { createUpdates } from './createUpdates.ts';
import { type RedisClient, type RedisSubscriber, redisBroker } from './redisBroker.ts';
import { openStream } from './testing/openStream.ts';

type Handler = (error: unknown) => void;

/** A server of Redis, as far as its clients are. */
class FakeRedis {
  readonly channels = new Map<string, Set<(message: string) => void>>();
  readonly keys = new Map<string, number>();
  readonly subscribers: FakeSubscriber[] = [];
  isUp = true;

  client(): RedisClient & { isOpen: boolean } {
    const client = {
      isOpen: false,
      connect: async () => {
        client.isOpen = true;
      },
      on: vi.fn(),
      publish: async (channel: string, message: string) => {
        if (!this.isUp) throw new Error('ECONNREFUSED');
        for (const listener of this.channels.get(channel) ?? []) listener(message);
      },
      exists: async (key: string) => Number(this.keys.has(key)),
      set: async (key: string, _: string, { EX }: { EX: number }) => this.keys.set(key, EX),
      duplicate: () => new FakeSubscriber(this),
    };
    return client;
  }

  stop() {
    this.isUp = false;
    this.channels.clear();
    for (const each of this.subscribers) each.emit('error', new Error('ECONNRESET'));
  }

  /** What was subscribed to before is subscribed again before `ready`, as the client does it. */
  start() {
    this.isUp = true;
    for (const each of this.subscribers) each.resume();
  }
}

class FakeSubscriber implements RedisSubscriber {
  readonly #redis: FakeRedis;
  readonly #handlers = new Map<string, Handler[]>();
  readonly #subscribed = new Map<string, (message: string) => void>();
  isOpen = true;
  isDestroyed = false;

  constructor(redis: FakeRedis) {
    this.#redis = redis;
    redis.subscribers.push(this);
  }

  on(event: string, handler: Handler) {
    this.#handlers.set(event, [...(this.#handlers.get(event) ?? []), handler]);
  }

  emit(event: string, error?: unknown) {
    for (const handler of this.#handlers.get(event) ?? []) handler(error);
  }

  async connect() {
    if (!this.#redis.isUp) throw new Error('ECONNREFUSED');
    this.emit('ready');
  }

  async subscribe(channel: string, listener: (message: string) => void) {
    this.#subscribed.set(channel, listener);
    this.#listen(channel, listener);
  }

  resume() {
    if (this.isDestroyed) return;
    for (const [channel, listener] of this.#subscribed) this.#listen(channel, listener);
    this.emit('ready');
  }

  destroy() {
    this.isDestroyed = true;
    for (const [channel, listener] of this.#subscribed)
      this.#redis.channels.get(channel)?.delete(listener);
  }

  #listen(channel: string, listener: (message: string) => void) {
    const listeners = this.#redis.channels.get(channel) ?? new Set();
    this.#redis.channels.set(channel, listeners.add(listener));
  }
}

const advance = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function listen(redis: FakeRedis) {
  const listener = {
    onMessage: vi.fn(),
    onGap: vi.fn(),
    onError: vi.fn(),
  } satisfies BrokerListener;
  const broker = redisBroker(redis.client());
  const stop = broker.subscribe(listener);
  await advance(0);
  return { broker, stop, ...listener };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('carries messages between processes by one connection for each', async () => {
  const redis = new FakeRedis();
  const [one, other] = [await listen(redis), await listen(redis)];
  await one.broker.publish('hello');
  expect(one.onMessage).toHaveBeenCalledExactlyOnceWith('hello');
  expect(other.onMessage).toHaveBeenCalledExactlyOnceWith('hello');
  expect(redis.subscribers).toHaveLength(2);
});

it('connects a client that is not connected, and listens to its errors', async () => {
  const client = new FakeRedis().client();
  redisBroker(client);
  await advance(0);
  expect(client.isOpen).toBe(true);
  expect(client.on).toHaveBeenCalledWith('error', expect.any(Function));
});

it('says once that Redis is lost, and once that it is back', async () => {
  const redis = new FakeRedis();
  const { onError, onGap, onMessage, broker } = await listen(redis);
  redis.stop();
  redis.stop();
  expect(onError).toHaveBeenCalledTimes(1);
  expect(String(onError.mock.calls[0])).toMatch(/Redis is lost/);
  expect(onGap).not.toHaveBeenCalled();
  redis.start();
  expect(onGap).toHaveBeenCalledTimes(1);
  await broker.publish('again');
  expect(onMessage).toHaveBeenCalledWith('again');
  redis.stop();
  expect(onError).toHaveBeenCalledTimes(2);
});

it.each(['given up', 'never begun'])('makes a new connection where one has %s', async (why) => {
  const redis = new FakeRedis();
  redis.isUp = why === 'given up';
  const { onError, onGap, onMessage, broker } = await listen(redis);
  redis.isUp = false;
  const [first] = redis.subscribers;
  if (first && why === 'given up') {
    first.isOpen = false;
    first.emit('error', new Error('ECONNRESET'));
  }
  await advance(10_000);
  expect(first?.isDestroyed).toBe(true);
  expect(onError).toHaveBeenCalledTimes(1);
  redis.isUp = true;
  await advance(3_000);
  expect(onGap).toHaveBeenCalledTimes(1);
  await broker.publish('hello');
  expect(onMessage).toHaveBeenCalledExactlyOnceWith('hello');
});

it('ends its connection, and then says and tries nothing more', async () => {
  const redis = new FakeRedis();
  const { stop, onError } = await listen(redis);
  await stop();
  expect(redis.subscribers[0]?.isDestroyed).toBe(true);
  redis.stop();
  await advance(10_000);
  expect(onError).not.toHaveBeenCalled();
  expect(redis.subscribers).toHaveLength(1);
});

it('remembers events for longer than gateways send them again', async () => {
  const redis = new FakeRedis();
  const { broker } = await listen(redis);
  expect(await broker.wasHandled?.('evt_1')).toBe(false);
  await broker.markHandled?.('evt_1');
  expect(await broker.wasHandled?.('evt_1')).toBe(true);
  expect([...redis.keys]).toEqual([['paystep:event:evt_1', 345_600]]);
});

function processOn(redis: FakeRedis) {
  const onError = vi.fn();
  return { onError, updates: createUpdates({ broker: redisBroker(redis.client()), onError }) };
}

it('tells a page at another process, and each page once', async () => {
  const redis = new FakeRedis();
  const [one, two] = [processOn(redis), processOn(redis)];
  const [here, there] = [openStream(one.updates, 'pi_1'), openStream(two.updates, 'pi_1')];
  await advance(0);
  await one.updates.publish('pi_1');
  await advance(0);
  expect([here.count(), there.count()]).toEqual([1, 1]);
});

it('keeps streams while Redis is down, and tells all to look when it is back, not at once', async () => {
  const redis = new FakeRedis();
  const { updates, onError } = processOn(redis);
  const pages = Array.from({ length: 100 }, (_, at) => openStream(updates, `pi_${at}`));
  await advance(0);
  redis.stop();
  await updates.publish('pi_7');
  await advance(30_000);
  expect(updates.stats()).toMatchObject({ streams: 100, isBrokerConnected: false });
  expect(onError).toHaveBeenCalledTimes(1);
  expect(pages[7]?.count()).toBe(1);
  redis.start();
  expect(updates.stats().isBrokerConnected).toBe(true);
  const told = () => pages.filter((page) => page.count() > 0).length;
  await advance(2_500);
  expect(told()).toBeGreaterThan(20);
  expect(told()).toBeLessThan(80);
  await advance(2_600);
  expect(told()).toBe(100);
});

it('answers a webhook where Redis answers nothing', async () => {
  const client = new FakeRedis().client();
  client.publish = () => new Promise(() => {});
  const updates = createUpdates({ broker: redisBroker(client), onError: () => {} });
  let isDone = false;
  void updates.publish('pi_1').then(() => {
    isDone = true;
  });
  await advance(1_000);
  expect(isDone).toBe(true);
});

it('is connected again after a publish that failed alone', async () => {
  const client = new FakeRedis().client();
  const publish = vi.spyOn(client, 'publish').mockRejectedValueOnce(new Error('ECONNRESET'));
  const onError = vi.fn();
  const updates = createUpdates({ broker: redisBroker(client), onError });
  await updates.publish('pi_1');
  expect(updates.stats().isBrokerConnected).toBe(false);
  await updates.publish('pi_1');
  expect(updates.stats().isBrokerConnected).toBe(true);
  expect(publish).toHaveBeenCalledTimes(2);
  expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('ECONNRESET'));
});

it('drops what others write into the channel', async () => {
  const redis = new FakeRedis();
  const { updates } = processOn(redis);
  const page = openStream(updates, 'pi_1');
  await advance(0);
  const messages = ['', '{', 'null', '[]', '{"intent":1}', '{"intent":"pi_1_secret_2"}', '"pi_1"'];
  for (const message of messages) await redis.client().publish('paystep:updates', message);
  await advance(0);
  expect(page.count()).toBe(0);
  expect(updates.stats().remembered).toBe(0);
});
