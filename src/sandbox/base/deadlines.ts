/** One deadline for each id. It finds out quickly that none is due yet. */
export class Deadlines {
  readonly #times = new Map<string, number>();
  /** At or before the earliest deadline. It saves a walk over all of them at every request. */
  #next = Number.POSITIVE_INFINITY;

  /** Sets the deadline of an id; null removes it. */
  set(id: string, at: number | null): void {
    if (at === null) {
      this.#times.delete(id);
      return;
    }
    this.#times.set(id, at);
    this.#next = Math.min(this.#next, at);
  }

  get(id: string): number | null {
    return this.#times.get(id) ?? null;
  }

  /** The ids whose deadline has passed, earliest first. They stay until they are set again. */
  due(now: number): string[] {
    if (now < this.#next) return [];
    const passed = [...this.#times].filter(([, at]) => at <= now);
    const ahead = [...this.#times.values()].filter((at) => at > now);
    this.#next = ahead.reduce((first, at) => Math.min(first, at), Number.POSITIVE_INFINITY);
    return passed.sort(([, a], [, b]) => a - b).map(([id]) => id);
  }
}
