interface Entry {
  readonly at: number;
  readonly run: () => void;
}

const nextTurn = () => new Promise<void>((resolve) => IMMEDIATE(resolve));
const IMMEDIATE = setImmediate;

/** Every payment begins at this time: 15 January 2027. */
const START = 1_800_000_000_000;

/**
 * A queue of events in place of the platform's clock and timers. Vitest's fake timers wait a real
 * millisecond for each timer; this one waits until all promises have settled, which takes microseconds.
 */
export class VirtualTime {
  #now = START;
  readonly #queue: Entry[] = [];
  #timers = 0;
  /** The timers that the code under test has set, by their id. */
  readonly #pending = new Map<number, () => void>();
  readonly #isBusy: () => boolean;

  /** @param isBusy whether somebody still works on what has happened, with promises alone. */
  constructor(isBusy: () => boolean) {
    this.#isBusy = isBusy;
  }

  get now(): number {
    return this.#now;
  }

  /** Milliseconds since the beginning. */
  get elapsed(): number {
    return this.#now - START;
  }

  /** How many timers the code under test has set and neither cleared nor seen. */
  get pendingTimers(): number {
    return this.#pending.size;
  }

  /** Calls back after so many milliseconds; returns the function that cancels it. */
  after(ms: number, run: () => void): () => void {
    const entry = { at: this.#now + Math.max(0, ms), run };
    const later = this.#queue.findIndex(({ at }) => at > entry.at);
    this.#queue.splice(later < 0 ? this.#queue.length : later, 0, entry);
    return () => {
      const at = this.#queue.indexOf(entry);
      if (at >= 0) this.#queue.splice(at, 1);
    };
  }

  /** Puts this clock and these timers in place of the platform's; returns the function that undoes it. */
  install(): () => void {
    const { setTimeout, clearTimeout } = globalThis;
    const { now } = Date;
    const monotonic = performance.now;
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms = 0) => this.#setTimer(run, ms),
      clearTimeout: (id?: number) => this.#clearTimer(id),
    });
    Date.now = () => this.#now;
    performance.now = () => this.elapsed;
    return () => {
      Object.assign(globalThis, { setTimeout, clearTimeout });
      Date.now = now;
      performance.now = monotonic;
    };
  }

  /** Lets so much time pass, with everything that is due in it. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.settle();
    for (let next = this.#queue[0]; next && next.at <= end; next = this.#queue[0]) {
      this.#queue.shift();
      this.#now = next.at;
      next.run();
      await this.settle();
    }
    this.#now = end;
  }

  /** Lets everything that waits for no timer come to its end. */
  async settle(): Promise<void> {
    await nextTurn();
    if (!this.#isBusy()) return;
    while (this.#isBusy()) await nextTurn();
    await nextTurn();
  }

  #setTimer(run: () => void, ms: number): number {
    this.#timers += 1;
    const id = this.#timers;
    const cancel = this.after(ms, () => {
      this.#pending.delete(id);
      run();
    });
    this.#pending.set(id, cancel);
    return id;
  }

  #clearTimer(id: number | undefined): void {
    if (id === undefined) return;
    this.#pending.get(id)?.();
    this.#pending.delete(id);
  }
}
