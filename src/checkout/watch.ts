import { QueryClient, QueryObserver } from '@tanstack/query-core';
import { type Gateway, GatewayError } from '../gateway/index.ts';
import { intentIdOf, type PaymentIntent } from '../intent/index.ts';
import type { Device } from '../step/index.ts';
import { type HintStream, openHints } from './hints.ts';
import { nextRead, untilExpiry, waitOf } from './pace.ts';
import { isOutcome } from './phase.ts';
import { sharedQuery } from './query.ts';
import { type CheckoutState, stateOf } from './state.ts';
import type { WakeReason, WakeUps } from './wakeUps.ts';

export interface WatchOptions {
  readonly gateway: Gateway;
  readonly clientSecret: string;
  readonly initialIntent?: PaymentIntent | undefined;
  readonly device: Device;
  readonly hints?: string | undefined;
  readonly queryClient?: QueryClient | undefined;
  readonly wakeUps: WakeUps;
}

/** A store of one payment's state. It watches the gateway while it has subscribers. */
export interface Watch {
  readonly getState: () => CheckoutState;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Reads at once, save while the gateway has asked to be left alone.
   * @param about the PaymentIntent's id, where the reason names one; another's is not ours.
   * @returns settles when the answer, or its lack, is in the state; never rejects.
   */
  readonly wake: (reason: WakeReason, about?: string | null) => Promise<void>;
  /**
   * To be called when something else is asked of the gateway whose answer is the PaymentIntent too.
   * @returns takes that answer in; where a read has answered meanwhile, which may be newer, it reads.
   */
  readonly expect: () => (intent: PaymentIntent) => Promise<void>;
}

/** A read younger than this is not given up for another; it will answer as fast. */
const YOUNG_MS = 1_000;
/** setTimeout counts in 31 bits. */
const LONGEST_MS = 2 ** 31 - 1;

/** Reasons that tell of something which a read already under way may have missed. */
const NEWS: ReadonlySet<WakeReason> = new Set<WakeReason>(['return', 'hint', 'tap']);

let shared: QueryClient | undefined;

/** Widgets on one page share a client, so that two for one payment make one request. */
function sharedClient(): QueryClient {
  shared ??= new QueryClient();
  return shared;
}

