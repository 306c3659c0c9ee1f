import type { Timers } from '../../base/timers.ts';
import { type Feed, opening, type Source } from '../../request/eventStream.ts';
import type { SandboxContext } from '../../world/context.ts';

/** Often enough to look live, and seldom enough under a load test. */
const PAUSE = 250;

/** Sends an event at each change: at once, and then at most four times a second. */
function throttled(feed: Feed, timers: Timers) {
  let resting: (() => void) | null = null;
  let missed = false;
  const notify = () => {
    missed = resting !== null;
    if (resting) return;
    feed.send('data: changed');
    resting = timers.after(PAUSE, () => {
      resting = null;
      if (missed) notify();
    });
  };
  return { notify, stop: () => resting?.() };
}

/** Sends an event when a page of the console is out of date: any, or the one about an intent. */
export function changes(context: SandboxContext, timers: Timers, about: string | null): Source {
  return (feed) => {
    const { stop, notify } = throttled(feed, timers);
    const onActivity = (id: string) => {
      if (about === null || about === id) notify();
    };
    const cleanUps = [
      context.store.onActivity(onActivity),
      context.webhooks.onAttempt(onActivity),
      stop,
    ];
    feed.send(opening(''));
    return () => {
      for (const each of cleanUps) each();
    };
  };
}
