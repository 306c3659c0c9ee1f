import { useCallback, useEffect, useRef } from 'react';

/** Gives the signal that is aborted when the component goes; none before it has come. */
export function useEnded(): () => AbortSignal | undefined {
  const ended = useRef<AbortController>(null);
  useEffect(() => {
    ended.current = new AbortController();
    return () => ended.current?.abort();
  }, []);
  return useCallback(() => ended.current?.signal, []);
}
