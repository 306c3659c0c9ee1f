/** How much a map may hold. */
export interface Bounds<T> {
  readonly entries: number;
  /**
   * The size of all entries together, as characters of JSON. A hundred million take 100 to 200 MB.
   */
  readonly characters: number;
  /** Entries that go first when the map is full; after them the oldest of all. */
  readonly isDone?: (value: T) => boolean;
  /** Called for each entry that had to go. */
  readonly onDrop?: (key: string, value: T) => void;
}

/** As JSON, in characters. */
export const sizeOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0;

interface Entry<T> {
  readonly value: T;
  readonly size: number;
}

/** A map that is bounded by the number and by the size of its entries. The oldest give way. */
export class BoundedMap<T> {
  readonly #bounds: Bounds<T>;
  /** In order of insertion. */
  readonly #entries = new Map<string, Entry<T>>();
  #characters = 0;

  constructor(bounds: Bounds<T>) {
    this.#bounds = bounds;
  }

  get characters(): number {
    return this.#characters;
  }

  get(key: string): T | undefined {
    return this.#entries.get(key)?.value;
  }

  /** Oldest first. */
  values(): T[] {
    return Array.from(this.#entries.values(), ({ value }) => value);
  }

  entries(): [string, T][] {
    return [...this.#entries].map(([key, { value }]) => [key, value]);
  }

  /** Adds an entry at the end, or replaces it in its place. */
  set(key: string, value: T): void {
    const size = key.length + sizeOf(value);
    this.#characters += size - (this.#entries.get(key)?.size ?? 0);
    this.#entries.set(key, { value, size });
    while (this.#isFull) this.#drop(this.#first(key));
  }

  delete(key: string): void {
    this.#characters -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }

  get #isFull(): boolean {
    const { characters, entries } = this.#bounds;
    const isOver = this.#entries.size > entries || this.#characters > characters;
    return isOver && this.#entries.size > 1;
  }

  /** The entry that has to go. It is never the newest. */
  #first(newest: string): string {
    const { isDone } = this.#bounds;
    let oldest: string | undefined;
    for (const [key, { value }] of this.#entries) {
      if (key === newest) continue;
      if (!isDone || isDone(value)) return key;
      oldest ??= key;
    }
    return oldest ?? newest;
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    this.delete(key);
    if (entry) this.#bounds.onDrop?.(key, entry.value);
  }
}
