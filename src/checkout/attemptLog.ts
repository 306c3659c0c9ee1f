import type { PaymentIntent } from '../intent/index.ts';
import { attemptOf } from './attempt.ts';
import { checksum } from './checksum.ts';

/**
 * The idempotency keys that this browser has used, which its other tabs and the page after a reload
 * have to know. A line is a key with a mark of what the payment looked like when it was sent, or the
 * key alone once its answer is known. Neither a key nor a mark tells what was entered. The oldest lines
 * go first; time plays no part, since clocks may be wrong.
 */
const NAME = 'paystep-attempts';
const LONGEST = 100;

/** The first that takes a line has it: the second is for one that is full, or forbidden by itself. */
const STORES = ['localStorage', 'sessionStorage'] as const;

/** Where neither may be used (an opaque origin, cookies that are refused), as long as the page lives. */
let memory: readonly string[] = [];

function read(store: (typeof STORES)[number]): string[] {
  try {
    return (globalThis[store].getItem(NAME) ?? '').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** Whether it is kept; browsers throw where a store may not be used, or is full. */
function write(store: (typeof STORES)[number], lines: readonly string[]): boolean {
  try {
    globalThis[store].setItem(NAME, lines.slice(-LONGEST).join('\n'));
    return true;
  } catch {
    return false;
  }
}

const readAll = () => [...STORES.flatMap(read), ...memory];

function add(line: string): void {
  if (readAll().includes(line)) return;
  if (STORES.some((store) => write(store, [...read(store), line]))) return;
  memory = [...memory, line].slice(-LONGEST);
}

/** Of a payment as it is shown, so that nothing has to be kept of it. */
const markOf = (intent: PaymentIntent) => checksum(attemptOf(intent)).toString(36);

/** Whether the next page can know what this one has sent. */
export const isLasting = () => STORES.some((store) => write(store, read(store)));

/** The begin of every key of a payment. */
export const keyStart = (id: string) => `paystep-${id}-`;

/** To be called before a key is sent. */
export const noteSent = (key: string, seen: PaymentIntent) => add(`${key} ${markOf(seen)}`);

/** The gateway has answered; whoever presses again means another attempt. */
export const noteAnswer = (key: string) => add(key);

export const isAnswered = (key: string) => readAll().includes(key);

/**
 * To be called with each answer to a read: where a payment is no longer as it was when a key was sent,
 * that attempt was made, though its answer may have been lost.
 */
export function noteRead(intent: PaymentIntent): void {
  for (const line of readAll()) {
    const [key = '', mark] = line.split(' ');
    if (mark && mark !== markOf(intent) && key.startsWith(keyStart(intent.id))) noteAnswer(key);
  }
}
