import {
  type ConfirmParams,
  type Gateway,
  type GatewaySource,
  resolveGateway,
  warnOnce,
} from '../gateway/index.ts';
import type { Device } from '../step/index.ts';
import { unknownNamesIn } from './checkOptions.ts';
import { usableOptions, warnOfCheckoutOptions } from './checkTypes.ts';
import { type ConfirmResult, confirmOnce } from './confirm/confirmOnce.ts';
import { currentDevice } from './currentDevice.ts';
import { parseInitialIntent } from './initialIntent.ts';
import { openPayment, type Payment } from './openPayment.ts';
import { createPoller, type PollerOptions } from './polling/poller.ts';
import { browserTriggers, type RefetchTriggers } from './polling/triggers.ts';
import { type CheckoutCallbacks, callAndReportError, createReporter } from './report.ts';
import type { CheckoutState } from './state.ts';

/** Options of {@link createCheckout}: the gateway, the payment, and the callbacks. */
export interface CheckoutOptions extends GatewaySource, CheckoutCallbacks {
  /**
   * `pi_…_secret_…` or `seti_…_secret_…`, as the merchant's server got it with the PaymentIntent or the
   * SetupIntent.
   */
  readonly clientSecret: string;
  /**
   * The URL of a Server-Sent Events stream (`text/event-stream`): any message of it means "read now".
   * Their text is not read. While the stream is open, reads are a safety net, 15 s apart at least.
   */
  readonly updatesUrl?: string | undefined;
  /** The gateway's JSON of a PaymentIntent just created, for a first paint without a request. */
  readonly initialIntent?: unknown;
  /** Instead of `readDevice(navigator)`. */
  readonly device?: Device | undefined;
}

/** The names of all options, to find misspelt ones. */
export const CHECKOUT_OPTIONS = {
  gateway: 0,
  publishableKey: 0,
  account: 0,
  apiBase: 0,
  fetch: 0,
  retrieve: 0,
  confirm: 0,
  clientSecret: 0,
  updatesUrl: 0,
  initialIntent: 0,
  device: 0,
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
  /**
   * Reads the PaymentIntent at once, but once a second at most, and not while the gateway has asked to
   * be left alone. Settles when the answer, or its lack, is in the state; never rejects.
   */
  readonly refetch: () => Promise<void>;
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

/**
 * Watches a payment without any view: the core that the React components are built on. It needs no DOM.
 *
 * @throws {TypeError} on a misuse: an unknown gateway, or a key that is not a publishable one.
 *
 * @example
 * ```ts
 * const checkout = createCheckout({
 *   gateway: 'stripe',
 *   publishableKey: 'pk_test_…',
 *   clientSecret: 'pi_…_secret_…',
 *   onSuccess: ({ intent }) => console.log('paid', intent.id),
 * });
 * const unsubscribe = checkout.subscribe(() => console.log(checkout.getState().phase));
 * // Later:
 * unsubscribe();
 * checkout.destroy();
 * ```
 */
export function createCheckout(options: CheckoutOptions): Checkout {
  return createCheckoutWithTriggers(options, browserTriggers());
}

/** @param triggers the outside world, which the tests play. */
export function createCheckoutWithTriggers(
  given: CheckoutOptions,
  triggers: RefetchTriggers,
): Checkout {
  const options = usableOptions(given);
  const ended = new AbortController();
  const { signal } = ended;
  const gateway = resolveGateway(options);
  const payment = openPayment(gateway, options.clientSecret);
  checkOptions({ ...given, gateway });
  const poller = createPoller({ ...pollerOptions(options, payment), triggers });
  const report = createReporter(() => (signal.aborted ? {} : options));
  const listeners = new Set<() => void>();
  const stop = poller.subscribe(() => {
    const { error } = poller.getState();
    // A lasting error, or a program's. The gateway's client warns of a lost connection itself.
    if (error && (!error.transient || error.kind === 'malformed')) warnOnce(error.message);
    report(poller.getState());
    for (const listener of [...listeners]) callAndReportError(listener);
  });
  // The first state is reported once the caller has the checkout.
  queueMicrotask(() => report(poller.getState()));
  return {
    getState: poller.getState,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refetch: () => poller.refetch('user'),
    async confirm(params) {
      if (signal.aborted) throw new TypeError('Paystep: confirm() was called after destroy().');
      return confirmOnce({ payment, params, poller, signal });
    },
    destroy() {
      ended.abort();
      listeners.clear();
      stop();
    },
  };
}

function checkOptions(options: CheckoutOptions & { readonly gateway: Gateway }): void {
  const names = Object.keys(CHECKOUT_OPTIONS);
  const { gateway } = options;
  const unknownNames = unknownNamesIn(options, names);
  warnOfCheckoutOptions({
    isElement: false,
    gateway,
    names,
    options: { ...options },
    unknownNames,
    isWaiting: false,
  });
}

/** Fills in what the browser knows. */
export function pollerOptions(
  {
    initialIntent,
    device,
    updatesUrl,
  }: Pick<CheckoutOptions, 'initialIntent' | 'device' | 'updatesUrl'>,
  payment: Payment,
): PollerOptions {
  return {
    payment,
    initialIntent: parseInitialIntent(initialIntent, payment),
    device: device ?? currentDevice(),
    updatesUrl,
    triggers: browserTriggers(),
  };
}
