import { useCallback, useEffect, useState } from 'react';
import { listen } from '../../checkout/index.ts';

/**
 * What came of a tap on a link into an app.
 * - `opening`: it has just been tapped
 * - `stuck`: the page is still in front; the app is probably not there
 * - `away`: the page is hidden, so something has opened
 * - `back`: the customer is here again
 */
export type AppLaunch = 'idle' | 'opening' | 'stuck' | 'away' | 'back';

/** An installed app takes a second or less to come to the front. */
const PATIENCE_MS = 2_500;

/**
 * Whether the app has opened, as far as a page can tell: no browser says it. Nothing is opened and
 * nowhere is gone to from here; all that follows is help on the page.
 */
export function useAppLaunch(): readonly [AppLaunch, begin: () => void] {
  const [launch, setLaunch] = useState<AppLaunch>('idle');
  const begin = useCallback(() => setLaunch('opening'), []);

  useEffect(() => {
    if (launch !== 'opening') return;
    let timer = setTimeout(look, PATIENCE_MS);
    let due = Date.now() + PATIENCE_MS;
    function look() {
      const delay = Date.now() - due;
      // The page was frozen, which only another app in front of it does.
      if (delay > PATIENCE_MS) return setLaunch('back');
      if (document.hasFocus()) return setLaunch('stuck');
      // A sheet of the browser's own ("Open in the app?") is in front: it is the customer's turn.
      timer = setTimeout(look, PATIENCE_MS);
      due = Date.now() + PATIENCE_MS;
    }
    return () => clearTimeout(timer);
  }, [launch]);

  useEffect(() => {
    if (launch === 'idle' || launch === 'back') return;
    const leave = () => setLaunch('away');
    const turn = () => setLaunch(document.visibilityState === 'hidden' ? 'away' : 'back');
    const stops = [
      listen(document, 'visibilitychange', turn),
      listen(window, 'pagehide', leave),
      // Not the page's own load, which a tap can come before.
      listen(window, 'pageshow', (event) => {
        if ((event as PageTransitionEvent).persisted) turn();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [launch]);

  return [launch, begin];
}
