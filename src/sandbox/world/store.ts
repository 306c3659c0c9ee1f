import { BoundedMap } from '../base/bounded.ts';
import { Deadlines } from '../base/deadlines.ts';
import type { Change } from '../payment/change.ts';
import type { Charge } from '../payment/charge.ts';
import type { ConfirmationToken } from '../payment/confirmationToken.ts';
import type { Customer } from '../payment/customer.ts';
import { applyDeadline, deadlineOf } from '../payment/deadline.ts';
import type { Intent, PaymentMethod } from '../payment/intent.ts';
import type { Refund } from '../payment/refund.ts';
import type { Call } from './callLog.ts';
import { CallLog } from './callLog.ts';
import type { CardToken } from './cardToken.ts';
import { type ChangeListener, Changes, type Trigger } from './changes.ts';
import { Ledger } from './ledger.ts';

/** More than any test needs, and little enough for a sandbox that runs for weeks. */
const MOST = {
  intents: { entries: 20_000, characters: 40_000_000 },
  methods: { entries: 40_000, characters: 20_000_000 },
  customers: { entries: 20_000, characters: 10_000_000 },
  tokens: { entries: 20_000, characters: 10_000_000 },
  cardTokens: { entries: 20_000, characters: 5_000_000 },
} as const;

const isSettled = ({ status }: Intent) => status === 'succeeded' || status === 'canceled';

type Listener = (intent: Intent) => void;

/** The state of a sandbox as plain data, fit for JSON. */
export interface Snapshot {
  /** Each with its deadline, in milliseconds; null for none. */
  readonly intents: readonly (readonly [intent: Intent, endsAt: number | null])[];
  readonly charges: readonly Charge[];
  readonly refunds: readonly Refund[];
  readonly methods: readonly PaymentMethod[];
  readonly customers: readonly Customer[];
  readonly tokens: readonly ConfirmationToken[];
  readonly cardTokens: readonly CardToken[];
  /** How far the test clock is ahead. Milliseconds. */
  readonly offset: number;
}

