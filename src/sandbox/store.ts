import { Agenda } from './agenda.ts';
import type { Call, Intent, PaymentMethod } from './intent.ts';
import { endOf, lapse } from './lapse.ts';

/** Enough to look back on a long wait, little enough for a sandbox that runs for weeks. */
const CALLS_KEPT = 500;

type Listener = (intent: Intent) => void;

interface Log {
  reads: number;
  calls: Call[];
}

/** Everything that the sandbox remembers, in memory, shared by both dialects. */
export class Store {
  readonly #intents = new Map<string, Intent>();
  readonly #methods = new Map<string, PaymentMethod>();
  readonly #logs = new Map<string, Log>();
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #agenda = new Agenda();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The intent as it is now: what its time has ended is ended on the way out. */
  get(id: string): Intent | undefined {
    const intent = this.#intents.get(id);
    const at = this.#agenda.get(id);
    if (!intent || at === null || at > this.#now()) return intent;
    const late = lapse(intent, at);
    return late ? this.put(late) : intent;
  }

  /** Ends everything whose time has passed, in the order in which it passed. */
  due(): void {
    for (const id of this.#agenda.due(this.#now())) this.get(id);
  }

  put(intent: Intent): Intent {
    const before = this.#intents.get(intent.id);
    this.#intents.set(intent.id, intent);
    this.#agenda.set(intent.id, endOf(intent, before, this.#agenda.get(intent.id), this.#now()));
    if (intent.paymentMethod) this.#methods.set(intent.paymentMethod.id, intent.paymentMethod);
    if (before && (before.status !== intent.status || before.action !== intent.action)) {
      this.#tell(intent);
    }
    return intent;
  }

  paymentMethod(id: string): PaymentMethod | undefined {
    return this.#methods.get(id);
  }

  /** Calls back at each change of status or of the next action; returns the function that stops it. */
  subscribe(id: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  record(id: string, call: Call): void {
    const log = this.#logs.get(id) ?? { reads: 0, calls: [] };
    if (call.method === 'GET') log.reads += 1;
    log.calls = [...log.calls, call].slice(-CALLS_KEPT);
    this.#logs.set(id, log);
  }

  log(id: string): Readonly<Log> {
    return this.#logs.get(id) ?? { reads: 0, calls: [] };
  }

  #tell(intent: Intent): void {
    for (const listener of this.#listeners.get(intent.id) ?? []) listener(intent);
  }
}
