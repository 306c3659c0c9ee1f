import type { PaymentIntent } from '../../intent/index.ts';
import { checksum } from '../checksum.ts';
import { attemptOf } from './attempt.ts';

/**
 * The idempotency keys that this browser has used, which its other tabs and the page after a reload
 * have to know. A line is a key with a mark of what the payment looked like when it was sent, or the
 * key alone once its answer is known. Neither a key nor a mark tells what was entered. The oldest lines
 * go first; time plays no part, since clocks may be wrong.
 */
const NAME = 'paystep-attempts';
const LONGEST = 100;

/** Where a browser keeps nothing (an opaque origin, cookies that are refused), as long as the page lives. */
let memory = '';
const MEMORY = {
  getItem: () => memory,
  setItem(_: string, lines: string) {
    memory = lines;
  },
};

/** The second store is for a first that is full. Browsers throw where a page may not use a store at all. */
function stores() {
  const names = ['localStorage', 'sessionStorage'] as const;
  const all = names.flatMap((name) => {
    try {
      return globalThis[name] ?? [];
    } catch {
      return [];
    }
  });
  return [...all, MEMORY];
}

const linesIn = (store: Pick<Storage, 'getItem'>) => (store.getItem(NAME) ?? '').split('\n');

export function attemptLines(): string[] {
  recordReads();
  return allLines();
}

const allLines = () => stores().flatMap(linesIn);

/**
 * Stores a line in place of those that begin with it.
 * @returns whether the next page will find it.
 */
export function addAttemptLine(line: string): boolean {
  // What was read before an attempt is no answer to it.
  recordReads();
  return storeLine(line);
}

function storeLine(line: string): boolean {
  for (const store of stores()) {
    const others = linesIn(store).filter((each) => each && !each.startsWith(line));
    try {
      store.setItem(NAME, [...others, line].slice(-LONGEST).join('\n'));
      return store !== MEMORY;
    } catch {
      // Full: the next one.
    }
  }
  return false;
}

/** Every key of a payment begins with it, whatever its id is made of, and no key of another. */
export const keyPrefix = (id: string) => `paystep-${encodeURIComponent(id).replace(/-/g, '%2D')}-`;

/** A checksum of a payment's attempt, so that nothing of the payment itself is stored. */
export const attemptMark = (intent: PaymentIntent) => checksum(attemptOf(intent)).toString(36);

/** What was read and is not recorded yet. */
let reads: PaymentIntent[] = [];

/**
 * Call it with each answer to a read. A payment that has changed since a key was sent shows that the
 * attempt was made, though its answer may have been lost. It is recorded in a task of its own, or when
 * somebody asks: a browser reads a store from the disk, and the customer waits for what was read.
 */
export function recordRead(intent: PaymentIntent): void {
  reads.push(intent);
  setTimeout(recordReads);
}

function recordReads(): void {
  const intents = reads;
  reads = [];
  for (const intent of intents) {
    for (const line of allLines()) {
      const [key = '', mark] = line.split(' ');
      if (mark && mark !== attemptMark(intent) && key.startsWith(keyPrefix(intent.id)))
        storeLine(key);
    }
  }
}
