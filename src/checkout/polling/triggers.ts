import { listen } from '../listen.ts';
import { listenForReturns } from '../return/channel.ts';

/** Why to read at once. Those that bring news interrupt a read that began before the news. */
export type RefetchReason = 'visible' | 'restored' | 'online' | 'return' | 'update' | 'user';

/** What the outside world tells the poller: that the page is hidden, and when to read at once. */
export interface RefetchTriggers {
  /** Whether nobody can see the page just now. */
  readonly hidden: () => boolean;
  /** Calls `refetch` on each event, and `hide` when the page hides. The returned function ends that. */
  readonly listen: (
    refetch: (reason: RefetchReason, about?: string | null) => void,
    hide: () => void,
  ) => () => void;
}

/** For servers and tests: a page that is always visible and has no events. */
export const noTriggers: RefetchTriggers = { hidden: () => false, listen: () => () => {} };

/** The browser's own events, and the word of a return page in another tab. */
export function browserTriggers(): RefetchTriggers {
  if (typeof document === 'undefined') return noTriggers;
  return {
    hidden: () => document.visibilityState === 'hidden',
    listen(refetch, hide) {
      const stops = [
        listen(document, 'visibilitychange', () =>
          document.visibilityState === 'hidden' ? hide() : refetch('visible'),
        ),
        listen(window, 'pageshow', (event) => {
          if ((event as PageTransitionEvent).persisted) refetch('restored');
        }),
        listen(window, 'online', () => refetch('online')),
        listenForReturns(({ intent }) => refetch('return', intent)),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
