/** How the sandbox waits. Tests pass timers of their own. */
export interface Timers {
  /** Calls `run` once after so many milliseconds; returns the function that cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** Timers that can all be stopped together. */
export interface StoppableTimers extends Timers {
  /** Cancels what waits, and lets nothing wait any more. */
  stop(): void;
}

export function stoppable(timers: Timers): StoppableTimers {
  const waiting = new Set<() => void>();
  let isStopped = false;
  return {
    after(ms, run) {
      if (isStopped) return () => {};
      const stop = timers.after(ms, () => {
        waiting.delete(cancel);
        run();
      });
      const cancel = () => {
        waiting.delete(cancel);
        stop();
      };
      waiting.add(cancel);
      return cancel;
    },
    stop() {
      isStopped = true;
      for (const cancel of waiting) cancel();
    },
  };
}

/** The platform's timers. In Node they do not keep a process alive. */
export const platformTimers: Timers = {
  after(ms, run) {
    const timer: unknown = setTimeout(run, ms);
    (timer as { unref?(): void }).unref?.();
    return () => clearTimeout(timer as number);
  },
};
