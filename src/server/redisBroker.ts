import type { Broker, BrokerListener } from './broker.ts';
import { after, between } from './timers.ts';

/** What is used of a connection of the package `redis` that subscribes. */
export interface RedisSubscriber {
  /** False once it has given up. */
  readonly isOpen: boolean;
  connect(): Promise<unknown>;
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
  on(event: string, listener: (error: unknown) => void): unknown;
  destroy(): void;
}

/** What is used of a client of the package `redis`, from version 5 on. */
export interface RedisClient {
  readonly isOpen: boolean;
  connect(): Promise<unknown>;
  on(event: string, listener: (error: unknown) => void): unknown;
  publish(channel: string, message: string): Promise<unknown>;
  exists(key: string): Promise<number>;
  set(key: string, value: string, options: { readonly EX: number }): Promise<unknown>;
  duplicate(): RedisSubscriber;
}

/** The options of `redisBroker`. */
export interface RedisBrokerOptions {
  /** The channel, and the beginning of keys. Shops that share a Redis have one each; `paystep` by default. */
  readonly prefix?: string;
}

/** Longer than the gateways send an event again. Seconds. */
const FOUR_DAYS = 4 * 24 * 3600;

/** Before a connection that has given up is made anew. Milliseconds. */
const PAUSE = [1_000, 3_000] as const;

const LOST =
  'Redis is lost. Streams stay open, pages go on reading by themselves, and it is tried again until it is back.';

/**
 * A broker on Redis or Valkey, with the official package `redis` (5 or 6). It publishes with your
 * client, and subscribes with a connection of its own, one for a process: `client.duplicate()`. The
 * client is connected where it is not; it stays yours to close.
 *
 * Without Redis no payment is lost: streams stay, webhooks are answered, pages read at the pace of
 * their safety net. When it is back, every page that waits is told to look, one after another.
 *
 * @example
 * ```ts
 * import { createClient } from 'redis';
 * import { createUpdates, redisBroker } from 'paystep/server';
 *
 * const broker = redisBroker(createClient({ url: process.env.REDIS_URL }));
 * const updates = createUpdates({ gateway: 'stripe', signingSecret, onEvent, broker });
 * ```
 */
export function redisBroker(
  client: RedisClient,
  { prefix = 'paystep' }: RedisBrokerOptions = {},
): Broker {
  const channel = `${prefix}:updates`;
  const keyOf = (eventId: string) => `${prefix}:event:${eventId}`;
  // A client that nobody listens to ends the process with its first error.
  client.on('error', () => {});
  if (!client.isOpen) client.connect().catch(() => {});
  return {
    publish: async (message) => {
      await client.publish(channel, message);
    },
    subscribe: (listener) => subscribe(client, channel, listener),
    wasHandled: async (id) => (await client.exists(keyOf(id))) > 0,
    markHandled: async (id) => {
      await client.set(keyOf(id), '1', { EX: FOUR_DAYS });
    },
  };
}

/** The client connects again by itself; where its strategy gives up, another takes its place. */
function subscribe(client: RedisClient, channel: string, listener: BrokerListener): () => void {
  let isClosed = false;
  let wasLost = false;
  /** Ends the connection, or the wait for the next. */
  let stop = () => {};

  function reportLost(cause: unknown) {
    if (isClosed || wasLost) return;
    wasLost = true;
    listener.onError(new Error(LOST, { cause }));
  }

  function reportBack() {
    if (wasLost && !isClosed) listener.onGap();
    wasLost = false;
  }

  async function open(): Promise<void> {
    const subscriber = client.duplicate();
    const destroy = once(() => subscriber.destroy());
    stop = destroy;
    let isSubscribed = false;
    // By then what it was subscribed to before is subscribed again.
    subscriber.on('ready', () => isSubscribed && reportBack());
    subscriber.on('error', (error) => {
      reportLost(error);
      if (!subscriber.isOpen) openAgain();
    });
    try {
      await subscriber.connect();
      await subscriber.subscribe(channel, listener.onMessage);
      isSubscribed = true;
      reportBack();
    } catch (error) {
      reportLost(error);
      openAgain();
    }

    function openAgain() {
      if (stop !== destroy || isClosed) return;
      destroy();
      stop = after(between(...PAUSE), open);
    }
  }

  void open();
  return () => {
    isClosed = true;
    stop();
  };
}

/** Runs at the first call alone; what it throws (there was nothing to end) is nobody's concern. */
function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    try {
      run();
    } catch {}
  };
}
