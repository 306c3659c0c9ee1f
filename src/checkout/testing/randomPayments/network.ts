import type { Chance } from './chance.ts';
import type { Answer, GatewayWithHistory } from './gatewayWithHistory.ts';
import type { Ledger } from './ledger.ts';
import type { Page } from './page.ts';
import type { VirtualTime } from './virtualTime.ts';
import type { Fault, Weather } from './weather.ts';

/** One request on its way. */
interface Trip {
  readonly url: string;
  readonly init: RequestInit;
  readonly fault: Fault | null;
  /** Ends the request for the client, unless it has given it up. */
  readonly respond: (response: Response) => void;
  readonly fail: () => void;
}

const HTML = '<!doctype html><title>Sign in to the network</title>';

/** Another payment's PaymentIntent, which was paid. */
const OTHER = JSON.stringify({
  id: 'pi_3OtherPaymentOfSomebody12',
  object: 'payment_intent',
  status: 'succeeded',
  amount: 1,
  currency: 'usd',
  description: 'another payment',
});

/** A body in place of the gateway's, where a fault garbles it. */
const GARBLED: Partial<Record<Fault, (body: string) => Response>> = {
  html: () => new Response(HTML, { headers: { 'content-type': 'text/html' } }),
  truncated: (body) => new Response(body.slice(0, body.length / 2)),
  'another payment': () => new Response(OTHER),
  'empty body': () => new Response(''),
  'no content': () => new Response(null, { status: 204 }),
};

const keyOf = ({ headers }: RequestInit) => new Headers(headers).get('idempotency-key') ?? '';

/** A connection between a page and the sandbox, as bad as the weather. */
export class Network {
  readonly #gateway: GatewayWithHistory;
  readonly #weather: Weather;
  readonly #chance: Chance;
  readonly #time: VirtualTime;
  readonly #ledger: Ledger;
  isOffline = false;
  readonly #keys: string[] = [];
  /** Requests that have yet to reach the gateway, though perhaps nobody waits for them. */
  travelling = 0;

  constructor(
    gateway: GatewayWithHistory,
    weather: Weather,
    chance: Chance,
    time: VirtualTime,
    ledger: Ledger,
  ) {
    this.#gateway = gateway;
    this.#weather = weather;
    this.#chance = chance;
    this.#time = time;
    this.#ledger = ledger;
  }

  /** The `fetch` of a page. */
  readonly fetchOf =
    (page: Page) =>
    (url: string, init: RequestInit = {}): Promise<Response> =>
      new Promise((resolve, reject) => this.#begin(page, url, init, resolve, reject));

  #begin(
    page: Page,
    url: string,
    init: RequestInit,
    resolve: (response: Response) => void,
    reject: (reason: unknown) => void,
  ): void {
    const isRead = init.method !== 'POST';
    const fault = this.#weather.faultAt(this.#time.elapsed);
    const label = this.#label(page, init);
    this.#ledger.write(`${label}: ${fault ?? 'fine'}`);
    const seen = this.isOffline ? 'offline' : (fault ?? 'fine');
    this.#ledger.count(isRead ? 'read' : 'confirm', seen);
    let isOver = false;
    const end = (how: string, settle: () => void) => {
      if (isOver) return;
      isOver = true;
      this.#ledger.write(`${label}: ${how}`);
      if (isRead) page.endRead();
      settle();
    };
    init.signal?.addEventListener('abort', () =>
      end('given up', () => reject(init.signal?.reason)),
    );
    if (isRead) page.beginRead();
    else page.sendKey(keyOf(init));
    const respond = (response: Response) =>
      end(`${response.status}`, () => {
        if (isRead) page.receiveRead(response);
        resolve(response);
      });
    // A browser's words name no URL, but a monitor that wraps fetch may add it.
    const fail = () => end('lost', () => reject(new TypeError(`Failed to fetch ${url}`)));
    this.#send({ url, init, fault, respond, fail });
  }

