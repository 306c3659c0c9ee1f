import { usePayment, useWords } from '../contexts.ts';
import { formatDate, formatTime } from '../words/format.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';

const DAY = 24 * 3600;
const MINUTE = 60;

/**
 * How long a step lasts, to the second; a date where it is more than a day. A timer is not read out
 * as it runs (WAI-ARIA 1.2, `timer`), so a minute before its end it is said, once. It counts by
 * `endsAt`, so that a device's clock that is slow does not count too long; the date is the gateway's.
 */
export function Countdown({ at }: { readonly at: number }) {
  const { messages: m, locale } = useWords();
  const { endsAt } = usePayment();
  const left = useSecondsLeft(endsAt);
  if (left === null) return null;
  return (
    <>
      <p
        className="ps-countdown"
        part="countdown"
        role="timer"
        data-ending={left < 30 || undefined}
      >
        {left > DAY ? m.expiresOn(formatDate(at, locale)) : m.expiresIn(formatTime(left))}
      </p>
      <p className="ps-spoken" role="status">
        {left <= MINUTE && left > MINUTE - 9 && m.expiresIn(formatTime(MINUTE))}
      </p>
    </>
  );
}
