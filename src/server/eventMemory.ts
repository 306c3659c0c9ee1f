/** What becomes of an event that was handed out. */
export type Handled = 'handled' | 'repeated';

/** An event is sent again for three days (Stripe) or 72 hours (WooshPay): some 300 bytes each. */
const MOST_EVENTS = 10_000;

/** Runs something once for each id, as far back as it remembers. */
export class EventMemory {
  /** The oldest first. A promise stands for an event that is being handled. */
  readonly #events = new Map<string, Promise<void> | null>();

  get size(): number {
    return this.#events.size;
  }

  /**
   * Whoever comes while the first is at work waits for it, and fails as it does. What has failed is
   * forgotten: the gateway sends it again.
   */
  async once(id: string, handle: () => Promise<void>): Promise<Handled> {
    const known = this.#events.get(id);
    if (known !== undefined) {
      await known;
      return 'repeated';
    }
    const work = handle();
    this.#events.set(id, work);
    try {
      await work;
      this.#events.set(id, null);
    } catch (error) {
      this.#events.delete(id);
      throw error;
    }
    this.#forget();
    return 'handled';
  }

  #forget(): void {
    for (const [id, work] of this.#events) {
      if (this.#events.size <= MOST_EVENTS) return;
      if (work === null) this.#events.delete(id);
    }
  }
}
