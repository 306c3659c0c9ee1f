import type { createCheckoutWithTriggers } from '../../createCheckout.ts';
import type { Ledger } from './ledger.ts';
import type { VirtualTime } from './virtualTime.ts';

/** The modules of one page: a browser loads them anew for each. */
export interface PageModules {
  readonly createCheckoutWithTriggers: typeof createCheckoutWithTriggers;
}

/** The client takes no longer pause for true (`LONGEST_PAUSE_MS`). */
const LONGEST_PAUSE_MS = 120_000;

/** The reads of ten seconds: one refetch a second, and after each answer a scheduled one. */
const WINDOW_MS = 10_000;
const MOST_IN_WINDOW = 24;

/** A hidden page reads each 15 s for five minutes, and repeats what fails. */
const MOST_WHILE_HIDDEN = 45;
/** What is still due five minutes after a page was hidden: a backoff, or the end of a Retry-After. */
const ABANDONED_MS = 5 * 60_000 + 160_000;
/** One read when a code ends by the device's clock, and one when it surely has: of two codes, in two checkouts. */
const MOST_WHILE_ABANDONED = 6;

/** One page with its checkouts, and the rules for what it may ask of the gateway. */
export class Page {
  readonly name: string;
  readonly modules: PageModules;
  readonly #time: VirtualTime;
  readonly #ledger: Ledger;
  /** Checkouts that are neither destroyed nor settled. */
  open = 0;
  mounted = 0;
  /** Confirms whose promise has yet to settle. They read on their own. */
  confirming = 0;
  readonly keys = new Set<string>();
  reads = 0;
  lastReadAt = 0;
  #hiddenAt = 0;
  #inFlight = 0;
  #pausedUntil = 0;
  /** Reads since the page was hidden, triggers since then, and reads since it was abandoned. */
  #hidden: { readonly at: number; reads: number; triggers: number; abandoned: number } | null =
    null;
  #recent: number[] = [];

  constructor(name: string, modules: PageModules, time: VirtualTime, ledger: Ledger) {
    this.name = name;
    this.modules = modules;
    this.#time = time;
    this.#ledger = ledger;
  }

  beginRead(): void {
    const { now } = this.#time;
    const { confirming, name } = this;
    this.#inFlight += 1;
    this.reads += 1;
    this.lastReadAt = now;
    this.#require(this.open > 0 || confirming > 0, 'is read after its end');
    const most = confirming > 0 ? 2 : 1;
    this.#require(this.#inFlight <= most, `has ${this.#inFlight} reads in flight`);
    if (confirming > 0) return;
    this.#require(now >= this.#pausedUntil, 'is read while a Retry-After runs');
    this.#recent = [...this.#recent.filter((at) => at > now - WINDOW_MS), now];
    this.#require(this.#recent.length <= MOST_IN_WINDOW, `${this.#recent.length} reads in 10 s`);
    this.#ledger.count('page', name);
    this.#readWhileHidden(now);
  }

  endRead(): void {
    this.#inFlight -= 1;
  }

  receiveRead({ headers }: Response): void {
    const after = headers.get('retry-after');
    if (after === null || this.confirming > 0) return;
    const { now } = this.#time;
    const time = /^\d+$/.test(after) ? now + Number(after) * 1000 : Date.parse(after);
    this.#pausedUntil = Math.min(time, now + LONGEST_PAUSE_MS);
  }

  sendKey(key: string): void {
    this.keys.add(key);
    this.#require(this.confirming > 0, 'sends a confirm that nobody waits for');
  }

  /** A checkout is created, or confirms: it knows nothing of what was asked of another. */
  forgetPause(): void {
    this.#pausedUntil = 0;
    this.#recent = [];
  }

  /** A checkout is created; on a hidden page it counts from there on. */
  mount(): void {
    this.open += 1;
    this.mounted += 1;
    this.forgetPause();
    if (!this.#hidden) return;
    this.#hidden = null;
    this.hide();
  }

  hide(): void {
    this.#hiddenAt = this.#time.now;
    this.#hidden ??= { at: this.#time.now, reads: 0, triggers: 0, abandoned: 0 };
  }

  show(): void {
    this.#hidden = null;
  }

  wasHiddenSince(at: number): boolean {
    return this.#hiddenAt >= at;
  }

  /** Something asks the page to read. */
  trigger(): void {
    if (this.#hidden) this.#hidden.triggers += 1;
  }

  get readsInFlight(): number {
    return this.#inFlight;
  }

  #readWhileHidden(now: number): void {
    const hidden = this.#hidden;
    if (!hidden) return;
    hidden.reads += 1;
    if (now > hidden.at + ABANDONED_MS) hidden.abandoned += 1;
    const { reads, abandoned, triggers } = hidden;
    this.#require(reads <= MOST_WHILE_HIDDEN + 2 * triggers, `${reads} reads while hidden`);
    const most = MOST_WHILE_ABANDONED + 2 * triggers;
    this.#require(abandoned <= most, `${abandoned} reads while abandoned`);
  }

  #require(holds: boolean, rule: string): void {
    this.#ledger.require(holds, () => `${this.name}: the payment ${rule}`);
  }
}
