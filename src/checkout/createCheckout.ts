import { type ConfirmParams, tell } from '../gateway/index.ts';
import type { Device } from '../step/index.ts';
import { type ConfirmResult, confirmOnce } from './confirm/confirmOnce.ts';
import { currentDevice } from './currentDevice.ts';
import { othersIn, tellFaults } from './faults.ts';
import { parseInitialIntent } from './initialIntent.ts';
import { browserWakeUps, type WakeUps } from './polling/wakeUps.ts';
import { createWatch, type WatchOptions } from './polling/watch.ts';
import { type CheckoutCallbacks, createReporter, safely } from './report.ts';
import type { CheckoutState } from './state.ts';

export interface CheckoutOptions
  extends Pick<WatchOptions, 'gateway' | 'clientSecret' | 'updatesUrl'>,
    CheckoutCallbacks {
  /** The gateway's JSON of a PaymentIntent just created, for a first paint without a request. */
  readonly initialIntent?: unknown;
  /** Instead of the device that the browser tells of. */
  readonly device?: Device | undefined;
  /** Instead of the browser's own events. */
  readonly wakeUps?: WakeUps | undefined;
}

/** All of them; whoever has no types may have misspelt one. */
export const CHECKOUT_OPTIONS = {
  gateway: 0,
  clientSecret: 0,
  updatesUrl: 0,
  initialIntent: 0,
  device: 0,
  wakeUps: 0,
  onChange: 0,
  onSuccess: 0,
  onFailure: 0,
  onError: 0,
  onRetry: 0,
  onSdkAction: 0,
} satisfies Record<keyof CheckoutOptions, 0>;

/** One payment, watched from now until it is settled or {@link Checkout.destroy} is called. */
export interface Checkout {
  /** The state as it is now; the same object until it changes. */
  readonly getState: () => CheckoutState;
  /** Calls back after each change; returns the way to stop that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the PaymentIntent at once. */
  readonly refetch: () => void;
  /**
   * Confirms the PaymentIntent, with the parameters under the API's own names. Once, whatever happens:
   * a second call while one is under way shares its end, and nothing is repeated before it was read.
   * @throws {TypeError} before the PaymentIntent was read, and after {@link destroy}.
   */
  readonly confirm: (params: ConfirmParams) => Promise<ConfirmResult>;
  /**
   * Ends every request, timer and listener; nothing is called back after it. A confirm that is on its
   * way cannot be called back: whether it takes effect is seen by whoever reads the payment next.
   */
  readonly destroy: () => void;
}

/** Watches a payment without any view: the core that the React components are built on. */
export function createCheckout(options: CheckoutOptions): Checkout {
  const ended = new AbortController();
  const { signal } = ended;
  tellOfOptions(options);
  const watch = createWatch(watchOptions(options));
  const report = createReporter(() => (signal.aborted ? {} : options));
  const listeners = new Set<() => void>();
  const stop = watch.subscribe(() => {
    const { error } = watch.getState();
    // What reading again will not mend; a lost connection the gateway's client tells of.
    if (error && !error.transient) tell(error.message);
    report(watch.getState());
    for (const listener of [...listeners]) safely(listener);
  });
  // What is known already is told when the caller has the checkout in hand.
  queueMicrotask(() => report(watch.getState()));
  return {
    getState: watch.getState,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refetch: () => watch.wake('tap'),
    async confirm(params) {
      if (signal.aborted) throw new TypeError('Paystep: confirm() was called after destroy().');
      return confirmOnce({ ...options, params, watch, signal });
    },
    destroy() {
      ended.abort();
      listeners.clear();
      stop();
    },
  };
}

function tellOfOptions(options: CheckoutOptions): void {
  const names = Object.keys(CHECKOUT_OPTIONS);
  const { gateway } = options;
  const others = othersIn(options, names);
  tellFaults({
    isElement: false,
    gateway,
    names,
    options: { ...options },
    others,
    isWaiting: false,
  });
}

/** Fills in what the browser knows. */
export function watchOptions(options: CheckoutOptions): WatchOptions {
  return {
    ...options,
    initialIntent: parseInitialIntent(options.initialIntent),
    device: options.device ?? currentDevice(),
    wakeUps: options.wakeUps ?? browserWakeUps(),
  };
}
