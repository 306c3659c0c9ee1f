import { type Gateway, GatewayError } from '../gateway/index.ts';
import type { PaymentIntent } from '../intent/index.ts';
import type { Device } from '../step/index.ts';
import { openPayment } from './openPayment.ts';
import { deviceTime } from './polling/clock.ts';
import { pollDelay, retryDelay } from './polling/pollDelay.ts';
import type { ReaderOptions } from './polling/reader.ts';
import { stateOf } from './state.ts';

/** Which PaymentIntent to read, and from where. */
export interface IntentQueryOptions {
  readonly gateway: Gateway;
  readonly clientSecret: string;
  /** The PaymentIntent as the merchant's server has just created it; read again at once. */
  readonly initialIntent?: PaymentIntent | undefined;
  readonly device?: Device | undefined;
}

/** Key, function and cache of a query. Its shape is react-query's, which need not be there. */
export interface SharedQuery {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<PaymentIntent>;
  readonly initialData?: PaymentIntent;
  readonly initialDataUpdatedAt?: number;
  readonly staleTime: number;
  readonly gcTime: number;
  readonly structuralSharing: boolean;
  readonly networkMode: 'always';
}

/** What a query has read so far. */
interface QueryState {
  readonly data: PaymentIntent | undefined;
  readonly dataUpdateCount: number;
  readonly error: Error | null;
}

/** Options for react-query's `useQuery`. */
export interface IntentQuery extends SharedQuery {
  readonly refetchOnWindowFocus: 'always';
  readonly refetchOnReconnect: 'always';
  readonly refetchInterval: (query: { readonly state: QueryState }) => number | false;
  readonly retry: (failures: number, error: Error) => boolean;
  readonly retryDelay: (failures: number, error: Error) => number;
}

/** The part of {@link intentQuery} that `<Checkout>` shares in an app with a QueryClient. */
export function sharedQuery({ payment, initialIntent }: ReaderOptions): SharedQuery {
  const { id, queryKey } = payment;
  return {
    queryKey,
    queryFn: ({ signal }) => payment.retrieve(signal),
    ...(initialIntent?.id === id && { initialData: initialIntent, initialDataUpdatedAt: 0 }),
    // Payments change elsewhere: what is cached is always old, and is dropped when nobody watches.
    staleTime: 0,
    gcTime: 0,
    structuralSharing: true,
    networkMode: 'always',
  };
}

/**
 * Options for react-query's `useQuery` (or any QueryObserver): key, function, polling, retries.
 * The key holds the PaymentIntent's id and a checksum, never the secret. Where `<Checkout>` and
 * `useCheckout` find the same QueryClient, all share one cache entry and one request.
 *
 * @example
 * ```ts
 * const gateway = createGateway({ gateway: 'stripe', publishableKey: 'pk_test_…' });
 * const { data: intent } = useQuery(intentQuery({ gateway, clientSecret }));
 * ```
 */
export function intentQuery(options: IntentQueryOptions): IntentQuery {
  const { gateway, clientSecret, initialIntent, device } = options;
  const payment = openPayment(gateway, clientSecret);
  const seed = payment.id;
  return {
    ...sharedQuery({ payment, initialIntent }),
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
    refetchInterval: ({ state: query }) => {
      const error = query.error instanceof GatewayError ? query.error : null;
      const { data: intent, dataUpdateCount: reads } = query;
      const time = deviceTime(Date.now());
      const failures = error ? 1 : 0;
      const answer = { intent, confirmed: reads > 0, answered: null, error, failures };
      const state = stateOf({ ...answer, acted: false, device }, time);
      const pace = {
        state,
        reads,
        failures,
        error,
        elapsed: 0,
        pause: 0,
        hiddenFor: null,
        hasUpdates: false,
      };
      return pollDelay({ ...pace, seed, time }) ?? false;
    },
    retry: (_, error) => !(error instanceof GatewayError) || error.transient,
    retryDelay: (failures, error) =>
      retryDelay(error instanceof GatewayError ? error : null, failures + 1, seed, Date.now()),
  };
}
