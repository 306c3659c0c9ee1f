import { BoundedMap } from '../base/bounded.ts';
import { Deadlines } from '../base/deadlines.ts';
import { type Change, changesOf } from '../payment/change.ts';
import {
  ASYNC_CAPTURE_DELAY,
  type Charge,
  chargeAfter,
  isCapturedAsync,
} from '../payment/charge.ts';
import type { ConfirmationToken } from '../payment/confirmationToken.ts';
import type { Customer } from '../payment/customer.ts';
import { applyDeadline, deadlineOf } from '../payment/deadline.ts';
import type { Intent, PaymentMethod } from '../payment/intent.ts';
import { type Refund, refundedCharge, reversalOf, settled } from '../payment/refund.ts';
import type { Call } from './callLog.ts';
import { CallLog } from './callLog.ts';
import type { CardToken } from './cardToken.ts';

/** More than any test needs, and little enough for a sandbox that runs for weeks. */
const MOST = {
  intents: { entries: 20_000, characters: 40_000_000 },
  charges: { entries: 20_000, characters: 30_000_000 },
  refunds: { entries: 20_000, characters: 10_000_000 },
  methods: { entries: 40_000, characters: 20_000_000 },
  customers: { entries: 20_000, characters: 10_000_000 },
  tokens: { entries: 20_000, characters: 10_000_000 },
  cardTokens: { entries: 20_000, characters: 5_000_000 },
} as const;

const isSettled = ({ status }: Intent) => status === 'succeeded' || status === 'canceled';

const isSame = (one: object | undefined, other: object) =>
  JSON.stringify(one) === JSON.stringify(other);

type Listener = (intent: Intent) => void;

/** The request that caused a change, as its event shows it. */
export interface Trigger {
  readonly requestId: string;
  readonly idempotencyKey: string | null;
}

/**
 * Called with the changes of one request, or of objects that are stored together without one, since
 * customers and time cause changes, too.
 */
