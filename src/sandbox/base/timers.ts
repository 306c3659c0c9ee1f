/** How the sandbox waits. Tests pass timers of their own. */
export interface Timers {
  /** Calls `run` once after so many milliseconds; returns the function that cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** The platform's timers. In Node they do not keep a process alive. */
export const platformTimers: Timers = {
  after(ms, run) {
    const timer: unknown = setTimeout(run, ms);
    (timer as { unref?(): void }).unref?.();
    return () => clearTimeout(timer as number);
  },
};
