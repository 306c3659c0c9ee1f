import { isOutcome } from '../phase.ts';
import { type CheckoutState, isSameView, isSettled } from '../state.ts';
import { adjustSkew, type GatewayTime, gatewayTime } from './clock.ts';
import { pollDelay, untilExpiry, untilRefetch } from './pollDelay.ts';
import {
  afterGoodRead,
  applyReads,
  applyWait,
  deriveState,
  type Moment,
  type PollMemory,
} from './pollMemory.ts';
import type { RefetchReason } from './triggers.ts';

/** What happens to a poller. */
export type PollEvent =
  /** The first subscriber has come, or the last has left. */
  | { readonly type: 'start'; readonly isHidden: boolean }
  | { readonly type: 'stop' }
  /** The reader has begun or ended a read: this poller's, or another's of the same payment. */
  | { readonly type: 'reader' }
  | {
      readonly type: 'refetch';
      readonly reason: RefetchReason;
      /** The id of the PaymentIntent that the reason names. */
      readonly about?: string | null | undefined;
      readonly isHidden: boolean;
    }
  | { readonly type: 'hide' }
  /** The stream of updates has opened, or broken. */
  | { readonly type: 'stream'; readonly isOpen: boolean }
  /** A wait is over: it is time to read, or only to look at the clock. */
  | { readonly type: 'readDue' }
  | { readonly type: 'timePassed' };

/** What a poller is to do. An event takes back the wait before it. */
export type PollCommand =
  /** `cancelRunning` aborts the read under way, whose answer no longer counts. */
  | { readonly type: 'read'; readonly cancelRunning: boolean }
  | { readonly type: 'wait'; readonly ms: number; readonly event: PollEvent }
  /** The payment is settled: no trigger and no update can bring anything new. */
  | { readonly type: 'stopListening' }
  /** The state has changed: subscribers have to know. */
  | { readonly type: 'notify' };

/** What is known after an event, and what is to be done. */
export interface PollStep {
  readonly memory: PollMemory;
  readonly commands: readonly PollCommand[];
}

/** setTimeout counts in 31 bits. */
const LONGEST_MS = 2 ** 31 - 1;

/** Reasons with news that a read already under way may have missed. */
const INTERRUPTING: ReadonlySet<RefetchReason> = new Set<RefetchReason>([
  'return',
  'update',
  'user',
]);

/**
 * One payment's polling: what is known and what happens go in, what is known then and what is to be
 * done come out. Pure.
 */
export function pollReducer(memory: PollMemory, event: PollEvent, moment: Moment): PollStep {
  if (event.type === 'start') return plan(start(memory, event.isHidden, moment), moment, true);
  if (event.type === 'stop') return { memory: stop(memory, moment), commands: [] };
  if (!memory.isActive) return { memory, commands: [] };
  const next = applyEvent(applyReads(memory, moment), event, moment);
  return plan(next, moment, event.type === 'readDue');
}

/** Whether nothing is read, nor about to be: then a refetch has brought what it can. */
export function isIdle({ isActive, reads, isRefetchQueued }: PollMemory): boolean {
  return !isActive || !(reads.isReading || isRefetchQueued);
}

/** The answers of another reader of this payment count; its failures do not. */
function start(memory: PollMemory, isHidden: boolean, moment: Moment): PollMemory {
  const { reads, monotonic } = moment;
  const active = {
    ...memory,
    isActive: true,
    hasUpdates: false,
    hiddenAt: isHidden ? monotonic : null,
    reads,
    answersBefore: reads.answers - 1,
  };
  return reads.intent && reads.answers > 0 ? applyWait(active, reads.intent, moment) : active;
}

function stop(memory: PollMemory, moment: Moment): PollMemory {
  return { ...memory, ...afterGoodRead(moment), isActive: false, isRefetchQueued: false };
}

function applyEvent(memory: PollMemory, event: PollEvent, moment: Moment): PollMemory {
  switch (event.type) {
    case 'refetch': {
      if (event.about && event.about !== memory.id) return memory;
      const seen = event.isHidden ? memory : { ...memory, hiddenAt: null };
      return queueRefetch(seen, event.reason, moment);
    }
    case 'hide':
      return { ...memory, hiddenAt: memory.hiddenAt ?? moment.monotonic };
    case 'stream':
      return { ...memory, hasUpdates: event.isOpen };
    default:
      return memory;
  }
}

function queueRefetch(memory: PollMemory, reason: RefetchReason, moment: Moment): PollMemory {
  if (isSettled(memory.state) || isRetryAfterRunning(memory, moment)) return memory;
  const isQueued = INTERRUPTING.has(reason) || untilQueuedRead(memory, moment) !== null;
  // The schedule starts anew, without the first pause that a fresh code has.
  const answersBefore = memory.reads.answers - 1;
  return { ...memory, answersBefore, isRefetchQueued: memory.isRefetchQueued || isQueued };
}

