import { isOutcome } from '../phase.ts';
import { type CheckoutState, isSameView, isSettled } from '../state.ts';
import { adjustSkew, gatewayTime } from './clock.ts';
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
  const hiddenAt = isHidden ? monotonic : null;
  const active = { ...memory, isActive: true, hasUpdates: false, hiddenAt, reads };
  return reads.intent && reads.answers > 0 ? applyWait(active, reads.intent, moment) : active;
}

function stop(memory: PollMemory, moment: Moment): PollMemory {
  const { intent, answers } = moment.reads;
  return {
    ...memory,
    ...afterGoodRead(moment),
    isActive: false,
    isRefetchQueued: false,
    intentBefore: answers > 0 ? intent : memory.intentBefore,
  };
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
  if (isSettled(memory.state) || isLeftAlone(memory, moment)) return memory;
  const isQueued = INTERRUPTING.has(reason) || untilQueuedRead(memory, moment) !== null;
  // The schedule starts anew, without the first pause that a fresh code has.
  const answersBefore = memory.reads.answers - 1;
  return { ...memory, answersBefore, isRefetchQueued: memory.isRefetchQueued || isQueued };
}

/** Whether the gateway's Retry-After still runs. */
function isLeftAlone({ pause, endedAt }: PollMemory, { monotonic }: Moment): boolean {
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
  const derived = laterState(before.state, deriveState(before, time));
  const isOver = isSettled(derived);
  const isRefetchQueued = before.isRefetchQueued && !isOver && !isLeftAlone(before, moment);
  const memory = { ...before, clock, isRefetchQueued };
  const { hiddenAt, id, reads, answersBefore } = memory;
  const delay = pollDelay({
    ...memory,
    state: derived,
    reads: reads.answers - answersBefore,
    elapsed: moment.monotonic - memory.endedAt,
    hiddenFor: hiddenAt === null ? null : moment.monotonic - hiddenAt,
    seed: id,
    time,
  });
  const end = untilExpiry(derived, time);
  const isFinished = isOver && !isReadDue;
  const next = isFinished ? null : nextCommand(memory, delay, end, moment, isReadDue);
  const after = next?.type === 'read' ? beginRead(memory, moment) : memory;
  const isPaused = isIdle(after) && delay === null && !isOutcome(derived.phase);
  const state = isPaused ? ({ ...derived, connection: 'paused' } as const) : derived;
  const hasChanged = !isSameView(before.state, state);
  const commands: PollCommand[] = next ? [next] : [];
  if (isOver) commands.push({ type: 'stopListening' });
  if (hasChanged) commands.push({ type: 'notify' });
  return { memory: hasChanged ? { ...after, state } : after, commands };
}

/** A settled payment stays so, whatever a late answer or a failure says: only another end is news. */
function laterState(before: CheckoutState, next: CheckoutState): CheckoutState {
  if (!isSettled(before)) return next;
  const hasNewIntent = 'intent' in before && 'intent' in next && before.intent !== next.intent;
  return isSettled(next) && hasNewIntent ? next : before;
}

/**
 * @param delay until the next read by the schedule; null where that has ended.
 * @param end until the step expires.
 */
function nextCommand(
  memory: PollMemory,
  delay: number | null,
  end: number,
  moment: Moment,
  isReadDue: boolean,
): PollCommand | null {
  const { isReading } = memory.reads;
  // While reads fail, a code expires on time, without waiting for the next read.
  const look = memory.failures > 0 ? wait(end, 'timePassed') : null;
  if (memory.isRefetchQueued) {
    const ms = untilQueuedRead(memory, moment);
    if (ms === 0) return { type: 'read', cancelRunning: isReading };
    return sooner(look, ms === null ? null : wait(ms, 'timePassed'));
  }
  if (isReadDue) return { type: 'read', cancelRunning: false };
  // The schedule may end before the code does; then one more read is due at the code's expiry.
  return isReading ? look : sooner(look, wait(delay ?? end, 'readDue'));
}

type Wait = Extract<PollCommand, { type: 'wait' }>;

function wait(ms: number, type: 'readDue' | 'timePassed'): Wait | null {
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