export function createWatch(options: WatchOptions): Watch {
  const { device, wakeUps } = options;
  const seed = intentIdOf(options.clientSecret) ?? '';
  const observed = {
    ...sharedQuery(options),
    // The watch has a clock of its own, which also runs outside a browser and knows the wake-ups.
    refetchInterval: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchOnMount: 'always',
    retry: false,
  } as const;
  const client = options.queryClient ?? sharedClient();
  const observer = new QueryObserver(client, observed);
  const query = () => observer.getCurrentQuery().state;
  const listeners = new Set<() => void>();

  let undo: (() => void)[] = [];
  /** Ends the listening to the outside, which a settled payment no longer needs. */
  let deafen: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let veil: ReturnType<typeof setTimeout> | undefined;
  let hints: HintStream | null = null;
  let hiddenAt: number | null = null;

  /** Reads that failed in a row, and the last of their errors. */
  let failures = 0;
  let error: GatewayError | null = null;
  /** The query's own counts, as far as they have been taken in. */
  let counted = { answers: 0, errors: 0 };
  /** What is waited for, and the count of answers when that wait (or its last wake-up) began. */
  let wait = '';
  let since = 0;
  let acted = false;
  let startedAt = 0;
  let again = false;
  /** The last answer before nobody watched any more: the cache may drop it (React's Activity). */
  let kept: { intent: PaymentIntent; confirmed: true; answeredAt: number } | null = null;
  /** Those who have asked for a read and wait for its end. */
  let asking: (() => void)[] = [];
  let state = derive();

  function derive(): CheckoutState {
    const { data: intent, dataUpdateCount, dataUpdatedAt: answeredAt } = query();
    const confirmed = dataUpdateCount > 0;
    const answer = (!confirmed && kept) || { intent, confirmed, answeredAt };
    return stateOf({ ...answer, error, failures, acted, device }, Date.now());
  }

  /** Called on every change of the query: take in, plan the next read, tell the subscribers. */
  function update() {
    takeIn();
    const next = derive();
    const gap = schedule(next);
    const isPaused = gap === null && !isOutcome(next.phase) && query().fetchStatus === 'idle';
    if (isOver(next)) stopListening();
    publish(isPaused ? { ...next, connection: 'paused' } : next);
    if (query().fetchStatus !== 'fetching') answerAll();
  }

  function answerAll() {
    const all = asking;
    asking = [];
    for (const answer of all) answer();
  }

  function takeIn() {
    const { data, dataUpdateCount: answers, errorUpdateCount: errors, ...now } = query();
    if (errors > counted.errors) {
      failures += errors - counted.errors;
      error = gatewayError(now.error);
    } else if (now.fetchStatus === 'fetching' && now.fetchFailureCount > 0) {
      // Another reader of the same query (the merchant's own) tries again within its read.
      failures = now.fetchFailureCount;
      error = gatewayError(now.fetchFailureReason);
    }
    if (answers > counted.answers) {
      failures = 0;
      error = null;
    }
    if (data && answers > counted.answers) begin(data, answers);
    counted = { answers, errors };
  }

  /** Where an answer changes what is waited for, its rhythm starts anew. */
  function begin(intent: PaymentIntent, answers: number) {
    const now = `${waitOf(derive())} ${intent.nextAction?.type}`;
    if (now !== wait) since = answers - 1;
    wait = now;
    if (intent.status !== 'requires_payment_method') {
      acted = intent.status === 'requires_action' || intent.status === 'processing';
    }
  }

  function rest() {
    clearTimeout(timer);
    clearTimeout(veil);
  }

  function schedule(next: CheckoutState): number | null {
    rest();
    if (undo.length === 0) return null;
    const now = Date.now();
    const end = untilExpiry(next, now);
    // While reads fail, the end of a code does not wait for the next of them.
    if (failures > 0 && end <= LONGEST_MS) veil = setTimeout(update, end);
    if (query().fetchStatus !== 'idle') return null;
    if (again && !isOver(next)) {
      again = false;
      read(false);
      return 0;
    }
    const gap = nextRead({
      state: next,
      reads: query().dataUpdateCount - since,
      failures,
      hiddenFor: hiddenAt === null ? null : now - hiddenAt,
      hinted: hints?.live() ?? false,
      seed,
      now,
    });
    if (gap === null) {
      // Patience has ended, but not the code: it is looked at once more at its very end.
      const isRefused = error && !error.transient;
      if (!isRefused && end <= LONGEST_MS) timer = setTimeout(() => read(false), end);
      return null;
    }
    // From the last answer on, so that whatever plans anew (a stream that flaps) delays nothing.
    const passed = now - Math.max(query().dataUpdatedAt, query().errorUpdatedAt);
    timer = setTimeout(() => read(false), Math.min(Math.max(0, gap - passed), LONGEST_MS));
    return gap;
  }

  function publish(next: CheckoutState) {
    if (looksAlike(state, next)) return;
    state = next;
    for (const listener of [...listeners]) listener();
  }

  function read(cancelRefetch: boolean) {
    startedAt = Date.now();
    void observer.refetch({ cancelRefetch });
  }

  async function wake(reason: WakeReason, about?: string | null) {
    if (undo.length === 0 || isOver(state) || (about && about !== seed)) return;
    if (!wakeUps.hidden()) hiddenAt = null;
    if ((error?.retryAt ?? 0) > Date.now()) return;
    const answered = new Promise<void>((resolve) => asking.push(resolve));
    // The quick part of the rhythm, without the first pause that a fresh code has.
    since = query().dataUpdateCount - 1;
    if (query().fetchStatus === 'idle') read(false);
    else if (query().data && Date.now() - startedAt >= YOUNG_MS) read(true);
    else again ||= NEWS.has(reason);
    return answered;
  }

  function expect() {
    const { dataUpdateCount: before } = query();
    return async (intent: PaymentIntent) => {
      // Nobody looks at it here any more, and what others read of the same payment is theirs.
      if (undo.length === 0) return;
      if (query().dataUpdateCount !== before) return wake('tap');
      const { queryKey } = observed;
      // A read on its way may have begun before what this answer tells of.
      await client.cancelQueries({ queryKey });
      if (undo.length > 0) client.setQueryData(queryKey, intent);
    };
  }

  function hide() {
    hiddenAt ??= Date.now();
    update();
  }

  function start() {
    // After a long absence the cache has dropped the query; this finds or makes it again, with what was
    // there in it, so that what has not changed stays the same object.
    const initial = kept && { initialData: kept.intent, initialDataUpdatedAt: 0 };
    observer.setOptions({ ...observed, ...initial });
    const { data, dataUpdateCount: answers, errorUpdateCount: errors } = query();
    counted = { answers, errors };
    if (data && answers > 0) begin(data, answers);
    hiddenAt = wakeUps.hidden() ? Date.now() : null;
    startedAt = Date.now();
    undo = [observer.subscribe(update), rest];
    deafen = [wakeUps.listen(wake, hide)];
    if (options.hints) {
      hints = openHints(options.hints, () => wake('hint'), update);
      deafen.push(() => hints?.close());
    }
  }

  function stopListening() {
    for (const stop of deafen) stop();
    deafen = [];
    hints = null;
  }

  function end() {
    stopListening();
    const { data: intent, dataUpdateCount, dataUpdatedAt: answeredAt } = query();
    if (intent && dataUpdateCount > 0) kept = { intent, confirmed: true, answeredAt };
    for (const stop of undo) stop();
    undo = [];
    again = false;
    answerAll();
    failures = 0;
    error = null;
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
    wake,
    expect,
  };
}

function gatewayError(error: unknown): GatewayError {
  return error instanceof GatewayError ? error : new GatewayError('network');
}

/** Nothing that a gateway could still say would change what the customer sees. */
function isOver({ phase }: CheckoutState): boolean {
  return isOutcome(phase) && phase !== 'failed';
}

/** No view could tell the two apart. Structural sharing keeps an unchanged intent the same object. */
function looksAlike(a: CheckoutState, b: CheckoutState): boolean {
  const features = (state: CheckoutState) => [
    state.phase,
    state.connection,
    state.error?.kind,
    'intent' in state ? state.intent : null,
    state.phase === 'action' && state.expired,
  ];
  const other = features(b);
  return features(a).every((feature, i) => feature === other[i]);
}
