import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { yieldToOuterCheckout } from '#yieldToOuterCheckout';
import {
  type CheckoutOptions,
  type CheckoutState,
  type CreateReader,
  createPoller,
  createReporter,
  isInOwnWindow,
  openPayment,
  type Payment,
  type Poller,
  pollerOptions,
} from '../checkout/index.ts';
import type { ReadableGateway } from '../gateway/gatewayReader.ts';
import type { GatewaySource } from '../gateway/index.ts';
import { useLatest } from './useLatest.ts';

/** Those of `createCheckout`, of which the client secret may come later. */
export interface UsePollerOptions
  extends Omit<CheckoutOptions, 'clientSecret' | keyof GatewaySource> {
  readonly gateway: ReadableGateway;
  /** Nothing is read while it is missing, so that it may arrive later. */
  readonly clientSecret: string | null | undefined;
}

export interface PolledPayment {
  readonly state: CheckoutState;
  readonly poller: Poller;
  /** Null while the client secret is missing, or another checkout shows this payment. */
  readonly payment: Payment | null;
  /** Reads the PaymentIntent at once; settles when the answer is in the state. */
  readonly refetch: () => Promise<void>;
}

export const LOADING: CheckoutState = { phase: 'loading', connection: 'live', error: null };

/** Stands in a poller's place where nothing can be read. */
export const idlePoller = (state: CheckoutState): Poller => ({
  getState: () => state,
  subscribe: () => () => {},
  refetch: () => Promise.resolve(),
  reserveAnswer: () => () => Promise.resolve(),
});

const NOTHING = idlePoller(LOADING);

/**
 * A payment that lives and dies with a component, and its state.
 * @param createReader instead of the page's own reader.
 * @param getMarkup what a server draws of a state, not knowing the device; where servers draw at all.
 */
export function usePoller(
  options: UsePollerOptions,
  createReader?: CreateReader,
  getMarkup = (state: CheckoutState) => state,
): PolledPayment {
  const latest = useLatest(options);
  const isMounted = useRef(false);
  const { updatesUrl } = options;
  const { name, baseUrl, publishableKey, account } = options.gateway;
  const clientSecret = useUnclaimedSecret(options.clientSecret, latest);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a gateway made anew in each render is the same gateway, as long as these are the same
  const payment = useMemo(
    () =>
      clientSecret
        ? openPayment(options.gateway, clientSecret, () => latest.current.gateway)
        : null,
    [clientSecret, name, baseUrl, publishableKey, account],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest counts at a payment's begin only
  const poller = useMemo(
    () => (payment ? createPoller({ ...pollerOptions(options, payment), createReader }) : NOTHING),
    [payment, updatesUrl, createReader],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another payment has its own outcome
  const report = useMemo(
    () => createReporter(() => (isMounted.current ? latest.current : {})),
    [clientSecret, name, baseUrl],
  );

  const state = useSyncExternalStore(poller.subscribe, poller.getState, () =>
    options.device ? poller.getState() : getMarkup(poller.getState()),
  );
  useEffect(() => {
    isMounted.current = true;
    report(poller.getState());
    const stop = poller.subscribe(() => report(poller.getState()));
    return () => {
      isMounted.current = false;
      stop();
    };
  }, [poller, report]);

  const refetch = useCallback(() => poller.refetch('user'), [poller]);
  return { state, poller, payment, refetch };
}

/**
 * The client secret; but null in a frame or pop-up in which another checkout waits for that payment,
 * and as long as it is not known whether one does.
 */
function useUnclaimedSecret(
  clientSecret: string | null | undefined,
  latest: { readonly current: UsePollerOptions },
): string | null | undefined {
  const [ours, setOurs] = useState<string | null>();
  const isInPaystepWindow = isInOwnWindow();
  useEffect(() => {
    if (!clientSecret || !isInPaystepWindow) return;
    yieldToOuterCheckout(latest.current.gateway.intentId(clientSecret)).then(
      (gives) => gives || setOurs(clientSecret),
    );
  }, [isInPaystepWindow, clientSecret, latest]);
  return isInPaystepWindow && ours !== clientSecret ? null : clientSecret;
}
