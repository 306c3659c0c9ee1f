import type { FaultKind } from '../base/faultKind.ts';
import type { CallName } from '../request/callPath.ts';

/** One request that named an intent. The path carries no query, so no secret is kept. */
export interface Call {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** `confirm`, `retrieve` …; none for a path that is no call. */
  readonly name?: CallName;
  /** What came of it, whether or not a fault has kept the caller from learning it; 0 is nothing. */
  readonly status: number;
  /** Whether its operation was run: not for a repeated key, a key in use, or a fault before it. */
  readonly ran: boolean;
  /** From a browser, with a publishable key. */
  readonly publishable?: true;
  readonly idempotencyKey?: string;
  readonly fault?: FaultKind;
}

/** Enough to look back on a long wait, little enough for a sandbox that runs for weeks. */
const MOST_PER_INTENT = 500;
const MOST_CALLS = 20_000;

/** The calls that named an intent, and how many of all of them were reads. */
interface Calls {
  reads: number;
  readonly calls: Call[];
}

/** Polling asks for the same again and again: the text of the path is kept once. */
const slim = (call: Call, last: Call | undefined): Call =>
  last?.path === call.path ? { ...call, path: last.path, method: last.method } : call;

/** Longer than a path or a key that is right; whoever counts calls has no use for the rest. */
const LONGEST = 255;

function shortened(call: Call): Call {
  const { idempotencyKey = '', path } = call;
  if (path.length <= LONGEST && idempotencyKey.length <= LONGEST) return call;
  const key = idempotencyKey.slice(0, LONGEST);
  return { ...call, path: path.slice(0, LONGEST), ...(key && { idempotencyKey: key }) };
}

/** What has been called, by intent. When it is full, those that nobody has called for long go first. */
export class CallLog {
  /** Those that were called last come last. */
  readonly #logs = new Map<string, Calls>();
  #size = 0;

  add(id: string, entire: Call): void {
    const call = shortened(entire);
    const log = this.#logs.get(id) ?? { reads: 0, calls: [] };
    this.#logs.delete(id);
    this.#logs.set(id, log);
    if (call.method === 'GET') log.reads += 1;
    log.calls.push(slim(call, log.calls.at(-1)));
    this.#size += 1;
    if (log.calls.length > MOST_PER_INTENT) this.#drop(log);
    if (this.#size > MOST_CALLS) this.#makeRoom();
  }

  of(id: string): Readonly<Calls> {
    const { calls = [], reads = 0 } = this.#logs.get(id) ?? {};
    return { reads, calls: [...calls] };
  }

  #drop(log: Calls): void {
    log.calls.shift();
    this.#size -= 1;
  }

  #makeRoom(): void {
    const [oldest] = this.#logs;
    if (!oldest) return;
    const [id, log] = oldest;
    this.#size -= log.calls.length;
    this.#logs.delete(id);
  }
}
