import { GatewayError } from '../../gateway/gatewayError.ts';
import type { PaymentIntent } from '../../intent/index.ts';
import type { Device } from '../../step/index.ts';
import { type CheckoutState, stateOf } from '../state.ts';
import {
  adjustSkew,
  type GatewayClock,
  type GatewayTime,
  gatewayTime,
  NEW_CLOCK,
  type Now,
  recordTime,
} from './clock.ts';
import { pauseAfter, waitOf } from './pollDelay.ts';
import type { ReadState } from './reader.ts';

/** When an event happens, and what the reader has by then. */
export interface Moment extends Now {
  readonly reads: ReadState;
}

/** All that a poller knows. Its times are monotonic: a clock that is set must not stop the reads. */
export interface PollMemory {
  readonly id: string;
  readonly device: Device;
  readonly state: CheckoutState;
  readonly isActive: boolean;
  /** Whether triggers and updates are heeded; a settled payment needs none. */
  readonly isListening: boolean;
  /** The reader's state as it was taken in last, and when the read under way began. */
  readonly reads: ReadState;
  readonly startedAt: number;
  /** How the last read ended. */
  readonly last: LastRead;
  /** The last answer before a stop: the reader may drop it (React's Activity). */
  readonly intentBefore: PaymentIntent | undefined;
  readonly clock: GatewayClock;
  /** What the time was at the last answer. */
  readonly answered: GatewayTime | null;
  readonly schedule: Schedule;
  /** Whether the customer was at a step already. */
  readonly hadAction: boolean;
  readonly refetch: Refetch;
  readonly hiddenAt: number | null;
  readonly hasUpdates: boolean;
}

interface LastRead {
  /** Reads that failed in a row, the last of their errors, and the pause that it asks for. */
  readonly failures: number;
  readonly error: GatewayError | null;
  readonly pause: number;
  readonly endedAt: number;
}

interface Schedule {
  /** What is waited for. */
  readonly wait: string;
  /** The count of answers when that wait, or its last refetch, began. */
  readonly answersBefore: number;
}

interface Refetch {
  /** Whether it has yet to begin. */
  readonly isQueued: boolean;
  readonly startedAt: number;
  /** Reads that were canceled for a newer one since the last that ended. */
  readonly canceled: number;
  /** Whether somebody waits for its end. */
  readonly isAwaited: boolean;
}

/** Nothing has been read yet. */
export const NO_READ: LastRead = { failures: 0, error: null, pause: 0, endedAt: 0 };

export function newMemory(id: string, device: Device, moment: Moment): PollMemory {
  const memory: Omit<PollMemory, 'state'> = {
    id,
    device,
    isActive: false,
    isListening: false,
    reads: moment.reads,
    startedAt: 0,
    last: NO_READ,
    intentBefore: undefined,
    clock: NEW_CLOCK,
    answered: null,
    schedule: { wait: '', answersBefore: 0 },
    hadAction: false,
    refetch: {
      isQueued: false,
      startedAt: Number.NEGATIVE_INFINITY,
      canceled: 0,
      isAwaited: false,
    },
    hiddenAt: null,
    hasUpdates: false,
  };
  return { ...memory, state: deriveState(memory, gatewayTime(NEW_CLOCK, moment)) };
}

/** The state that the memory means at a time; whether polling has paused is the plan's to add. */
export function deriveState(memory: Omit<PollMemory, 'state'>, time: GatewayTime): CheckoutState {
  const { reads, intentBefore, answered, last, hadAction, device } = memory;
  const isAnswered = reads.answers > 0;
  const { error, failures } = last;
  return stateOf(
    {
      intent: isAnswered ? reads.intent : (intentBefore ?? reads.intent),
      confirmed: isAnswered || intentBefore !== undefined,
      answered,
      error,
      failures,
      acted: hadAction,
      device,
    },
    time,
  );
}

/** Takes in what the reader has done since the last event. */
export function applyReads(memory: PollMemory, moment: Moment): PollMemory {
  const { reads } = moment;
  const { reads: before, last } = memory;
  const { answers, errors, retries = 0 } = reads;
  let next: PollMemory = { ...memory, reads };
  if (reads.isReading && !before.isReading) next = { ...next, startedAt: moment.monotonic };
  if (errors > before.errors) {
    next = endRead(next, last.failures + errors - before.errors, reads.error, moment);
  } else if (retries > 0 && retries !== before.retries) {
    // Another reader of the same payment (the app's own) tries again within its read.
    next = endRead(next, retries, reads.retryError, moment);
  }
  if (answers > before.answers && reads.intent) next = applyAnswer(next, reads.intent, moment);
  return next;
}

function endRead(
  memory: PollMemory,
  failures: number,
  reason: unknown,
  { date, monotonic }: Moment,
): PollMemory {
  const isKnown = failures === 0 || reason instanceof GatewayError;
  const error = isKnown ? (reason as GatewayError | null) : new GatewayError('network');
  return {
    ...memory,
    last: { failures, error, pause: pauseAfter(error, date), endedAt: monotonic },
    refetch: { ...memory.refetch, canceled: 0 },
  };
}

function applyAnswer(memory: PollMemory, intent: PaymentIntent, moment: Moment): PollMemory {
  const clock = adjustSkew(recordTime(memory.clock, intent, moment), moment);
  const answered = gatewayTime(clock, moment);
  return applyWait({ ...endRead(memory, 0, null, moment), clock, answered }, intent, moment);
}

/** An answer that changes what is waited for starts that wait's schedule anew. */
export function applyWait(memory: PollMemory, intent: PaymentIntent, moment: Moment): PollMemory {
  const state = deriveState(memory, gatewayTime(memory.clock, moment));
  const wait = `${waitOf(state)} ${intent.nextAction?.type}`;
  const isNew = wait !== memory.schedule.wait;
  const { status } = intent;
  return {
    ...memory,
    schedule: isNew ? { wait, answersBefore: memory.reads.answers - 1 } : memory.schedule,
    hadAction:
      status === 'requires_payment_method'
        ? memory.hadAction
        : status === 'requires_action' || status === 'processing',
  };
}
