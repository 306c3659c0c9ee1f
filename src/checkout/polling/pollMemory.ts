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
  /** Whether somebody subscribes. */
  readonly isActive: boolean;
  /** The reader's state as it was taken in last, and when the read under way began. */
  readonly reads: ReadState;
  readonly startedAt: number;
  /** When the last read ended, how many failed in a row, the last error, and the pause that it asks for. */
  readonly endedAt: number;
  readonly failures: number;
  readonly error: GatewayError | null;
  readonly pause: number;
  /** What the answers say of the gateway's time, and what it was at the last of them. */
  readonly clock: GatewayClock;
  readonly answered: GatewayTime | null;
  /** What is waited for, and the answers that came before that wait, or before its last refetch. */
  readonly waitingFor: string;
  readonly answersBefore: number;
  /** Whether the customer was at a step already. */
  readonly hadAction: boolean;
  /** The last answer: the reader may drop it (React's Activity, an app that clears its cache). */
  readonly lastIntent: PaymentIntent | undefined;
  /** Whether a refetch has yet to begin, and when the last one did. */
  readonly isRefetchQueued: boolean;
  readonly refetchedAt: number;
  /** Reads that were aborted for a newer one since the last that ended. */
  readonly aborted: number;
  readonly hiddenAt: number | null;
  readonly hasUpdates: boolean;
}

export function newMemory(id: string, device: Device, moment: Moment): PollMemory {
  const memory: Omit<PollMemory, 'state'> = {
    id,
    device,
    isActive: false,
    reads: moment.reads,
    startedAt: 0,
    endedAt: 0,
    failures: 0,
    error: null,
    pause: 0,
    clock: NEW_CLOCK,
    answered: null,
    waitingFor: '',
    answersBefore: 0,
    hadAction: false,
    lastIntent: undefined,
    isRefetchQueued: false,
    refetchedAt: Number.NEGATIVE_INFINITY,
    aborted: 0,
    hiddenAt: null,
    hasUpdates: false,
  };
  return { ...memory, state: deriveState(memory, gatewayTime(NEW_CLOCK, moment)) };
}

/** The state that the memory means at a time; whether polling has paused is the plan's to add. */
export function deriveState(memory: Omit<PollMemory, 'state'>, time: GatewayTime): CheckoutState {
  const { reads, lastIntent, answered, error, failures, hadAction: acted, device } = memory;
  const isAnswered = reads.answers > 0;
  const intent = isAnswered ? reads.intent : (lastIntent ?? reads.intent);
  const confirmed = isAnswered || lastIntent !== undefined;
  return stateOf({ intent, confirmed, answered, error, failures, acted, device }, time);
}

/** Takes in what the reader has done since the last event. */
export function applyReads(memory: PollMemory, moment: Moment): PollMemory {
  const { reads } = moment;
  const { reads: before, failures } = memory;
  const { answers, errors, isReading, retries = 0 } = reads;
  let next: PollMemory = { ...memory, reads };
  if (isReading && !before.isReading) next = { ...next, startedAt: moment.monotonic };
  if (errors > before.errors) {
    next = endRead(next, failures + errors - before.errors, reads.error, moment);
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
  const error = reason instanceof GatewayError ? reason : new GatewayError('network');
  return {
    ...memory,
    endedAt: monotonic,
    failures,
    error,
    pause: pauseAfter(error, date),
    aborted: 0,
  };
}

function applyAnswer(memory: PollMemory, intent: PaymentIntent, moment: Moment): PollMemory {
  const clock = adjustSkew(recordTime(memory.clock, intent, moment), moment);
  const answered = gatewayTime(clock, moment);
  return applyWait({ ...memory, ...afterGoodRead(moment), clock, answered }, intent, moment);
}

/** Nothing has failed: a read has just ended well, or none counts any more. */
export function afterGoodRead({ monotonic }: Moment) {
  return { endedAt: monotonic, failures: 0, error: null, pause: 0, aborted: 0 } as const;
}

/** An answer that changes what is waited for starts that wait's schedule anew. */
export function applyWait(memory: PollMemory, intent: PaymentIntent, moment: Moment): PollMemory {
  const state = deriveState(memory, gatewayTime(memory.clock, moment));
  const waitingFor = `${waitOf(state)} ${intent.nextAction?.type}`;
  const isNew = waitingFor !== memory.waitingFor;
  const { status } = intent;
  const isBefore = status === 'requires_payment_method';
  return {
    ...memory,
    lastIntent: intent,
    waitingFor,
    answersBefore: isNew ? memory.reads.answers - 1 : memory.answersBefore,
    hadAction: isBefore
      ? memory.hadAction
      : status === 'requires_action' || status === 'processing',
  };
}
