import { useEffect, useState } from 'react';

/**
 * Whole seconds until a moment, by the wall clock: right after sleep, throttling and a change of
 * tab. Null before the first tick, so that a server and a browser draw the same.
 *
 * @param at milliseconds since 1970 by this device's clock; null for no moment.
 */
export function useSecondsLeft(at: number | null): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (at === null) return setLeft(null);
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      clearTimeout(timer);
      const remaining = Math.max(0, at - Date.now());
      setLeft(Math.ceil(remaining / 1000));
      // To the very change of the second, so that none is skipped.
      if (remaining > 0) timer = setTimeout(tick, remaining % 1000 || 1000);
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [at]);
  return left;
}
