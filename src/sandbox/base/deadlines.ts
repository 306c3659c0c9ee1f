/** What is to happen when: one time for each id, and quick to say that nothing is due yet. */
export class Deadlines {
  readonly #times = new Map<string, number>();
  /** No later than the earliest time: what it spares is looking at each of them at every request. */
  #next = Number.POSITIVE_INFINITY;

  /** Sets the time of an id, or takes it off with null. */
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

  /** The ids whose time has come, in the order of their times. They stay until they are set anew. */
  due(now: number): string[] {
    if (now < this.#next) return [];
    const passed = [...this.#times].filter(([, at]) => at <= now);
    const ahead = [...this.#times.values()].filter((at) => at > now);
    this.#next = ahead.reduce((first, at) => Math.min(first, at), Number.POSITIVE_INFINITY);
    return passed.sort(([, a], [, b]) => a - b).map(([id]) => id);
  }
}
