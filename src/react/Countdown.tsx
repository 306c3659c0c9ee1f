import { formatDate, formatTime } from './format.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';
import { useView } from './view.ts';

const DAY = 24 * 3600;

/** How long a step lasts, to the second; a date where it is more than a day. Never read out. */
export function Countdown({ at }: { readonly at: number }) {
  const { messages: m, locale } = useView();
  const left = useSecondsLeft(at);
  if (left === null) return null;
  return (
    <p className="ps-countdown" part="countdown" role="timer" data-ending={left < 30 || undefined}>
      {left > DAY ? m.expiresOn(formatDate(at, locale)) : m.expiresIn(formatTime(left))}
    </p>
  );
}
