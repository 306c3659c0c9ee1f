import type { IntentStatus } from '../../intent/index.ts';
import { changesOf } from '../payment/change.ts';
import type { Intent } from '../payment/intent.ts';
import type { Store } from './store.ts';

/** The state of an intent after a change, for its timeline. */
export interface HistoryEntry {
  /** Milliseconds. */
  readonly at: number;
  readonly status: IntentStatus;
  readonly amountCapturable: number;
  readonly amountReceived: number;
  /** The code of a new error. */
  readonly error: string | null;
}

const MOST_INTENTS = 5000;
const MOST_ENTRIES = 100;

const sameIn = (one: HistoryEntry, other: HistoryEntry) =>
  one.status === other.status &&
  one.amountCapturable === other.amountCapturable &&
  one.amountReceived === other.amountReceived;

/** The past statuses and amounts of intents; the oldest give way. */
export class History {
  readonly #entries = new Map<string, readonly HistoryEntry[]>();
  readonly #now: () => number;

  constructor(store: Store, now: () => number) {
    this.#now = now;
    store.onChange((changes) => {
      for (const { after, before } of changesOf(changes, 'intent')) this.#add(before, after);
    });
  }

  /** Oldest first. */
  of(intentId: string): readonly HistoryEntry[] {
    return this.#entries.get(intentId) ?? [];
  }

  #add(before: Intent | undefined, after: Intent): void {
    const { amountCapturable, amountReceived, id, lastError, status } = after;
    const error = lastError && lastError !== before?.lastError ? lastError.code : null;
    const entry = { at: this.#now(), status, amountCapturable, amountReceived, error };
    const entries = this.of(id);
    const last = entries.at(-1);
    if (last && error === null && sameIn(last, entry)) return;
    this.#entries.set(id, [...entries, entry].slice(-MOST_ENTRIES));
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MOST_INTENTS && oldest !== undefined) this.#entries.delete(oldest);
  }
}
