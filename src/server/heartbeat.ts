import { after } from './timers.ts';

/** Who gets beats. */
export interface Beating {
  readonly beat: () => void;
}

/** So many that ten thousand streams are never written to in one go. */
const PARTS = 15;

/** Beats for all streams by one timer, which stops while there are none. */
export class Heartbeat {
  readonly #pause: number;
  readonly #parts = Array.from({ length: PARTS }, () => new Set<Beating>());
  #size = 0;
  #turn = 0;
  #stop = () => {};

  /** @param period from one beat of a stream to its next. Milliseconds. */
  constructor(period: number) {
    this.#pause = period / PARTS;
  }

  /** The part of the period in which it gets its beats. */
  add(stream: Beating): number {
    const part = this.#size % PARTS;
    this.#parts[part]?.add(stream);
    this.#size += 1;
    if (this.#size === 1) this.#wait();
    return part;
  }

  delete(stream: Beating, part: number): void {
    if (!this.#parts[part]?.delete(stream)) return;
    this.#size -= 1;
    if (this.#size === 0) this.#stop();
  }

  #wait(): void {
    this.#stop = after(this.#pause, () => {
      this.#turn = (this.#turn + 1) % PARTS;
      for (const stream of this.#parts[this.#turn] ?? []) stream.beat();
      if (this.#size > 0) this.#wait();
    });
  }
}
