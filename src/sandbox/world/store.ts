import { BoundedMap } from '../base/bounded.ts';
import { Deadlines } from '../base/deadlines.ts';
import type { ConfirmationToken } from '../payment/confirmationToken.ts';
import type { Customer } from '../payment/customer.ts';
import { applyDeadline, deadlineOf } from '../payment/deadline.ts';
import type { Intent, PaymentMethod } from '../payment/intent.ts';
import type { Call } from './callLog.ts';
import { CallLog } from './callLog.ts';

/** More than any test needs, and little enough for a sandbox that runs for weeks. */
const MOST = {
  intents: { entries: 20_000, characters: 40_000_000 },
  methods: { entries: 40_000, characters: 20_000_000 },
  customers: { entries: 20_000, characters: 10_000_000 },
  tokens: { entries: 20_000, characters: 10_000_000 },
} as const;

const isSettled = ({ status }: Intent) => status === 'succeeded' || status === 'canceled';

type Listener = (intent: Intent) => void;

/** The request that caused a change, as its event shows it. */
export interface Trigger {
  readonly requestId: string;
  readonly idempotencyKey: string | null;
}

/**
 * Called for every intent that is stored: with the former one (undefined if it is new), the new
 * one, and the request that caused it. Customers and time cause changes without a request.
 */
export type ChangeListener = (
  before: Intent | undefined,
  after: Intent,
  trigger: Trigger | null,
) => void;

/** The state of a sandbox as plain data, fit for JSON. */
export interface Snapshot {
  /** Each with its deadline, in milliseconds; null for none. */
  readonly intents: readonly (readonly [intent: Intent, endsAt: number | null])[];
  readonly methods: readonly PaymentMethod[];
  readonly customers: readonly Customer[];
  readonly tokens: readonly ConfirmationToken[];
  /** How far the test clock is ahead. Milliseconds. */
  readonly offset: number;
}

/** The intents, payment methods, customers, tokens and calls of both dialects, in memory. */
export class Store {
  readonly customers = new BoundedMap<Customer>({
    ...MOST.customers,
    isDone: ({ deleted }) => deleted,
  });
  readonly tokens = new BoundedMap<ConfirmationToken>({
    ...MOST.tokens,
    isDone: ({ usedBy }) => usedBy !== null,
  });
  readonly #intents = new BoundedMap<Intent>({
    ...MOST.intents,
    isDone: isSettled,
    onDrop: (id) => this.#deadlines.set(id, null),
  });
  readonly #methods = new BoundedMap<PaymentMethod>({
    ...MOST.methods,
    isDone: ({ customer }) => customer === null,
  });
  readonly #calls = new CallLog();
  readonly #intentListeners = new Map<string, Set<Listener>>();
  readonly #changeListeners = new Set<ChangeListener>();
  readonly #activityListeners = new Set<(id: string) => void>();
  #trigger: Trigger | null = null;
  readonly #deadlines = new Deadlines();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  snapshot(offset: number): Snapshot {
    return {
      intents: this.#intents.values().map((intent) => [intent, this.#deadlines.get(intent.id)]),
      methods: this.paymentMethods(),
      customers: this.customers.values(),
      tokens: this.tokens.values(),
      offset,
    };
  }

  /** Restores the state of another store. No listener is called, since nothing has changed. */
  restore({ intents, methods, customers, tokens }: Snapshot): void {
    for (const [intent, endsAt] of intents) {
      this.#intents.set(intent.id, intent);
      this.#deadlines.set(intent.id, endsAt);
    }
    for (const method of methods) this.#methods.set(method.id, method);
    for (const customer of customers) this.customers.set(customer.id, customer);
    for (const token of tokens) this.tokens.set(token.id, token);
  }

  /** The current intent. A deadline that has passed is applied first. */
  get(id: string): Intent | undefined {
    const intent = this.#intents.get(id);
    const at = this.#deadlines.get(id);
    if (!intent) {
      this.#deadlines.set(id, null);
      return undefined;
    }
    const current = this.#current(intent);
    if (at === null || at > this.#now()) return current;
    const ended = applyDeadline(current, at);
    return ended ? this.put(ended) : current;
  }

  /** The current intents, in order of creation. */
  intents(): Intent[] {
    this.due();
    return this.#intents.values().map((intent) => this.#current(intent));
  }

  /** Applies all deadlines that have passed, in order. */
  due(): void {
    for (const id of this.#deadlines.due(this.#now())) this.get(id);
  }

  put(intent: Intent): Intent {
    const before = this.#intents.get(intent.id);
    this.#intents.set(intent.id, intent);
    this.#deadlines.set(
      intent.id,
      deadlineOf(intent, before, this.#deadlines.get(intent.id), this.#now()),
    );
    if (intent.paymentMethod) this.putMethod(intent.paymentMethod);
    // The method as the attempt left it. A customer may have been attached later.
    const refused = intent.lastError === before?.lastError ? null : intent.lastError?.paymentMethod;
    if (refused) this.putMethod(refused);
    for (const listener of this.#changeListeners) listener(before, intent, this.#trigger);
    for (const listener of this.#activityListeners) listener(intent.id);
    if (before && (before.status !== intent.status || before.action !== intent.action)) {
      this.#notify(intent);
    }
    return intent;
  }

  paymentMethod(id: string): PaymentMethod | undefined {
    return this.#methods.get(id);
  }

  paymentMethods(): PaymentMethod[] {
    return this.#methods.values();
  }

  putMethod(method: PaymentMethod): PaymentMethod {
    this.#methods.set(method.id, method);
    return method;
  }

  /** Calls back at each change of status or next action; returns the function that stops it. */
  subscribe(id: string, listener: Listener): () => void {
    const listeners = this.#intentListeners.get(id) ?? new Set();
    this.#intentListeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#intentListeners.get(id) === listeners)
        this.#intentListeners.delete(id);
    };
  }

  /** Calls back at each change of any intent; returns the function that stops it. */
  onChange(listener: ChangeListener): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  /** Calls back at each change of an intent and at each call about one. */
  onActivity(listener: (id: string) => void): () => void {
    this.#activityListeners.add(listener);
    return () => this.#activityListeners.delete(listener);
  }

  /** Runs a function with a request as the trigger of its changes. */
  withTrigger<T>(trigger: Trigger, act: () => T): T {
    this.#trigger = trigger;
    try {
      return act();
    } finally {
      this.#trigger = null;
    }
  }

  record(id: string, call: Call): void {
    this.#calls.add(id, call);
    for (const listener of this.#activityListeners) listener(id);
  }

  log(id: string): ReturnType<CallLog['of']> {
    return this.#calls.of(id);
  }

  /** The intent with its current payment method, which may have been attached meanwhile. */
  #current(intent: Intent): Intent {
    const { paymentMethod: stored } = intent;
    const paymentMethod = stored && (this.#methods.get(stored.id) ?? stored);
    return paymentMethod === stored ? intent : { ...intent, paymentMethod };
  }

  #notify(intent: Intent): void {
    for (const listener of this.#intentListeners.get(intent.id) ?? []) listener(intent);
  }
}