  /** A request in the trace; keys are random where storage is blocked, so their order stands for them. */
  #label(page: Page, init: RequestInit): string {
    if (init.method !== 'POST') return `${page.name} read`;
    const key = keyOf(init);
    if (!this.#keys.includes(key)) this.#keys.push(key);
    return `${page.name} confirm ${this.#keys.indexOf(key) + 1}`;
  }

  #send(trip: Trip): void {
    const carry = trip.fault && this.#carriers[trip.fault];
    if (this.isOffline) this.#fail(trip, this.#delay());
    else if (carry) carry(trip);
    else this.#exchange(trip, this.#delay());
  }

  /** What the faults do that keep a request from the gateway, or bring it there otherwise. */
  readonly #carriers: Partial<Record<Fault, (trip: Trip) => void>> = {
    silent: () => {},
    dropped: (trip) => this.#fail(trip, this.#chance.pick([0, this.#delay(), 4_000])),
    limited: (trip) => this.#answerWith(trip, this.#limited(null)),
    'limited, in seconds': (trip) => {
      const seconds = this.#pause();
      this.#answerWith(trip, this.#limited(`${seconds}`));
    },
    'limited, until a date': (trip) => {
      const date = new Date(this.#time.now + this.#pause() * 1000);
      this.#answerWith(trip, this.#limited(date.toUTCString()));
    },
    'server error': (trip) => this.#answerWith(trip, this.#serverError()),
    'proxy refuses': (trip) => {
      const status = this.#chance.pick([401, 403, 404]);
      this.#answerWith(trip, new Response(HTML, { status }));
    },
    duplicated: (trip) => {
      this.#deliver(trip, this.#chance.between(0, 60_000), () => {});
      this.#exchange(trip, this.#delay());
    },
    'request delayed': (trip) => this.#exchange(trip, this.#longDelay()),
  };

  #fail({ fail }: Trip, ms: number): void {
    this.#time.after(ms, fail);
  }

  #exchange(trip: Trip, ms: number): void {
    this.#deliver(trip, ms, (answer) => this.#respond(trip, answer));
  }

  #answerWith({ respond }: Trip, response: Response): void {
    this.#time.after(this.#delay(), () => respond(response));
  }

  #deliver(trip: Trip, ms: number, receive: (answer: Answer) => void): void {
    this.travelling += 1;
    const { url, init } = trip;
    this.#time.after(ms, async () => {
      this.travelling -= 1;
      receive(await this.#gateway.send(url, init));
    });
  }

  #respond({ fault, respond, fail }: Trip, { status, body }: Answer): void {
    const isDelayed = fault === 'answer delayed';
    this.#time.after(isDelayed ? this.#longDelay() : this.#delay(), () => {
      if (fault === 'answer lost') return fail();
      if (fault === 'server error after delivery') return respond(this.#serverError());
      const garbled = fault && GARBLED[fault];
      respond(garbled ? garbled(body) : new Response(body, { status }));
    });
  }

  #limited(after: string | null): Response {
    const headers = { ...(after && { 'retry-after': after }) };
    return Response.json({ error: { code: 'rate_limit' } }, { status: 429, headers });
  }

  /** The seconds of a Retry-After. */
  #pause(): number {
    return this.#chance.pick([1, 5, 30, 60, 110, 3_600]);
  }

  #serverError(): Response {
    const status = this.#chance.pick([500, 502, 503, 504]);
    const isDown = status === 503 && this.#chance.isLikely(0.5);
    return new Response(HTML, { status, ...(isDown && { headers: { 'retry-after': '7' } }) });
  }

  #delay(): number {
    const isSlow = this.#weather.isBad(this.#time.elapsed) && this.#chance.isLikely(0.1);
    return isSlow ? this.#chance.between(250, 9_000) : this.#chance.between(10, 250);
  }

  /** Up to minutes: also longer than the client waits for a read (10 s) or a confirm (30 s). */
  #longDelay(): number {
    return this.#chance.pick([
      this.#chance.between(250, 3_000),
      this.#chance.between(3_000, 10_000),
      this.#chance.between(8_000, 35_000),
      this.#chance.between(30_000, 180_000),
    ]);
  }
}
