import { useMemo } from 'react';

/**
 * The same object for as long as each of its values is the same: for a context, whose consumers
 * render with each new object. Its names have to be the same in each render.
 */
export function useStable<T extends object>(value: T): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values are what the object is
  return useMemo(() => value, Object.values(value));
}
