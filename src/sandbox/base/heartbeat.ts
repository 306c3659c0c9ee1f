import type { Timers } from './timers.ts';

/** Proxies and phones close a connection that is silent for half a minute or more. */
const PERIOD = 15_000;

/** A stream of events that is open. */
export interface OpenStream {
  /** Called now and then, to keep its connection open. */
  beat(): void;
  end(): void;
}

/** One timer for all open streams. It stops while there are none. */
export class Heartbeat {
  readonly #timers: Timers;
  readonly #streams = new Set<OpenStream>();
  #stop: () => void = () => {};

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** How many streams are open. */
  get size(): number {
    return this.#streams.size;
  }

  /** Calls back at each beat; returns the function that stops it. */
  add(stream: OpenStream): () => void {
    if (this.#streams.size === 0) this.#wait();
    this.#streams.add(stream);
    return () => {
      if (this.#streams.delete(stream) && this.#streams.size === 0) this.#stop();
    };
  }

  /** Ends every stream. */
  endAll(): void {
    for (const stream of this.#streams) stream.end();
  }

  #wait(): void {
    this.#stop = this.#timers.after(PERIOD, () => {
      for (const stream of this.#streams) stream.beat();
      if (this.#streams.size > 0) this.#wait();
    });
  }
}
