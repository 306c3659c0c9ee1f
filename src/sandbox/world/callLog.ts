import type { FaultKind } from '../base/faultKind.ts';
import type { CallName } from '../request/callPath.ts';

/** One request about an intent. The path has no query, so no secret is stored. */
export interface Call {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** `confirm`, `retrieve` …; none for a path that is no call. */
  readonly name?: CallName;
  /** The status of the answer, even if a fault kept it from the caller; 0 is no answer. */
  readonly status: number;
  /**
   * Whether its operation ran. It did not for a repeated key, a key in use, or a fault before it.
   */
  readonly ran: boolean;
  /** From a browser, with a publishable key. */
  readonly publishable?: true;
  readonly idempotencyKey?: string;
  readonly fault?: FaultKind;
}

/** Enough for a long wait, and little enough for a sandbox that runs for weeks. */
const MOST_PER_INTENT = 500;
const MOST_CALLS = 20_000;

/** The latest calls about an intent, and the number of all reads. */
interface Calls {
  reads: number;
  readonly calls: Call[];
}

/** Polling repeats the same path, so its text is shared. */
const slim = (call: Call, last: Call | undefined): Call =>
  last?.path === call.path ? { ...call, path: last.path, method: last.method } : call;

/** Longer than any correct path or key. */
const LONGEST = 255;

function shortened(call: Call): Call {
  const { idempotencyKey = '', path } = call;
  if (path.length <= LONGEST && idempotencyKey.length <= LONGEST) return call;
  const key = idempotencyKey.slice(0, LONGEST);
  return { ...call, path: path.slice(0, LONGEST), ...(key && { idempotencyKey: key }) };
}

/** The calls by intent. When it is full, the intents that were called longest ago go first. */
export class CallLog {
  /** In order of the latest call. */
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
