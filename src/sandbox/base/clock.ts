/** What tells the sandbox's time. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** The platform's time plus what a test has added to it. */
export interface TestClock extends Clock {
  /** How far it is ahead of the platform's clock. Milliseconds. */
  offset(): number;
  /** Moves the clock ahead by so many milliseconds. */
  advance(ms: number): void;
}

export function createTestClock(base: () => number, offset = 0): TestClock {
  let ahead = offset;
  return {
    now: () => base() + ahead,
    offset: () => ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
