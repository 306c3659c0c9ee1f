import { hasOwn, isRecord, type PaymentIntent } from '../../intent/index.ts';
import type { Payment } from '../openPayment.ts';

/** What the reads of one PaymentIntent have brought; another object after each change. */
export interface ReadState {
  /** The last answer; what is unchanged in it, or the whole, stays the same object. */
  readonly intent: PaymentIntent | undefined;
  /** Answers so far: 0 for one that the merchant's page brought along. */
  readonly answers: number;
  /** Reads that failed so far, and the last of their errors. */
  readonly errors: number;
  readonly error: unknown;
  readonly isReading: boolean;
  /** Failures within the read under way, where another reader tries again within it. */
  readonly retries?: number;
  readonly retryError?: unknown;
}

/** Reads one PaymentIntent: single flight for all subscribers, and late answers are dropped. */
export interface Reader {
  readonly getState: () => ReadState;
  /**
   * Calls back after each change, and may begin the first read by itself. When the last subscriber
   * leaves, the read under way is aborted.
   */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads, or shares the read under way; `cancelRunning` aborts that one, if there was an answer before. */
  readonly read: (options: { readonly cancelRunning: boolean }) => void;
  /** Takes in an answer to something else, in place of the read under way. */
  readonly setData: (intent: PaymentIntent) => Promise<void>;
}

export interface ReaderOptions {
  readonly payment: Payment;
  /** The PaymentIntent as the merchant's server has just created it. */
  readonly initialIntent?: PaymentIntent | undefined;
}

export type CreateReader = (options: ReaderOptions) => Reader;

interface Entry {
  state: ReadState;
  readonly listeners: Set<() => void>;
  running: AbortController | null;
}

/** The reads of this page, by `queryKey`: readers with the same credentials share an entry. */
const entries = new Map<string, Entry>();

/** A reader that needs no library. It keeps nothing of a payment without subscribers. */
export const createReader: CreateReader = (options) => {
  const { payment } = options;
  const key = payment.queryKey.join(' ');
  let entry = withInitialIntent(entries.get(key) ?? newEntry(), options);

  function change(next: Partial<ReadState>) {
    entry.state = { ...entry.state, ...next };
    for (const listener of [...entry.listeners]) listener();
  }

  function cancel() {
    entry.running?.abort();
    entry.running = null;
  }

  function applyAnswer(answer: PaymentIntent) {
    const { intent, answers } = entry.state;
    entry.running = null;
    change({ intent: withSharedParts(intent, answer), answers: answers + 1, isReading: false });
  }

  function applyError(error: unknown) {
    entry.running = null;
    change({ error, errors: entry.state.errors + 1, isReading: false });
  }

  async function fetchIntent(signal: AbortSignal) {
    let end: () => void;
    try {
      const answer = await payment.retrieve(signal);
      end = () => applyAnswer(answer);
    } catch (error) {
      end = () => applyError(error);
    }
    // Outside of the try: an error in a listener is no failure of the read.
    if (!signal.aborted) end();
  }

  function read({ cancelRunning }: { readonly cancelRunning: boolean }) {
    if (entry.running && !(cancelRunning && entry.state.intent)) return;
    cancel();
    entry.running = new AbortController();
    const { signal } = entry.running;
    change({ isReading: true });
    void fetchIntent(signal);
  }

  return {
    getState: () => entry.state,
    subscribe(listener) {
      // The next answer is compared with what was there when the last subscriber left; that is no answer itself.
      const initialIntent = entry.state.intent;
      const latest = { ...options, initialIntent };
      const shared = withInitialIntent(entries.get(key) ?? newEntry(), latest);
      const { listeners } = shared;
      entry = shared;
      entries.set(key, shared);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        cancel();
        change({ isReading: false });
        // React's strict mode subscribes again in the same turn, and has to find the entry.
        queueMicrotask(() => {
          if (listeners.size === 0 && entries.get(key) === shared) entries.delete(key);
        });
      };
    },
    read,
    async setData(intent) {
      cancel();
      applyAnswer(intent);
    },
  };
};

/** Of several checkouts of a payment one may have brought it along, before anybody has read it. */
function withInitialIntent(entry: Entry, { payment, initialIntent }: ReaderOptions): Entry {
  const isMissing = !entry.state.intent && initialIntent?.id === payment.id;
  if (isMissing) entry.state = { ...entry.state, intent: initialIntent };
  return entry;
}

function newEntry(): Entry {
  const state = { intent: undefined, answers: 0, errors: 0, error: null, isReading: false };
  return { state, listeners: new Set(), running: null };
}

/** The next answer with whatever is as it was in the last: views tell what has changed by identity. */
function withSharedParts(last: PaymentIntent | undefined, next: PaymentIntent): PaymentIntent {
  if (!last || isSame(last, next)) return last ?? next;
  const isKept = ([name, value]: [string, unknown]) =>
    isSame(value, next[name as keyof PaymentIntent]);
  return { ...next, ...Object.fromEntries(Object.entries(last).filter(isKept)) };
}

/** Whether two values of JSON are the same, whatever the order of their names. The parser bounds their depth. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => hasOwn(b, name) && isSame(a[name], b[name]))
  );
}
