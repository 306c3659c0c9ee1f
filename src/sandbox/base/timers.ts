/** How the sandbox waits; tests bring their own. */
export interface Timers {
  /** Runs once after so many milliseconds, unless the returned function is called before. */
  after(ms: number, run: () => void): () => void;
}

/** The platform's. In Node they keep no process alive that has nothing else to do. */
export const platformTimers: Timers = {
  after(ms, run) {
    const timer: unknown = setTimeout(run, ms);
    (timer as { unref?(): void }).unref?.();
    return () => clearTimeout(timer as number);
  },
};
