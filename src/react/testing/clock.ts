import { act, cleanup, configure } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { onTestFinished, vi } from 'vitest';
import { hashSynchronously } from '../../checkout/testing/browser.ts';

/** The moment at which every test begins. */
export const NOW = 1_800_000_000_000;

// By default Testing Library waits for a timer after each event, which a stopped clock never fires.
// What is only read out stands beside what is seen, in the same words.
configure({ asyncWrapper: (run) => run(), defaultIgnore: 'script, style, .ps-spoken' });

/** Lets time pass, on a clock that only the test moves; 1 ms lets an answer arrive. */
export async function passTime(ms = 1): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms));
}

/** Stops the clock; after the test the page is emptied and the clock goes on. */
export function stopClock() {
  if (!vi.isFakeTimers()) {
    vi.useFakeTimers({ now: NOW });
    hashSynchronously();
    onTestFinished(tidyUp);
  }
  return userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTimeAsync(ms) });
}

async function tidyUp(): Promise<void> {
  cleanup();
  document.body.replaceChildren();
  // What is cached for nobody is dropped a tick later.
  await passTime();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}