/** Whether the gateway's Retry-After still runs. */
function isRetryAfterRunning({ pause, endedAt }: PollMemory, { monotonic }: Moment): boolean {
  return pause > monotonic - endedAt;
}

/** Milliseconds until the queued refetch may begin; null for not before the read under way ends. */
function untilQueuedRead(memory: PollMemory, { monotonic }: Moment): number | null {
  const { reads, startedAt, aborted, refetchedAt } = memory;
  // Before a first answer no read is given up.
  const age = reads.intent ? monotonic - startedAt : 0;
  return untilRefetch({
    readingFor: reads.isReading ? age : null,
    givenUp: aborted,
    sinceRefetch: monotonic - refetchedAt,
  });
}

/** Says what comes next (a read, a wait for one, or nothing), and what is to be seen meanwhile. */
function plan(before: PollMemory, moment: Moment, isReadDue: boolean): PollStep {
  const clock = adjustSkew(before.clock, moment);
  const time = gatewayTime(clock, moment);
  const state = laterState(before.state, deriveState(before, time));
  const isRefetchQueued =
    before.isRefetchQueued && !isSettled(state) && !isRetryAfterRunning(before, moment);
  const memory = { ...before, clock, isRefetchQueued };
  const delay = delayUntilRead(memory, state, time, moment);
  const isFinished = isSettled(state) && !isReadDue;
  const untilEnd = untilExpiry(state, time);
  const next = isFinished ? null : nextCommand(memory, delay, untilEnd, moment, isReadDue);
  const after = next?.type === 'read' ? beginRead(memory, moment) : memory;
  const isPaused = isIdle(after) && delay === null && !isOutcome(state.phase);
  return withState(after, isPaused ? { ...state, connection: 'paused' } : state, next);
}

/** Milliseconds until the next read by the schedule; null where that has ended. */
function delayUntilRead(
  memory: PollMemory,
  state: CheckoutState,
  time: GatewayTime,
  { monotonic }: Moment,
): number | null {
  const { id, reads, answersBefore, failures, error, pause, endedAt, hiddenAt, hasUpdates } =
    memory;
  return pollDelay({
    state,
    reads: reads.answers - answersBefore,
    failures,
    error,
    elapsed: monotonic - endedAt,
    pause,
    hiddenFor: hiddenAt === null ? null : monotonic - hiddenAt,
    hasUpdates,
    seed: id,
    time,
  });
}

/** The memory with its new state, and all that is to be done. */
function withState(memory: PollMemory, state: CheckoutState, next: PollCommand | null): PollStep {
  const hasChanged = !isSameView(memory.state, state);
  const commands: PollCommand[] = next ? [next] : [];
  if (isSettled(state)) commands.push({ type: 'stopListening' });
  if (hasChanged) commands.push({ type: 'notify' });
  return { memory: hasChanged ? { ...memory, state } : memory, commands };
}

/** A settled payment stays so, whatever a late answer or a failure says: only another end is news. */
function laterState(before: CheckoutState, next: CheckoutState): CheckoutState {
  if (!isSettled(before)) return next;
  const hasNewIntent = 'intent' in before && 'intent' in next && before.intent !== next.intent;
  return isSettled(next) && hasNewIntent ? next : before;
}

/**
 * @param delay until the next read by the schedule; null where that has ended.
 * @param untilEnd until the step expires.
 */
function nextCommand(
  memory: PollMemory,
  delay: number | null,
  untilEnd: number,
  moment: Moment,
  isReadDue: boolean,
): PollCommand | null {
  const { isReading } = memory.reads;
  // While reads fail, a code expires on time, without waiting for the next read.
  const expiry = memory.failures > 0 ? waitFor(untilEnd, 'timePassed') : null;
  if (memory.isRefetchQueued) {
    const ms = untilQueuedRead(memory, moment);
    if (ms === 0) return { type: 'read', cancelRunning: isReading };
    return sooner(expiry, ms === null ? null : waitFor(ms, 'timePassed'));
  }
  if (isReadDue) return { type: 'read', cancelRunning: false };
  // The schedule may end before the code does; then one more read is due at the code's expiry.
  return isReading ? expiry : sooner(expiry, waitFor(delay ?? untilEnd, 'readDue'));
}

type Wait = Extract<PollCommand, { type: 'wait' }>;

function waitFor(ms: number, type: 'readDue' | 'timePassed'): Wait | null {
  return ms <= LONGEST_MS ? { type: 'wait', ms, event: { type } } : null;
}

function sooner(a: Wait | null, b: Wait | null): Wait | null {
  return a && b ? (a.ms < b.ms ? a : b) : (a ?? b);
}

function beginRead(memory: PollMemory, { monotonic }: Moment): PollMemory {
  const { reads, isRefetchQueued, aborted } = memory;
  const begun = { ...memory, startedAt: monotonic, reads: { ...reads, isReading: true } };
  if (!isRefetchQueued) return begun;
  return {
    ...begun,
    isRefetchQueued: false,
    refetchedAt: monotonic,
    aborted: aborted + Number(reads.isReading),
  };
}
