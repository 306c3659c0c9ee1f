import type { Chance } from './chance.ts';
import type { Answer, GatewayWithHistory } from './gatewayWithHistory.ts';
import type { Ledger } from './ledger.ts';
import type { Page } from './page.ts';
import type { VirtualTime } from './virtualTime.ts';
import type { Fault, Weather } from './weather.ts';

/** One request on its way. */
interface Trip {
  readonly page: Page;
  readonly url: string;
  readonly init: RequestInit;
  readonly label: string;
  readonly isRead: boolean;
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
      new Promise((resolve, reject) => {
        const isRead = init.method !== 'POST';
        const fault = this.#weather.faultAt(this.#time.elapsed);
        const label = `${page.name} ${isRead ? 'read' : 'confirm'}`;
        const key = new Headers(init.headers).get('idempotency-key') ?? '';
        if (!this.#keys.includes(key)) this.#keys.push(key);
        const keyNumber = isRead ? '' : `, key ${this.#keys.indexOf(key)}`;
        this.#ledger.write(`${label}: ${fault ?? 'fine'}${keyNumber}`);
        this.#ledger.count(isRead ? 'read' : 'confirm', this.isOffline ? 'offline' : (fault ?? 'fine'));
        let isOver = false;
        const end = (how: string, run: () => void) => {
          if (isOver) return;
          isOver = true;
          this.#ledger.write(`${label}: ${how}`);
          if (isRead) page.endRead();
          run();
        };
        init.signal?.addEventListener('abort', () => end('given up', () => reject(init.signal?.reason)));
        if (isRead) page.beginRead();
        else page.sendKey(key);
        const respond = (response: Response) =>
          end(`${response.status}`, () => {
            if (isRead) page.receiveRead(response);
            resolve(response);
          });
        // A browser's words name no URL, but a monitor that wraps fetch may add it.
        const fail = () => end('lost', () => reject(new TypeError(`Failed to fetch ${url}`)));
        this.#send({ page, url, init, label, isRead, fault, respond, fail });
      });

  #send(trip: Trip): void {
    if (this.isOffline) return void this.#time.after(this.#delay(), trip.fail);
    switch (trip.fault) {
      case 'silent':
        return;
      case 'dropped':
        return void this.#time.after(this.#chance.pick([0, this.#delay(), 4_000]), trip.fail);
      case 'limited':
      case 'limited, in seconds':
      case 'limited, until a date':
        return this.#answerWith(trip, this.#limited(trip.fault));
      case 'server error':
        return this.#answerWith(trip, this.#serverError());
      case 'proxy refuses':
        return this.#answerWith(trip, new Response(HTML, { status: this.#chance.pick([401, 403, 404]) }));
      case 'duplicated':
        this.#deliver(trip, this.#chance.between(0, 60_000), () => {});
        return this.#deliver(trip, this.#delay(), (answer) => this.#respond(trip, answer));
      case 'request delayed':
        return this.#deliver(trip, this.#longDelay(), (answer) => this.#respond(trip, answer));
      default:
        return this.#deliver(trip, this.#delay(), (answer) => this.#respond(trip, answer));
    }
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

  #limited(fault: Fault): Response {
    const seconds = this.#chance.pick([1, 5, 20, 60, 110, 3_600]);
    const date = new Date(this.#time.now + seconds * 1000).toUTCString();
    const after = fault === 'limited, in seconds' ? `${seconds}` : date;
    const headers = fault === 'limited' ? undefined : { 'retry-after': after };
    return Response.json({ error: { code: 'rate_limit' } }, { status: 429, ...(headers && { headers }) });
  }

  #serverError(): Response {
    const status = this.#chance.pick([500, 502, 503, 504]);
    const isDown = status === 503 && this.#chance.isLikely(0.5);
    return new Response(HTML, { status, ...(isDown && { headers: { 'retry-after': '7' } }) });
  }

  #delay(): number {
    return this.#chance.between(10, 250);
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
