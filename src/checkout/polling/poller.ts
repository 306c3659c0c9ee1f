import type { PaymentIntent } from '../../intent/index.ts';
import type { Device } from '../../step/index.ts';
import type { Payment } from '../openPayment.ts';
import { callAndReportError } from '../report.ts';
import { type CheckoutState, isSettled } from '../state.ts';
import { monotonic } from './clock.ts';
import { type Moment, newMemory } from './pollMemory.ts';
import { isIdle, type PollCommand, type PollEvent, pollReducer } from './pollReducer.ts';
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

/** What `pollReducer` decides, done: this has the timer, the reader, the triggers and the subscribers. */
export function createPoller(options: PollerOptions): Poller {
  const { triggers, updatesUrl } = options;
  const reader = (options.createReader ?? createReader)(options);
  const listeners = new Set<() => void>();
  let memory = newMemory(options.payment.id, options.device, moment());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let updates: UpdateStream | null = null;
  let stopReading = () => {};
  let stopTriggers = () => {};
  /** Of the refetches that have yet to bring what they can. */
  const settlers: (() => void)[] = [];
  /** Events that have yet to be handled: one may bring about another. */
  const queue: PollEvent[] = [];
  let isBusy = false;

  function moment(): Moment {
    return { monotonic: monotonic(), date: Date.now(), reads: reader.getState() };
  }

  function dispatch(event: PollEvent) {
    queue.push(event);
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = queue.shift(); next; next = queue.shift()) handle(next);
    } finally {
      isBusy = false;
    }
  }

  function handle(event: PollEvent) {
    clearTimeout(timer);
    const step = pollReducer(memory, event, moment());
    memory = step.memory;
    for (const command of step.commands) run(command);
    if (isIdle(memory)) callAll(settlers.splice(0));
  }

  function run(command: PollCommand) {
    switch (command.type) {
      case 'read':
        return reader.read(command);
      case 'wait':
        timer = setTimeout(() => dispatch(command.event), command.ms);
        return;
      case 'stopListening':
        return stopListening();
      case 'notify':
        return callAll([...listeners]);
    }
  }

  function start() {
    stopReading = reader.subscribe(() => dispatch({ type: 'reader' }));
    dispatch({ type: 'start', isHidden: triggers.hidden() });
    // After the first read is on its way: a customer waits for that.
    if (!isSettled(memory.state)) startListening();
  }

  function startListening() {
    stopTriggers = triggers.listen(refetch, () => dispatch({ type: 'hide' }));
    if (!updatesUrl) return;
    updates = openUpdates(
      updatesUrl,
      options.payment.id,
      () => refetch('update'),
      (isOpen) => dispatch({ type: 'stream', isOpen }),
    );
  }

  function stopListening() {
    stopTriggers();
    stopTriggers = () => {};
    updates?.close();
    updates = null;
  }

  function stop() {
    // What a subscriber has asked for before it left is no more to be done.
    queue.length = 0;
    stopListening();
    stopReading();
    dispatch({ type: 'stop' });
  }

  function refetch(reason: RefetchReason, about?: string | null) {
    const settled = new Promise<void>((resolve) => settlers.push(resolve));
    dispatch({ type: 'refetch', reason, about, isHidden: triggers.hidden() });
    return settled;
  }

  return {
    getState: () => memory.state,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) start();
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) stop();
      };
    },
    refetch,
    reserveAnswer() {
      const { answers } = reader.getState();
      return async (intent) => {
        // Without subscribers here, the shared cache belongs to other readers of the payment.
        if (!memory.isActive) return;
        // A read that has answered meanwhile may be newer than this answer.
        return reader.getState().answers === answers ? reader.setData(intent) : refetch('user');
      };
    },
  };
}

function callAll(functions: readonly (() => void)[]): void {
  for (const each of functions) callAndReportError(each);
}