export type ChangeListener = (changes: readonly Change[], trigger: Trigger | null) => void;

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
  readonly #charges = new BoundedMap<Charge>({
    ...MOST.charges,
    onDrop: (id) => this.#asyncCaptures.set(id, null),
  });
  readonly #refunds = new BoundedMap<Refund>({
    ...MOST.refunds,
    onDrop: (id) => this.#refundDeadlines.set(id, null),
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
  readonly #changeListeners = new Set<ChangeListener>();
  readonly #activityListeners = new Set<(id: string) => void>();
  /** The request that runs, and its changes so far. */
  #request: { readonly trigger: Trigger; readonly changes: Change[] } | null = null;
  readonly #deadlines = new Deadlines();
  readonly #refundDeadlines = new Deadlines();
  readonly #asyncCaptures = new Deadlines();
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
    for (const charge of charges) this.#charges.set(charge.id, charge);
    for (const refund of refunds) this.#setRefund(refund);
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
    for (const id of this.#refundDeadlines.due(this.#now())) this.#settle(id);
    for (const id of this.#asyncCaptures.due(this.#now())) this.#reportAsyncCapture(id);
  }

  /** Stores an intent, its payment method, its latest charge, and the refund of what that releases. */
  put(intent: Intent): Intent {
    const before = this.#intents.get(intent.id);
    this.#intents.set(intent.id, intent);
    this.#deadlines.set(
      intent.id,
      deadlineOf(intent, before, this.#deadlines.get(intent.id), this.#now()),
    );
    this.#report([
      ...this.#putMethodsOf(intent, before),
      { kind: 'intent', before, after: intent },
      ...this.#putChargeOf(intent, before),
    ]);
    if (before && (before.status !== intent.status || before.action !== intent.action)) {
      this.#notify(intent);
    }
    return intent;
  }

  charge(id: string): Charge | undefined {
    return this.#charges.get(id);
  }

  /** Oldest first. */
  charges(): Charge[] {
    this.due();
    return this.#charges.values();
  }

  putCharge(charge: Charge): Charge {
    const before = this.#charges.get(charge.id);
    this.#charges.set(charge.id, charge);
    this.#report([{ kind: 'charge', before, after: charge }]);
    this.#active(charge.paymentIntent);
    return charge;
  }

  refund(id: string): Refund | undefined {
    return this.#refunds.get(id);
  }

  /** Oldest first. */
  refunds(): Refund[] {
    this.due();
    return this.#refunds.values();
  }

  /** Stores a refund, and its charge as it is after it. */
  putRefund(refund: Refund): Refund {
    const before = this.#refunds.get(refund.id);
    const charge = refund.charge === null ? undefined : this.#charges.get(refund.charge);
    const charged = charge && refundedCharge(charge, before, refund);
    if (charged) this.#charges.set(charged.id, charged);
    this.#setRefund(refund);
    this.#report([
      ...(charged && !isSame(charge, charged)
        ? [{ kind: 'charge', before: charge, after: charged } as const]
        : []),
      { kind: 'refund', before, after: refund },
    ]);
    if (refund.paymentIntent !== null) this.#active(refund.paymentIntent);
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
    this.#report([{ kind: 'customer', before, after: customer }]);
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
    this.#report(this.#putMethods([method]));
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
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  /** Calls back at each change of an intent, its charges and refunds, and at each call about one. */
  onActivity(listener: (id: string) => void): () => void {
    this.#activityListeners.add(listener);
    return () => this.#activityListeners.delete(listener);
  }

  /** Runs a request. Its changes are reported together when it ends, also where it fails. */
  withTrigger<T>(trigger: Trigger, act: () => T): T {
    const request = { trigger, changes: [] };
    this.#request = request;
    try {
      return act();
    } finally {
      this.#request = null;
      this.#emit(request.changes, trigger);
    }
  }

  record(id: string, call: Call): void {
    this.#calls.add(id, call);
    this.#active(id);
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

  #putChargeOf(intent: Intent, intentBefore: Intent | undefined): Change[] {
    const before =
      intent.latestCharge === null ? undefined : this.#charges.get(intent.latestCharge);
    const after = chargeAfter(before, { before: intentBefore, after: intent }, this.#now());
    if (after === null || isSame(before, after)) return [];
    this.#charges.set(after.id, after);
    if (!before && isCapturedAsync(after, intent)) {
      this.#asyncCaptures.set(after.id, this.#now() + ASYNC_CAPTURE_DELAY);
    }
    return [{ kind: 'charge', before, after }, ...this.#putReversalOf(after, intent)];
  }

  /**
   * Reports the balance transaction of a charge as new. It is there at once, for tests that ask for
   * the fee; but shops book fees by `charge.updated` (hackclub/hcb pull request 6987,
   * polarsource/polar issue 6144).
   */
  #reportAsyncCapture(id: string): void {
    const charge = this.#charges.get(id);
    this.#asyncCaptures.set(id, null);
    if (!charge) return;
    this.#report([{ kind: 'charge', before: { ...charge, capturedAt: null }, after: charge }]);
  }

  #putReversalOf(charge: Charge, { cancellationReason }: Intent): Change[] {
    if (charge.amountReleased === 0) return [];
    const reason = cancellationReason === 'automatic' ? 'expired_uncaptured_charge' : null;
    const after = reversalOf(charge, reason, this.#now());
    if (this.#refunds.get(after.id)) return [];
    this.#refunds.set(after.id, after);
    return [{ kind: 'refund', before: undefined, after }];
  }

  #setRefund(refund: Refund): void {
    this.#refunds.set(refund.id, refund);
    this.#refundDeadlines.set(refund.id, refund.next?.at ?? null);
  }

  /** Does to a refund what time does. */
  #settle(id: string): void {
    const refund = this.#refunds.get(id);
    if (refund) this.putRefund(settled(refund));
  }

  #report(changes: readonly Change[]): void {
    if (this.#request) this.#request.changes.push(...changes);
    else this.#emit(changes, null);
  }

  #emit(changes: readonly Change[], trigger: Trigger | null): void {
    if (changes.length === 0) return;
    for (const listener of this.#changeListeners) listener(changes, trigger);
    for (const { after } of changesOf(changes, 'intent')) {
      for (const listener of this.#activityListeners) listener(after.id);
    }
  }

  #active(intentId: string): void {
    for (const listener of this.#activityListeners) listener(intentId);
  }

  #notify(intent: Intent): void {
    for (const listener of this.#intentListeners.get(intent.id) ?? []) listener(intent);
  }
}
