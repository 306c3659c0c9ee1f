import type { PaymentIntent } from '../../intent/index.ts';
import { isOutcome } from '../phase.ts';
import { type CheckoutState, isSameView, isSettled } from '../state.ts';
import { adjustSkew, type GatewayTime, gatewayTime } from './clock.ts';
import { pollDelay, untilExpiry, untilRefetch } from './pollDelay.ts';
import {
  applyReads,
  applyWait,
  deriveState,
  type Moment,
  NO_READ,
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
  /** An answer has come: the attempts that it proves to be over can be forgotten. */
  | { readonly type: 'record'; readonly intent: PaymentIntent }
  /** No trigger and no update can bring anything new. */
  | { readonly type: 'stopListening' }
  /** The state has changed: subscribers have to know. */
  | { readonly type: 'notify' }
  /** Whoever asked for a refetch has the answer, or its lack, in the state. */
  | { readonly type: 'settleRefetches' };

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
  if (event.type === 'stop') return stop(memory, moment);
  if (!memory.isActive) return { memory, commands: [{ type: 'settleRefetches' }] };
  const next = applyEvent(applyReads(memory, moment), event, moment);
  const { memory: planned, commands } = plan(next, moment, event.type === 'readDue');
  const { intent, answers } = moment.reads;
  const isAnswered = intent && answers > memory.reads.answers;
  return {
    memory: planned,
    commands: isAnswered ? [{ type: 'record', intent }, ...commands] : commands,
  };
}

/** The answers of another reader of this payment count; its failures do not. */
function start(memory: PollMemory, isHidden: boolean, moment: Moment): PollMemory {
  const { reads } = moment;
  const active = {
    ...memory,
    isActive: true,
    isListening: true,
    hiddenAt: isHidden ? moment.monotonic : null,
    reads,
  };
  return reads.intent && reads.answers > 0 ? applyWait(active, reads.intent, moment) : active;
}

function stop(memory: PollMemory, { reads, monotonic }: Moment): PollStep {
  const stopped: PollMemory = {
    ...memory,
    isActive: false,
    isListening: false,
    hasUpdates: false,
    intentBefore: reads.answers > 0 ? reads.intent : memory.intentBefore,
    last: { ...NO_READ, endedAt: monotonic },
    refetch: { ...memory.refetch, isQueued: false, isAwaited: false, canceled: 0 },
  };
  return { memory: stopped, commands: [{ type: 'settleRefetches' }] };
}

function applyEvent(memory: PollMemory, event: PollEvent, moment: Moment): PollMemory {
  switch (event.type) {
    case 'refetch':
      return applyRefetch(memory, event, moment);
    case 'hide':
      return { ...memory, hiddenAt: memory.hiddenAt ?? moment.monotonic };
    case 'stream':
      return { ...memory, hasUpdates: event.isOpen };
    default:
      return memory;
  }
}

function applyRefetch(
  memory: PollMemory,
  event: Extract<PollEvent, { type: 'refetch' }>,
  moment: Moment,
): PollMemory {
  const { reads, schedule, refetch } = memory;
  if (event.about && event.about !== memory.id) return awaited(memory);
  const seen = event.isHidden ? memory : { ...memory, hiddenAt: null };
  if (isSettled(memory.state) || isLeftAlone(memory, moment)) return awaited(seen);
  const isQueued =
    refetch.isQueued || INTERRUPTING.has(event.reason) || untilQueuedRead(memory, moment) !== null;
  return awaited({
    ...seen,
    // The schedule starts anew, without the first pause that a fresh code has.
    schedule: { ...schedule, answersBefore: reads.answers - 1 },
    refetch: { ...refetch, isQueued },
  });
}

const awaited = (memory: PollMemory): PollMemory => ({
  ...memory,
  refetch: { ...memory.refetch, isAwaited: true },
});

/** Whether the gateway's Retry-After still runs. */
const isLeftAlone = ({ last }: PollMemory, { monotonic }: Moment) =>
  last.pause > monotonic - last.endedAt;

