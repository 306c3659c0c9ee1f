import { useCallback, useEffect, useRef } from 'react';

/**
 * Gives the signal that is aborted when the component goes, or when what it works for changes; none
 * before it has come.
 */
export function useUnmountSignal(subject?: unknown): () => AbortSignal | undefined {
  const controller = useRef<AbortController>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject has another signal
  useEffect(() => {
    const current = new AbortController();
    controller.current = current;
    return () => current.abort();
  }, [subject]);
  return useCallback(() => controller.current?.signal, []);
}
