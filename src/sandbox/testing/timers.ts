import type { Timers } from '../base/timers.ts';
import { signatureOf } from '../world/signature.ts';

/** Lets everything that waits for no timer come to its end: promises, streams, and Web Crypto. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 10; round++) {
    // Web Crypto works on threads of its own, which a busy machine may keep waiting.
    await signatureOf('whsec_test', '', round);
    await new Promise((done) => setTimeout(done, 1));
  }
}

/** Timers that stand still until a test lets time pass. */
export function createTestTimers() {
  const waiting = new Map<object, { at: number; run: () => void }>();
  let now = 0;
  const timers: Timers = {
    after(ms, run) {
      const key = {};
      waiting.set(key, { at: now + ms, run });
      return () => waiting.delete(key);
    },
  };
  const next = (end: number) =>
    [...waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
  const advance = async (ms: number) => {
    const end = now + ms;
    for (let due = next(end); due; due = next(end)) {
      const [key, { at, run }] = due;
      waiting.delete(key);
      now = at;
      run();
      await settle();
    }
    now = end;
  };
  return { timers, advance, waiting };
}
