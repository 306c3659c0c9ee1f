import { GatewayError } from '../../gateway/gatewayError.ts';
import type { PaymentIntent } from '../../intent/index.ts';
import type { Device } from '../../step/index.ts';
import { recordRead } from '../confirm/attemptStore.ts';
import type { Payment } from '../openPayment.ts';
import { isOutcome } from '../phase.ts';
import { type CheckoutState, isSameView, isSettled, stateOf } from '../state.ts';
import { createGatewayClock, type GatewayTime, monotonic } from './clock.ts';
import { pauseAfter, pollDelay, untilExpiry, untilRefetch, waitOf } from './pollDelay.ts';
import { type CreateReader, createReader } from './reader.ts';
import type { RefetchReason, RefetchTriggers } from './triggers.ts';
import { openUpdates, type UpdateStream } from './updates.ts';

export interface PollerOptions {
  readonly payment: Payment;
  readonly initialIntent?: PaymentIntent | undefined;
  readonly device: Device;
  readonly updatesUrl?: string | undefined;
  /** Instead of the page's own reader. */
  readonly createReader?: CreateReader | undefined;
  readonly triggers: RefetchTriggers;
}

/** A store of one payment's state. It polls the gateway while it has subscribers. */
export interface Poller {
  readonly getState: () => CheckoutState;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Reads at once, but once a second at most: calls that come sooner share one read, a second later.
   * While the gateway's Retry-After runs, nothing is read.
   * @param about the id of the PaymentIntent that the reason names; that of another is ignored.
   * @returns settles when the answer, or the failure, is in the state; never rejects.
   */
  readonly refetch: (reason: RefetchReason, about?: string | null) => Promise<void>;
  /**
   * Call it before another request whose answer is the PaymentIntent too (a confirm).
   * @returns a function that puts that answer into the state. Where a read has answered meanwhile, which
   * may be newer, it refetches instead.
   */
  readonly reserveAnswer: () => (intent: PaymentIntent) => Promise<void>;
}

/** setTimeout counts in 31 bits. */
const LONGEST_MS = 2 ** 31 - 1;

/** Reasons with news that a read already under way may have missed. */
const INTERRUPTING: ReadonlySet<RefetchReason> = new Set<RefetchReason>([
  'return',
  'update',
  'user',
]);

