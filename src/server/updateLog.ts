import type { Update } from './update.ts';

interface Entry {
  readonly position: number;
  readonly settled: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a stream that begins has to be told at once: nothing, an update, or that nothing will come. */
export type Missed = 'none' | 'update' | 'settled' | 'known';

/** Some 200 bytes each. */
const MOST_ENTRIES = 10_000;

/**
 * A page opens its stream beside its first read: what came shortly before may have been missed by
 * both. Milliseconds.
 */
const JUST_NOW = 10_000;

const newEpoch = () => crypto.randomUUID().slice(0, 8);

/**
 * The latest updates of this process, so that a stream which begins knows what it has missed. The
 * ids of events are `{epoch}-{position}`: of another process, or from before a gap, they say nothing
 * here, and are answered with an update to be safe.
 */
export class UpdateLog {
  #epoch = newEpoch();
  #position = 0;
  /** Of what came up to here not everything is remembered. */
  #forgotten = 0;
  /** By intent, the oldest first. */
  readonly #entries = new Map<string, Entry>();

  get lastEventId(): string {
    return `${this.#epoch}-${this.#position}`;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Gateways do not keep the order: a payment that was settled once stays so. */
  add({ intent, settled }: Update): void {
    const wasSettled = this.#entries.get(intent)?.settled ?? false;
    this.#position += 1;
    this.#entries.delete(intent);
    this.#entries.set(intent, {
      position: this.#position,
      settled: settled || wasSettled,
      at: Date.now(),
    });
    if (this.#entries.size > MOST_ENTRIES) this.#forgetOldest();
  }

  /** Some updates may never have come: no id from before this says what a page knows. */
  startEpoch(): void {
    this.#epoch = newEpoch();
  }

  isSettled(intent: string): boolean {
    return this.#entries.get(intent)?.settled ?? false;
  }

  /** @param lastEventId of a stream that connects again; null at the first time. */
  missedSince(intent: string, lastEventId: string | null): Missed {
    const entry = this.#entries.get(intent);
    if (this.#isMissed(entry, lastEventId)) return entry?.settled ? 'settled' : 'update';
    return entry?.settled ? 'known' : 'none';
  }

  #isMissed(entry: Entry | undefined, lastEventId: string | null): boolean {
    if (lastEventId !== null) {
      const known = this.#positionOf(lastEventId);
      return known === null || (entry !== undefined && entry.position > known);
    }
    return entry !== undefined && (entry.settled || Date.now() - entry.at < JUST_NOW);
  }

  #positionOf(lastEventId: string): number | null {
    const [epoch, text = ''] = lastEventId.split('-');
    const position = /^\d{1,15}$/.test(text) ? Number(text) : -1;
    return epoch === this.#epoch && position >= this.#forgotten ? position : null;
  }

  #forgetOldest(): void {
    for (const [intent, { position }] of this.#entries) {
      this.#entries.delete(intent);
      this.#forgotten = position;
      return;
    }
  }
}
