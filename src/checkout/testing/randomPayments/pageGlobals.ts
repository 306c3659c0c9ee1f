import { vi } from 'vitest';
import { createBrowser } from '../browser.ts';
import type { Chance } from './chance.ts';

/** Web Locks among the pages of one browser. */
function createLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: <T>(_: string, work: () => Promise<T>): Promise<T> => {
      const run = last.then(work);
      last = run.catch(() => {});
      return run;
    },
  };
}

/**
 * A browser by chance: with or without locks, and a storage that works, is full or is blocked.
 * @returns whether its pages find what others have stored.
 */
export function stubBrowser(chance: Chance): boolean {
  const storage = chance.weighted({ available: 8, full: 1, blocked: 1 });
  createBrowser(storage).activate();
  const locks = chance.isLikely(0.5) ? createLocks() : undefined;
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64)', locks });
  return storage !== 'blocked';
}

/** Passes every line of the console on; returns the function that undoes it. */
export function watchConsole(read: (line: string) => void): () => void {
  const { log, info, warn, error, debug } = console;
  const write = (...values: unknown[]) => read(values.map(String).join(' '));
  Object.assign(console, { log: write, info: write, warn: write, error: write, debug: write });
  return () => void Object.assign(console, { log, info, warn, error, debug });
}
