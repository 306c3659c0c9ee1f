import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { giveWay } from '#giveWay';
import {
  type CheckoutOptions,
  type CheckoutState,
  type CreateReader,
  createReporter,
  createWatch,
  isInOwnWindow,
  openPayment,
  type Payment,
  type Watch,
  watchOptions,
} from '../checkout/index.ts';
import type { ReadableGateway } from '../gateway/connection.ts';
import type { GatewaySource } from '../gateway/index.ts';
import { intentIdOf } from '../intent/index.ts';
import { useLatest } from './useLatest.ts';

/** Those of `createCheckout`, of which the client secret may come later. */
export interface UseWatchOptions
  extends Omit<CheckoutOptions, 'clientSecret' | keyof GatewaySource> {
  readonly gateway: ReadableGateway;
  /** Nothing is read while it is missing, so that it may arrive later. */
  readonly clientSecret: string | null | undefined;
}

export interface Watched {
  readonly state: CheckoutState;
  readonly watch: Watch;
  /** Null while the client secret is missing, or another checkout shows this payment. */
  readonly payment: Payment | null;
  /** Reads the PaymentIntent at once; settles when the answer is in the state. */
  readonly refetch: () => Promise<void>;
}

export const LOADING: CheckoutState = { phase: 'loading', connection: 'live', error: null };

const NOTHING: Watch = {
  getState: () => LOADING,
  subscribe: () => () => {},
  wake: () => Promise.resolve(),
  expect: () => () => Promise.resolve(),
};

/**
 * A payment that lives and dies with a component, and its state.
 * @param createReader instead of the page's own reader.
 * @param getMarkup what a server draws of a state, not knowing the device; where servers draw at all.
 */
export function useWatch(
  options: UseWatchOptions,
  createReader?: CreateReader,
  getMarkup = (state: CheckoutState) => state,
): Watched {
  const latest = useLatest(options);
  const isMounted = useRef(false);
  const { updatesUrl } = options;
  const { name, baseUrl, publishableKey } = options.gateway;
  const clientSecret = useOurs(options.clientSecret);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a gateway made anew in each render is the same gateway, as long as these are the same
  const payment = useMemo(
    () =>
      clientSecret
        ? openPayment(options.gateway, clientSecret, () => latest.current.gateway)
        : null,
    [clientSecret, name, baseUrl, publishableKey],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest counts at a payment's begin only
  const watch = useMemo(
    () => (payment ? createWatch({ ...watchOptions(options, payment), createReader }) : NOTHING),
    [payment, updatesUrl, createReader],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another payment has its own outcome
  const report = useMemo(
    () => createReporter(() => (isMounted.current ? latest.current : {})),
    [clientSecret, name, baseUrl],
  );

  const state = useSyncExternalStore(watch.subscribe, watch.getState, () =>
    options.device ? watch.getState() : getMarkup(watch.getState()),
  );
  useEffect(() => {
    isMounted.current = true;
    report(watch.getState());
    const stop = watch.subscribe(() => report(watch.getState()));
    return () => {
      isMounted.current = false;
      stop();
    };
  }, [watch, report]);

  const refetch = useCallback(() => watch.wake('tap'), [watch]);
  return { state, watch, payment, refetch };
}

/**
 * The client secret; but null in a frame or pop-up in which another checkout waits for that payment,
 * and as long as it is not known whether one does.
 */
function useOurs(clientSecret: string | null | undefined): string | null | undefined {
  const [ours, setOurs] = useState<string | null>();
  const mayBeWaitedFor = isInOwnWindow();
  useEffect(() => {
    if (!clientSecret || !mayBeWaitedFor) return;
    giveWay(intentIdOf(clientSecret)).then((gives) => gives || setOurs(clientSecret));
  }, [mayBeWaitedFor, clientSecret]);
  return mayBeWaitedFor && ours !== clientSecret ? null : clientSecret;
}
