import { useEffect, useRef } from 'react';

/** The value of the latest render, for what runs later: a handler, a timer, an effect. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
