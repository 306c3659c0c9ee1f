import { between } from './timers.ts';

const utf8 = new TextEncoder();

/** Beats for which a reader may take nothing before it is closed: a minute. */
const MOST_STALLED = 4;

/** How soon an `EventSource` connects again: not all at once where a server restarts. Milliseconds. */
const RETRY = [1_000, 5_000] as const;

/**
 * One page that waits: the source of its Server-Sent Events. At most one event and one chunk wait
 * for a slow reader, since two that say "look now" say no more than one.
 */
export class UpdateStream implements UnderlyingDefaultSource<Uint8Array> {
  readonly #onEnd: () => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #opening: string | null;
  /** The id of the event that has yet to be sent. */
  #pending: string | null = null;
  #isLast = false;
  #stalled = 0;

  constructor(lastEventId: string, onEnd: () => void) {
    this.#onEnd = onEnd;
    this.#opening = `retry: ${between(...RETRY)}\nid: ${lastEventId}\n\n`;
  }

  start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#controller = controller;
  }

  /** The reader takes more. */
  pull(): void {
    this.#flush();
  }

  cancel(): void {
    this.#release();
  }

  /** Says "look now". */
  update(id: string): void {
    this.#pending = id;
    this.#flush();
  }

  /** Ends it after what is to be said. */
  end(): void {
    this.#isLast = true;
    this.#flush();
  }

  /** Keeps the connection alive, and gives up a reader that takes nothing. */
  beat(): void {
    if (this.#isFree()) this.#send(': beat\n\n');
    else if (++this.#stalled >= MOST_STALLED) this.#abort();
  }

  #isFree(): boolean {
    return (this.#controller?.desiredSize ?? 0) > 0;
  }

  #flush(): void {
    if (!this.#isFree()) return;
    const lines = this.#take();
    if (lines) this.#send(lines);
    if (!this.#isLast) return;
    this.#controller?.close();
    this.#release();
  }

  /** All that waits, as one chunk. */
  #take(): string {
    const opening = this.#opening ?? '';
    const event = this.#pending === null ? '' : `id: ${this.#pending}\ndata: look now\n\n`;
    this.#opening = null;
    this.#pending = null;
    return opening + event;
  }

  #send(lines: string): void {
    this.#stalled = 0;
    this.#controller?.enqueue(utf8.encode(lines));
  }

  #abort(): void {
    this.#controller?.error(new Error('The reader of this stream takes nothing.'));
    this.#release();
  }

  #release(): void {
    if (this.#controller === null) return;
    this.#controller = null;
    this.#onEnd();
  }
}