/** Milliseconds until the queued refetch may begin; null for not before the read under way ends. */
function untilQueuedRead({ reads, startedAt, refetch }: PollMemory, { monotonic }: Moment) {
  // Before a first answer no read is given up.
  const age = reads.intent ? monotonic - startedAt : 0;
  return untilRefetch({
    readingFor: reads.isReading ? age : null,
    givenUp: refetch.canceled,
    sinceRefetch: monotonic - refetch.startedAt,
  });
}

/** Says what comes next (a read, a wait for one, or nothing), and what is to be seen meanwhile. */
function plan(before: PollMemory, moment: Moment, isReadDue: boolean): PollStep {
  const clock = adjustSkew(before.clock, moment);
  const time = gatewayTime(clock, moment);
  const derived = laterState(before.state, deriveState(before, time));
  const isOver = isSettled(derived);
  const isQueued = before.refetch.isQueued && !isOver && !isLeftAlone(before, moment);
  const memory = { ...before, clock, refetch: { ...before.refetch, isQueued } };
  const delay = delayOf(memory, derived, time, moment);
  const end = untilExpiry(derived, time);
  const isFinished = isOver && !isReadDue;
  const next = isFinished ? null : nextCommand(memory, delay, end, moment, isReadDue);
  const after = next?.type === 'read' ? beginRead(memory, moment) : memory;
  const isIdle = !after.reads.isReading && !after.refetch.isQueued;
  const isPaused = isIdle && delay === null && !isOutcome(derived.phase);
  return conclude(after, isPaused ? { ...derived, connection: 'paused' } : derived, next);
}

/** A settled payment stays so, whatever a late answer or a failure says: only another end is news. */
function laterState(before: CheckoutState, next: CheckoutState): CheckoutState {
  if (!isSettled(before)) return next;
  const hasNewIntent = 'intent' in before && 'intent' in next && before.intent !== next.intent;
  return isSettled(next) && hasNewIntent ? next : before;
}

function delayOf(memory: PollMemory, state: CheckoutState, time: GatewayTime, moment: Moment) {
  const { reads, schedule, last, hiddenAt, hasUpdates, id } = memory;
  return pollDelay({
    state,
    reads: reads.answers - schedule.answersBefore,
    failures: last.failures,
    error: last.error,
    elapsed: moment.monotonic - last.endedAt,
    pause: last.pause,
    hiddenFor: hiddenAt === null ? null : moment.monotonic - hiddenAt,
    hasUpdates,
    seed: id,
    time,
  });
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
  const look = memory.last.failures > 0 ? wait(end, 'timePassed') : null;
  if (memory.refetch.isQueued) {
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
  const { reads, refetch } = memory;
  const begun = { ...memory, startedAt: monotonic, reads: { ...reads, isReading: true } };
  if (!refetch.isQueued) return begun;
  const canceled = refetch.canceled + (reads.isReading ? 1 : 0);
  return { ...begun, refetch: { ...refetch, isQueued: false, startedAt: monotonic, canceled } };
}

/** The memory with its new state, and everything that this brings about. */
function conclude(before: PollMemory, state: CheckoutState, next: PollCommand | null): PollStep {
  const { refetch, isListening } = before;
  const hasChanged = !isSameView(before.state, state);
  const stopsListening = isListening && isSettled(state);
  const settles = refetch.isAwaited && !before.reads.isReading && !refetch.isQueued;
  const commands: PollCommand[] = next ? [next] : [];
  if (stopsListening) commands.push({ type: 'stopListening' });
  if (hasChanged) commands.push({ type: 'notify' });
  if (settles) commands.push({ type: 'settleRefetches' });
  const memory = {
    ...before,
    state: hasChanged ? state : before.state,
    isListening: isListening && !stopsListening,
    hasUpdates: before.hasUpdates && !stopsListening,
    refetch: { ...refetch, isAwaited: refetch.isAwaited && !settles },
  };
  return { memory, commands };
}
