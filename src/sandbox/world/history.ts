import type { IntentStatus } from '../../intent/index.ts';
import type { Intent } from '../payment/intent.ts';
import type { Store } from './store.ts';

/** What a change has made of an intent, for those who look back. */
export interface Turn {
  /** Milliseconds. */
  readonly at: number;
  readonly status: IntentStatus;
  readonly amountCapturable: number;
  readonly amountReceived: number;
  /** The code of the error that the change brought. */
  readonly error: string | null;
}

const INTENTS_KEPT = 5000;
const TURNS_KEPT = 100;

const sameIn = (one: Turn, other: Turn) =>
  one.status === other.status &&
  one.amountCapturable === other.amountCapturable &&
  one.amountReceived === other.amountReceived;

/** The statuses and amounts that intents have had; the oldest give way. */
export class History {
  readonly #turns = new Map<string, readonly Turn[]>();
  readonly #now: () => number;

  constructor(store: Store, now: () => number) {
    this.#now = now;
    store.onChange((before, after) => this.#add(before, after));
  }

  /** Oldest first. */
  of(intentId: string): readonly Turn[] {
    return this.#turns.get(intentId) ?? [];
  }

  #add(before: Intent | undefined, after: Intent): void {
    const { amountCapturable, amountReceived, id, lastError, status } = after;
    const error = lastError && lastError !== before?.lastError ? lastError.code : null;
    const turn = { at: this.#now(), status, amountCapturable, amountReceived, error };
    const turns = this.of(id);
    const last = turns.at(-1);
    if (last && error === null && sameIn(last, turn)) return;
    this.#turns.set(id, [...turns, turn].slice(-TURNS_KEPT));
    const [oldest] = this.#turns.keys();
    if (this.#turns.size > INTENTS_KEPT && oldest !== undefined) this.#turns.delete(oldest);
  }
}
