import { between } from './timers.ts';

/** Where the text of a stream goes. */
export interface Outlet {
  /** Whether it takes more at once; if not, `pull` is called when it does. */
  readonly write: (chunk: Uint8Array) => boolean;
  readonly end: () => void;
  /** Breaks the connection. */
  readonly abort: () => void;
}

const utf8 = new TextEncoder();

/** Beats for which a reader may take nothing before it is closed: a minute. */
const MOST_STALLED = 4;

/** How soon an `EventSource` connects again: not all at once where a server restarts. Milliseconds. */
const RETRY = [1_000, 5_000] as const;

/**
 * One page that waits: the source of its Server-Sent Events. At most one event waits for a slow
 * reader, since two that say "look now" say no more than one.
 */
export class UpdateStream {
  readonly #onEnd: () => void;
  #outlet: Outlet | null = null;
  #opening: string | null;
  /** The id of the event that has yet to be sent. */
  #pending: string | null = null;
  #isFree = false;
  #isLast = false;
  #hasEnded = false;
  /** Beats in a row that the reader did not take. */
  #stalled = 0;

  constructor(lastEventId: string, onEnd: () => void) {
    this.#onEnd = onEnd;
    this.#opening = `retry: ${between(...RETRY)}\nid: ${lastEventId}\n\n`;
  }

  /** Puts the outlet in the place of the one before. */
  connect(outlet: Outlet): void {
    this.#outlet = outlet;
  }

  /** The reader takes more. */
  pull(): void {
    this.#isFree = true;
    this.#flush();
  }

  /** The reader is gone. */
  cancel(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#onEnd();
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
    if (this.#isFree) this.#send(': beat\n\n');
    else if (++this.#stalled >= MOST_STALLED) this.#abort();
  }

  #flush(): void {
    if (!this.#isFree || this.#hasEnded) return;
    const text = this.#takeText();
    if (text) this.#send(text);
    if (!this.#isLast) return;
    this.#outlet?.end();
    this.cancel();
  }

  /** All that waits, as one chunk. */
  #takeText(): string {
    const opening = this.#opening ?? '';
    const event = this.#pending === null ? '' : `id: ${this.#pending}\ndata: look now\n\n`;
    this.#opening = null;
    this.#pending = null;
    return opening + event;
  }

  #send(text: string): void {
    this.#stalled = 0;
    this.#isFree = this.#outlet?.write(utf8.encode(text)) ?? false;
  }

  #abort(): void {
    this.#outlet?.abort();
    this.cancel();
  }
}

/** The streams of the answers that nobody has begun to read. */
const streams = new WeakMap<Response, UpdateStream>();

/** An answer with this stream for a body. Nothing is written before it is read. */
export function streamResponse(stream: UpdateStream, init: ResponseInit): Response {
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start: (controller) => stream.connect(controllerOutlet(controller)),
    pull: () => stream.pull(),
    cancel: () => stream.cancel(),
  };
  const response = new Response(new ReadableStream(source, { highWaterMark: 0 }), init);
  streams.set(response, stream);
  return response;
}

function controllerOutlet(controller: ReadableStreamDefaultController<Uint8Array>): Outlet {
  return {
    write(chunk) {
      controller.enqueue(chunk);
      return false;
    },
    end: () => controller.close(),
    abort: () => controller.error(new Error('The reader of this stream takes nothing.')),
  };
}

/** The stream behind an answer, for a server that can do without the answer's body: half the memory. */
export const streamBehind = (response: Response): UpdateStream | undefined => streams.get(response);