/** The objects of both dialects, and the calls about intents, in memory. */
export class Store {
  readonly tokens = new BoundedMap<ConfirmationToken>({
    ...MOST.tokens,
    isDone: ({ usedBy }) => usedBy !== null,
  });
  readonly cardTokens = new BoundedMap<CardToken>({
    ...MOST.cardTokens,
    isDone: ({ used }) => used,
  });
  readonly #intents = new BoundedMap<Intent>({
    ...MOST.intents,
    isDone: isSettled,
    onDrop: (id) => this.#deadlines.set(id, null),
  });
  readonly #customers = new BoundedMap<Customer>({
    ...MOST.customers,
    isDone: ({ deleted }) => deleted,
  });
  readonly #methods = new BoundedMap<PaymentMethod>({
    ...MOST.methods,
    isDone: ({ customer }) => customer === null,
  });
  readonly #calls = new CallLog();
  readonly #intentListeners = new Map<string, Set<Listener>>();
  readonly #changes = new Changes();
  readonly #deadlines = new Deadlines();
  readonly #ledger = new Ledger();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  snapshot(offset: number): Snapshot {
    return {
      intents: this.#intents.values().map((intent) => [intent, this.#deadlines.get(intent.id)]),
      charges: this.charges(),
      refunds: this.refunds(),
      methods: this.paymentMethods(),
      customers: this.customers(),
      tokens: this.tokens.values(),
      cardTokens: this.cardTokens.values(),
      offset,
    };
  }

  /** Restores the state of another store. No listener is called, since nothing has changed. */
  restore({ cardTokens, charges, customers, intents, methods, refunds, tokens }: Snapshot): void {
    for (const [intent, endsAt] of intents) {
      this.#intents.set(intent.id, intent);
      this.#deadlines.set(intent.id, endsAt);
    }
    for (const charge of charges) this.#ledger.setCharge(charge);
    for (const refund of refunds) this.#ledger.setRefund(refund);
    for (const method of methods) this.#methods.set(method.id, method);
    for (const customer of customers) this.#customers.set(customer.id, customer);
    for (const token of tokens) this.tokens.set(token.id, token);
    for (const token of cardTokens) this.cardTokens.set(token.id, token);
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
    for (const refund of this.#ledger.dueRefunds(this.#now())) this.putRefund(refund);
    for (const change of this.#ledger.dueCaptures(this.#now())) this.#changes.report([change]);
  }

  /** Stores an intent, its payment method, its latest charge, and the refund of what that releases. */
  put(intent: Intent): Intent {
    const before = this.#intents.get(intent.id);
    this.#intents.set(intent.id, intent);
    this.#deadlines.set(
      intent.id,
      deadlineOf(intent, before, this.#deadlines.get(intent.id), this.#now()),
    );
    this.#changes.report([
      ...this.#putMethodsOf(intent, before),
      { kind: 'intent', before, after: intent },
      ...this.#ledger.putChargeOf({ before, after: intent }, this.#now()),
    ]);
    if (before && (before.status !== intent.status || before.action !== intent.action)) {
      this.#notify(intent);
    }
    return intent;
  }

  charge(id: string): Charge | undefined {
    return this.#ledger.charge(id);
  }

  /** Oldest first. */
  charges(): Charge[] {
    this.due();
    return this.#ledger.charges();
  }

  /** Oldest first: one for each attempt that was charged. */
  chargesOf(intent: string): Charge[] {
    this.due();
    return this.#ledger.chargesOf(intent);
  }

  putCharge(charge: Charge): Charge {
    const before = this.#ledger.charge(charge.id);
    this.#ledger.setCharge(charge);
    this.#changes.report([{ kind: 'charge', before, after: charge }]);
    this.#changes.reportActivity(charge.paymentIntent);
    return charge;
  }

  refund(id: string): Refund | undefined {
    return this.#ledger.refund(id);
  }

  /** Oldest first. */
  refunds(): Refund[] {
    this.due();
    return this.#ledger.refunds();
  }

  /** Oldest first. */
  refundsOf(charge: string): Refund[] {
    this.due();
    return this.#ledger.refundsOf(charge);
  }

  /** Stores a refund, and its charge as it is after it. */
  putRefund(refund: Refund): Refund {
    this.#changes.report(this.#ledger.putRefund(refund));
    if (refund.paymentIntent !== null) this.#changes.reportActivity(refund.paymentIntent);
    return refund;
  }

  customer(id: string): Customer | undefined {
    return this.#customers.get(id);
  }

  /** Oldest first. */
  customers(): Customer[] {
    return this.#customers.values();
  }

  putCustomer(customer: Customer): Customer {
    const before = this.#customers.get(customer.id);
    this.#customers.set(customer.id, customer);
    this.#changes.report([{ kind: 'customer', before, after: customer }]);
    return customer;
  }

  paymentMethod(id: string): PaymentMethod | undefined {
    return this.#methods.get(id);
  }

  /** Oldest first. */
  paymentMethods(): PaymentMethod[] {
    return this.#methods.values();
  }

  putMethod(method: PaymentMethod): PaymentMethod {
    this.#changes.report(this.#putMethods([method]));
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

  /** Calls back at each change of any object; returns the function that stops it. */
  onChange(listener: ChangeListener): () => void {
    return this.#changes.onChange(listener);
  }

  /** Calls back at each change of an intent, its charges and refunds, and at each call about one. */
  onActivity(listener: (intentId: string) => void): () => void {
    return this.#changes.onActivity(listener);
  }

  /** Runs a request. Its changes are reported together when it ends, also where it fails. */
  withTrigger<T>(trigger: Trigger, act: () => T): T {
    return this.#changes.withTrigger(trigger, act);
  }

  record(id: string, call: Call): void {
    this.#calls.add(id, call);
    this.#changes.reportActivity(id);
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

  #putMethods(methods: readonly PaymentMethod[]): Change[] {
    return methods.map((after) => {
      const before = this.#methods.get(after.id);
      this.#methods.set(after.id, after);
      return { kind: 'method', before, after };
    });
  }

  #putMethodsOf({ lastError, paymentMethod }: Intent, before: Intent | undefined): Change[] {
    // The method as the attempt left it. A customer may have been attached later.
    const refused = lastError === before?.lastError ? null : lastError?.paymentMethod;
    return this.#putMethods([paymentMethod, refused].filter((each) => !!each));
  }

  #notify(intent: Intent): void {
    for (const listener of this.#intentListeners.get(intent.id) ?? []) listener(intent);
  }
}
