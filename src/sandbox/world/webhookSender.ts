import { platformTimers, type Timers } from '../base/timers.ts';
import { type Attempt, type Delivery, openEndpoint } from './delivery.ts';
import type { Endpoint, Endpoints } from './endpoints.ts';
import { signatureOf } from './signature.ts';

/** What the sender needs. */
export interface CourierOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly timers: Timers;
  /** The sandbox's clock, for the time of an attempt. Milliseconds. */
  readonly now: () => number;
  /** The platform's clock, by which the receiver checks a signature. Milliseconds. */
  readonly wallClock: () => number;
  readonly endpoints: Endpoints;
  /** The payload, the same in each attempt; null where the event was dropped. */
  readonly payloadOf: (delivery: Delivery) => string | null;
  /** Called after each attempt. */
  readonly onAttempt: (delivery: Delivery) => void;
}

/**
 * Six attempts: the first, and others after 1, 2, 4, 8 and 16 seconds. Stripe and WooshPay go on
 * for three days (WooshPay: 18 times in 72 hours); a developer who has just restarted a server
 * wants it sooner.
 */
const ATTEMPTS = 6;
const FIRST_PAUSE = 1000;

/** Long enough for a receiver that answers before it works, as both gateways demand. */
const TIMEOUT = 10_000;

/** Long enough for a receiver on this computer, and hardly seen in a test. Milliseconds. */
const MOMENT = 500;

/** The most waiting deliveries of an endpoint, so that one that is down cannot fill the memory. */
const QUEUE = 1000;

const HEADERS = { stripe: 'Stripe-Signature', wooshpay: 'Wooshpay-Signature' } as const;

/** `ECONNREFUSED` says more than "fetch failed". */
const reasonOf = (error: unknown): string => {
  const { cause, message } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? message;
};

/** Delivers events with retries: to each endpoint in order, and one at a time. */
export class WebhookSender {
  readonly #options: CourierOptions;
  readonly #queues = new Map<string, Delivery[]>();
  readonly #underWay = new Map<AbortController, Promise<Attempt>>();

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  /** Queues a delivery. The caller does not wait for it. */
  send(delivery: Delivery): void {
    const { id } = delivery.endpoint;
    const queue = this.#queues.get(id);
    if (!queue) {
      const begun = [delivery];
      this.#queues.set(id, begun);
      void this.#work(id, begun);
    } else if (queue.length < QUEUE) queue.push(delivery);
    else delivery.state = 'failed';
  }

  /**
   * Waits for the attempts that are under way, and gives them up after a moment. A connection that is
   * given up while it is made would stay open, and its receiver could not stop for seconds.
   */
  async close(): Promise<void> {
    const attempts = [...this.#underWay];
    let stop = () => {};
    const givenUp = new Promise<void>((resolve) => {
      stop = platformTimers.after(MOMENT, () => {
        for (const [abort] of attempts) abort.abort();
        resolve();
      });
    });
    await Promise.race([givenUp, Promise.all(attempts.map(([, ended]) => ended))]);
    stop();
  }

  async #work(id: string, queue: Delivery[]): Promise<void> {
    // The request that caused the event has to end before anything is sent.
    await null;
    for (let [next] = queue; next; [next] = queue) {
      next.state = (await this.#deliver(next)) ? 'delivered' : 'failed';
      this.#options.onAttempt(next);
      queue.shift();
    }
    this.#queues.delete(id);
  }

  async #deliver(delivery: Delivery): Promise<boolean> {
    let payload: string | null = null;
    for (let tried = 0; tried < ATTEMPTS; tried++) {
      if (tried > 0) await this.#pause(FIRST_PAUSE * 2 ** (tried - 1));
      const endpoint = openEndpoint(this.#options.endpoints, delivery);
      if (!endpoint) return false;
      payload ??= this.#options.payloadOf(delivery);
      if (payload === null) return false;
      const attempt = await this.#attempt(delivery, endpoint, payload);
      delivery.attempts.push(attempt);
      if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300) return true;
      this.#options.onAttempt(delivery);
    }
    return false;
  }

  #attempt(delivery: Delivery, endpoint: Endpoint, payload: string): Promise<Attempt> {
    const abort = new AbortController();
    const ended = this.#send(delivery, endpoint, payload, abort);
    this.#underWay.set(abort, ended);
    return ended.finally(() => this.#underWay.delete(abort));
  }

  async #send(
    delivery: Delivery,
    endpoint: Endpoint,
    payload: string,
    abort: AbortController,
  ): Promise<Attempt> {
    const at = this.#options.now();
    try {
      const init = await this.#request(delivery, endpoint, payload);
      return { at, status: await this.#answerTo(endpoint.url, init, abort), error: null };
    } catch (error) {
      return { at, status: null, error: reasonOf(error) };
    }
  }

  /** The status of the answer. Its body is discarded. */
  #answerTo(url: string, init: RequestInit, abort: AbortController): Promise<number> {
    const { fetch, timers } = this.#options;
    return new Promise((resolve, reject) => {
      const stop = timers.after(TIMEOUT, () => {
        reject(new Error('timeout'));
        abort.abort();
      });
      fetch(url, { ...init, signal: abort.signal })
        .then(({ body, status }) => {
          resolve(status);
          body?.cancel().catch(() => {});
        }, reject)
        .finally(stop);
    });
  }

  async #request({ event }: Delivery, { secret }: Endpoint, payload: string): Promise<RequestInit> {
    const seconds = Math.floor(this.#options.wallClock() / 1000);
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'Paystep-Sandbox',
      [HEADERS[event.dialect]]: await signatureOf(secret, payload, seconds),
    };
    // A redirect is not followed: the signature is meant for the endpoint's own URL.
    return { method: 'POST', redirect: 'manual', headers, body: payload };
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#options.timers.after(ms, resolve));
  }
}
