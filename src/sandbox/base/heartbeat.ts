import type { Timers } from './timers.ts';

/** Proxies and phones close a connection that is silent for half a minute or more. */
const PERIOD = 15_000;

/** One timer for all open streams. It stops while there are none. */
export class Heartbeat {
  readonly #timers: Timers;
  readonly #beats = new Set<() => void>();
  #stop: () => void = () => {};

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** How many streams are open. */
  get size(): number {
    return this.#beats.size;
  }

  /** Calls back at each beat; returns the function that stops it. */
  add(beat: () => void): () => void {
    if (this.#beats.size === 0) this.#wait();
    this.#beats.add(beat);
    return () => {
      if (this.#beats.delete(beat) && this.#beats.size === 0) this.#stop();
    };
  }

  #wait(): void {
    this.#stop = this.#timers.after(PERIOD, () => {
      for (const beat of this.#beats) beat();
      if (this.#beats.size > 0) this.#wait();
    });
  }
}
