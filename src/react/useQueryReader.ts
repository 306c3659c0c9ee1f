import { type QueryClient, QueryClientContext, QueryObserver } from '@tanstack/react-query';
import { useContext, useMemo } from 'react';
import { type CreateReader, sharedQuery } from '../checkout/index.ts';

/**
 * A reader on an app's own QueryClient: the payment shows in its devtools, and a `useQuery` of the
 * app's for the same payment shares request and cache.
 */
export const queryReader =
  (client: QueryClient): CreateReader =>
  (options) => {
    const query = {
      ...sharedQuery(options),
      // The poller has a clock of its own, which knows the wake-ups.
      refetchInterval: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      refetchOnMount: false,
      retry: false,
    } as const;
    const { queryKey } = query;
    const observer = new QueryObserver(client, query);
    return {
      getState() {
        const { state } = observer.getCurrentQuery();
        return {
          intent: state.data,
          answers: state.dataUpdateCount,
          errors: state.errorUpdateCount,
          error: state.error,
          isReading: state.fetchStatus !== 'idle',
          retries: state.fetchStatus === 'idle' ? 0 : state.fetchFailureCount,
          retryError: state.fetchFailureReason,
        };
      },
      subscribe(listener) {
        // After a long absence the cache has dropped the query; this finds or makes it again. What was
        // there when the last one left is held against the next answer, but is no answer itself.
        const { data } = observer.getCurrentQuery().state;
        const initial = data && { initialData: data, initialDataUpdatedAt: 0 };
        observer.setOptions({ ...query, ...initial });
        return observer.subscribe(listener);
      },
      read({ cancelRunning }) {
        void observer.refetch({ cancelRefetch: cancelRunning });
      },
      async setData(intent) {
        await client.cancelQueries({ queryKey });
        if (observer.hasListeners()) client.setQueryData(queryKey, intent);
      },
    };
  };

/** The way to read through the app's QueryClient; undefined where it has none. */
export function useQueryReader(ofProps: QueryClient | undefined): CreateReader | undefined {
  const found = useContext(QueryClientContext);
  const client = ofProps ?? found;
  return useMemo(() => client && queryReader(client), [client]);
}
