import { type Change, changesOf } from '../payment/change.ts';

/** The request that caused a change, as its event shows it. */
export interface Trigger {
  readonly requestId: string;
  readonly idempotencyKey: string | null;
}

/**
 * Called with the changes of one request, or of objects that are stored together without one, since
 * customers and time cause changes, too.
 */
export type ChangeListener = (changes: readonly Change[], trigger: Trigger | null) => void;

type ActivityListener = (intentId: string) => void;

/** Tells listeners what has changed. */
export class Changes {
  readonly #listeners = new Set<ChangeListener>();
  readonly #activityListeners = new Set<ActivityListener>();
  /** The request that runs, and its changes so far. */
  #request: { readonly trigger: Trigger; readonly changes: Change[] } | null = null;

  /** Calls back at each change of any object; returns the function that stops it. */
  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back at each change of an intent, its charges and refunds, and at each call about one. */
  onActivity(listener: ActivityListener): () => void {
    this.#activityListeners.add(listener);
    return () => this.#activityListeners.delete(listener);
  }

  /** Runs a request. Its changes are reported together when it ends, also where it fails. */
  withTrigger<T>(trigger: Trigger, act: () => T): T {
    const request = { trigger, changes: [] };
    this.#request = request;
    try {
      return act();
    } finally {
      this.#request = null;
      this.#emit(request.changes, trigger);
    }
  }

  report(changes: readonly Change[]): void {
    if (this.#request) this.#request.changes.push(...changes);
    else this.#emit(changes, null);
  }

  reportActivity(intentId: string): void {
    for (const listener of this.#activityListeners) listener(intentId);
  }

  #emit(changes: readonly Change[], trigger: Trigger | null): void {
    if (changes.length === 0) return;
    for (const listener of this.#listeners) listener(changes, trigger);
    for (const { after } of changesOf(changes, 'intent')) this.reportActivity(after.id);
  }
}
