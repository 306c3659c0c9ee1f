import { useEffect } from 'react';
import { unknownNamesIn } from '../checkout/checkOptions.ts';
import type { CheckoutState } from '../checkout/index.ts';
import { type OptionCheckInput, SECRET_WAIT_MS } from '../checkout/optionCheckInput.ts';
import { warnOnce } from '../gateway/index.ts';
import { useLatest } from './useLatest.ts';
import type { UsePollerOptions } from './usePoller.ts';

/**
 * Warns in the console of what is wrong with the options, after the paint. On npm all of it is at
 * hand, in production too; see `warnOnce`.
 *
 * @param names those that are known; what is not among them may be misspelt.
 */
export function useOptionWarnings(
  options: UsePollerOptions,
  { error }: CheckoutState,
  names: readonly string[],
  warn: (facts: OptionCheckInput) => void,
): void {
  const facts = (isWaiting: boolean): OptionCheckInput => ({
    isElement: false,
    gateway: options.gateway,
    names,
    options: { ...options },
    unknownNames: unknownNamesIn(options, names),
    isWaiting,
  });
  const latest = useLatest(facts);
  useEffect(() => warn(facts(false)));
  const isMissing = !options.clientSecret;
  useEffect(() => {
    if (!isMissing) return;
    const timer = setTimeout(() => warn(latest.current(true)), SECRET_WAIT_MS);
    return () => clearTimeout(timer);
  }, [isMissing, warn, latest]);
  useEffect(() => {
    // What cannot be mended by reading again, or comes of a program; of a lost connection the gateway's
    // client warns itself.
    if (error && (!error.transient || error.kind === 'malformed')) warnOnce(error.message);
  }, [error]);
}