export function createPoller(options: PollerOptions): Poller {
  const { device, triggers } = options;
  const { id } = options.payment;
  const reader = (options.createReader ?? createReader)(options);
  const clock = createGatewayClock();
  const listeners = new Set<() => void>();

  let cleanups: (() => void)[] = [];
  /** Those of triggers and updates, which a settled payment no longer needs. */
  let triggerCleanups: (() => void)[] = [];
  let readTimer: ReturnType<typeof setTimeout> | undefined;
  let expiryTimer: ReturnType<typeof setTimeout> | undefined;
  let updates: UpdateStream | null = null;

  // These times are monotonic: a clock that is set must not stop the reads.
  let hiddenAt: number | null = null;
  let startedAt = 0;
  let endedAt = 0;
  let refetchedAt = Number.NEGATIVE_INFINITY;

  /** Reads that failed in a row, the last of their errors, and the pause that it asks for. */
  let failures = 0;
  let error: GatewayError | null = null;
  let pause = 0;
  let answered: GatewayTime | null = null;
  /** The reader's state when it was last applied. */
  let applied = { answers: 0, errors: 0, isReading: false };
  /** What is waited for, and the count of answers when that wait (or its last refetch) began. */
  let waitKey = '';
  let answersBefore = 0;
  let hadAction = false;
  /** The last answer when the last subscriber left: the reader may drop it (React's Activity). */
  let lastAnswer: PaymentIntent | undefined;
  /** Whether a refetch has yet to begin, and the promises that settle at its end. */
  let isRefetchQueued = false;
  let waiters: (() => void)[] = [];
  /** Reads that were canceled for a newer one since the last that ended. */
  let canceledReads = 0;
  let state = deriveState(clock.read());

  function deriveState(time: GatewayTime): CheckoutState {
    const { intent: read, answers } = reader.getState();
    const intent = answers > 0 ? read : (lastAnswer ?? read);
    const confirmed = answers > 0 || lastAnswer !== undefined;
    return stateOf(
      { intent, confirmed, answered, error, failures, acted: hadAction, device },
      time,
    );
  }

  /** Runs on every change of the reader: applies it, plans the next read, notifies the subscribers. */
  function update() {
    applyReaderState();
    const time = clock.read();
    const next = deriveState(time);
    const delay = schedule(next, time);
    const isPaused = delay === null && !isOutcome(next.phase) && !reader.getState().isReading;
    if (isSettled(next)) stopListening();
    publish(isPaused ? { ...next, connection: 'paused' } : next);
    if (!reader.getState().isReading && !isRefetchQueued) flushWaiters();
  }

  function flushWaiters() {
    const all = waiters;
    waiters = [];
    for (const answer of all) answer();
  }

  function applyReaderState() {
    const { intent, answers, errors, isReading, ...now } = reader.getState();
    if (isReading && !applied.isReading) startedAt = monotonic();
    if (errors > applied.errors) failRead(failures + errors - applied.errors, now.error);
    // Another reader of the same payment (the app's own) tries again within its read.
    else if (now.retries) failRead(now.retries, now.retryError);
    if (answers > applied.answers && intent) {
      endRead(0, null);
      clock.record(intent);
      answered = clock.read();
      startWait(intent, answers);
    }
    applied = { answers, errors, isReading };
  }

  function failRead(count: number, reason: unknown) {
    endRead(count, reason instanceof GatewayError ? reason : new GatewayError('network'));
  }

  function endRead(count: number, reason: GatewayError | null) {
    failures = count;
    error = reason;
    pause = pauseAfter(reason, Date.now());
    endedAt = monotonic();
    canceledReads = 0;
  }

  /** An answer that changes what is waited for starts that wait's schedule anew. */
  function startWait(intent: PaymentIntent, answers: number) {
    recordRead(intent);
    const now = `${waitOf(deriveState(clock.read()))} ${intent.nextAction?.type}`;
    if (now !== waitKey) answersBefore = answers - 1;
    waitKey = now;
    if (intent.status !== 'requires_payment_method') {
      hadAction = intent.status === 'requires_action' || intent.status === 'processing';
    }
  }

  function clearTimers() {
    clearTimeout(readTimer);
    clearTimeout(expiryTimer);
  }

  function schedule(next: CheckoutState, time: GatewayTime): number | null {
    clearTimers();
    if (cleanups.length === 0) return null;
    const end = untilExpiry(next, time);
    // While reads fail, a code expires on time, without waiting for the next read.
    if (failures > 0 && end <= LONGEST_MS) expiryTimer = setTimeout(update, end);
    const { answers, isReading } = reader.getState();
    const elapsed = monotonic() - endedAt;
    isRefetchQueued &&= !isSettled(next) && pause <= elapsed;
    if (isRefetchQueued) return readQueued();
    if (isReading) return null;
    const delay = pollDelay({
      state: next,
      reads: answers - answersBefore,
      failures,
      error,
      elapsed: elapsed,
      pause,
      hiddenFor: hiddenAt === null ? null : monotonic() - hiddenAt,
      hasUpdates: updates?.live() ?? false,
      seed: id,
      time,
    });
    // The schedule may end before the code does; then one more read is due at the code's expiry.
    const due = delay ?? end;
    if (due <= LONGEST_MS) readTimer = setTimeout(() => read(false), due);
    return delay;
  }

  function untilQueuedRead(): number | null {
    const { isReading, intent } = reader.getState();
    // Before a first answer no read is given up.
    const age = monotonic() - startedAt;
    const readingFor = isReading ? (intent ? age : 0) : null;
    return untilRefetch({
      readingFor,
      givenUp: canceledReads,
      sinceRefetch: monotonic() - refetchedAt,
    });
  }

  /** Begins the queued refetch, or sets a timer for it. */
  function readQueued(): number {
    const left = untilQueuedRead();
    if (left === null) return 0;
    if (left > 0) {
      readTimer = setTimeout(update, left);
      return left;
    }
    const { isReading } = reader.getState();
    isRefetchQueued = false;
    refetchedAt = monotonic();
    if (isReading) canceledReads += 1;
    read(isReading);
    return 0;
  }

  function publish(next: CheckoutState) {
    if (isSameView(state, next)) return;
    state = next;
    for (const listener of [...listeners]) listener();
  }

  function read(cancelRunning: boolean) {
    startedAt = monotonic();
    reader.read({ cancelRunning });
  }

  async function refetch(reason: RefetchReason, about?: string | null) {
    if (cleanups.length === 0 || isSettled(state) || (about && about !== id)) return;
    if (!triggers.hidden()) hiddenAt = null;
    if (pause > monotonic() - endedAt) return;
    const done = new Promise<void>((resolve) => waiters.push(resolve));
    // The schedule starts anew, without the first pause that a fresh code has.
    answersBefore = reader.getState().answers - 1;
    isRefetchQueued ||= INTERRUPTING.has(reason) || untilQueuedRead() !== null;
    update();
    return done;
  }

  function reserveAnswer() {
    const before = reader.getState().answers;
    return async (intent: PaymentIntent) => {
      // Without subscribers here, the shared cache belongs to other readers of the payment.
      if (cleanups.length === 0) return;
      // A read that has answered meanwhile may be newer than this answer.
      return reader.getState().answers === before ? reader.setData(intent) : refetch('user');
    };
  }

  function hide() {
    hiddenAt ??= monotonic();
    update();
  }

  function start() {
    hiddenAt = triggers.hidden() ? monotonic() : null;
    cleanups = [reader.subscribe(update), clearTimers];
    // The answers of another reader count; its failures do not.
    const { intent, answers, errors, isReading } = reader.getState();
    applied = { answers, errors, isReading };
    if (intent && answers > 0) startWait(intent, answers);
    triggerCleanups = [triggers.listen(refetch, hide)];
    if (options.updatesUrl) {
      updates = openUpdates(options.updatesUrl, () => refetch('update'), update);
      triggerCleanups.push(() => updates?.close());
    }
    read(false);
  }

  function stopListening() {
    for (const stop of triggerCleanups) stop();
    triggerCleanups = [];
    updates = null;
  }

  function end() {
    stopListening();
    const { intent, answers } = reader.getState();
    if (answers > 0) lastAnswer = intent;
    for (const stop of cleanups) stop();
    cleanups = [];
    isRefetchQueued = false;
    flushWaiters();
    endRead(0, null);
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) start();
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) end();
      };
    },
    refetch,
    reserveAnswer,
  };
}
