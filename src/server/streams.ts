import { answer, retryLater } from './answers.ts';
import { Heartbeat } from './heartbeat.ts';
import { after, between } from './timers.ts';
import type { Update } from './update.ts';
import { UpdateLog } from './updateLog.ts';
import { streamResponse, UpdateStream } from './updateStream.ts';

export interface StreamLimits {
  /** From one beat of a stream to the next. Milliseconds. */
  readonly heartbeat: number;
  /** The most streams in all, and from one address. */
  readonly limit: number;
  readonly limitPerAddress: number;
  /** Called when an address has reached its limit. */
  readonly onAddressLimit: (address: string) => void;
}

export interface StreamRequest {
  readonly intent: string;
  /** Null where it is not known, or is that of a proxy. */
  readonly address: string | null;
  /** The id of the last event that a page has seen; null where it connects for the first time. */
  readonly lastEventId: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** After a gap a stream for each so many milliseconds is told to look, but all within ten seconds. */
const GAP_PER_STREAM = 50;
const GAP_AT_MOST = 10_000;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Compressing middleware would keep events back to fill its buffer.
  'Cache-Control': 'no-store, no-transform',
  // nginx keeps them back otherwise (nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering).
  'X-Accel-Buffering': 'no',
};

/** All pages that wait at this process. */
export class Streams {
  readonly #limits: StreamLimits;
  readonly #heartbeat: Heartbeat;
  readonly #log = new UpdateLog();
  readonly #byIntent = new Map<string, Set<UpdateStream>>();
  readonly #perAddress = new Map<string, number>();
  #size = 0;

  constructor(limits: StreamLimits) {
    this.#limits = limits;
    this.#heartbeat = new Heartbeat(limits.heartbeat);
  }

  get stats() {
    return {
      streams: this.#size,
      intents: this.#byIntent.size,
      addresses: this.#perAddress.size,
      remembered: this.#log.size,
    };
  }

  open(request: StreamRequest): Response {
    const { intent, lastEventId, headers } = request;
    const missed = this.#log.missedSince(intent, lastEventId);
    // The one answer after which an EventSource stays away (HTML Standard, 9.2.3).
    if (missed === 'known') return answer(204, null, headers);
    const refusal = this.#refusalOf(request);
    if (refusal) return refusal;
    const stream = this.#add(request);
    const response = streamResponse(stream, { headers: { ...HEADERS, ...headers } });
    if (missed !== 'none') stream.update(this.#log.lastEventId);
    if (missed === 'settled') stream.end();
    return response;
  }

  /** Tells those who wait for this intent; none of them waits on after the last update. */
  publish(update: Update): void {
    this.#log.add(update);
    const isLast = this.#log.isSettled(update.intent);
    for (const stream of [...(this.#byIntent.get(update.intent) ?? [])]) {
      stream.update(this.#log.lastEventId);
      if (isLast) stream.end();
    }
  }

  /** Updates may have been missed: everybody is told to look, one after another. */
  publishGap(): void {
    this.#log.startEpoch();
    const spread = Math.min(this.#size * GAP_PER_STREAM, GAP_AT_MOST);
    for (const stream of this.#all())
      after(between(0, spread), () => stream.update(this.#log.lastEventId));
  }

  /** Ends all of them; the pages connect again, to another process. */
  close(): void {
    for (const stream of this.#all()) stream.end();
  }

  #all(): UpdateStream[] {
    return [...this.#byIntent.values()].flatMap((streams) => [...streams]);
  }

  #refusalOf({ address }: StreamRequest): Response | null {
    const { limit, limitPerAddress, onAddressLimit } = this.#limits;
    if (this.#size >= limit) return retryLater(503, `There are ${limit} streams already.`);
    if (address === null || (this.#perAddress.get(address) ?? 0) < limitPerAddress) return null;
    onAddressLimit(address);
    return retryLater(429, `There are ${limitPerAddress} streams from this address already.`);
  }

  #add({ intent, address }: StreamRequest): UpdateStream {
    const stream: UpdateStream = new UpdateStream(this.#log.lastEventId, () => {
      this.#size -= 1;
      this.#heartbeat.delete(stream, part);
      this.#removeFromIntent(intent, stream);
      if (address !== null) this.#count(address, -1);
    });
    const part = this.#heartbeat.add(stream);
    this.#size += 1;
    this.#addToIntent(intent, stream);
    if (address !== null) this.#count(address, 1);
    return stream;
  }

  #addToIntent(intent: string, stream: UpdateStream): void {
    const others = this.#byIntent.get(intent);
    if (others) others.add(stream);
    else this.#byIntent.set(intent, new Set([stream]));
  }

  #removeFromIntent(intent: string, stream: UpdateStream): void {
    const streams = this.#byIntent.get(intent);
    streams?.delete(stream);
    if (streams?.size === 0) this.#byIntent.delete(intent);
  }

  #count(address: string, change: number): void {
    const count = (this.#perAddress.get(address) ?? 0) + change;
    if (count > 0) this.#perAddress.set(address, count);
    else this.#perAddress.delete(address);
  }
}
