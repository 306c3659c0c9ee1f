import { useCallback, useEffect, useRef, useState } from 'react';
import { listen } from '../../checkout/index.ts';

/**
 * Where the customer is in the checkout, and what is read out to them.
 *
 * One rule of focus (WCAG 2.4.3): where what they were at has vanished and the browser has let the
 * focus fall to the page, it goes to the heading of what is there now. Whoever is elsewhere on the
 * page stays there, and nobody is fetched by a first paint. What is read with the heading is not
 * read out again.
 */
export function useFocusAndAnnouncements() {
  const [lastAnnounced, announce] = useState('');
  const [focusedTitle, setFocusedTitle] = useState('');
  const isRead = focusedTitle !== '' && lastAnnounced.startsWith(focusedTitle);
  const stop = useRef<() => void>(undefined);
  const root = useRef<HTMLElement>(null);
  // A ref is taken back and given within one commit, while the old element still has its place.
  const rootRef = useCallback((element: HTMLElement | null) => {
    stop.current?.();
    root.current = element;
    stop.current = element ? keepFocus(element, setFocusedTitle) : undefined;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heading may be read before its screen is told of
  useEffect(() => {
    if (!isRead) setFocusedTitle('');
  }, [lastAnnounced]);
  // With the full stop after the title.
  const announced = isRead ? lastAnnounced.slice(focusedTitle.length + 2) : lastAnnounced;
  return { root, rootRef, announce, announced };
}

/** What the customer was at in a checkout that is being replaced by that of another payment. */
let left: { readonly place: Node | null; readonly at: Element | null } | null = null;

function keepFocus(root: HTMLElement, onMove: (title: string) => void): () => void {
  let last = left?.place === root.parentNode ? left.at : null;
  const notice = ({ currentTarget, target }: Event) => {
    last = currentTarget === root ? (target as Element) : null;
  };
  // A click counts too: Safari gives no focus to what is clicked.
  const stops = ['focusin', 'click'].flatMap((type) =>
    // First the page, then what is inside of it, which in a shadow root it does not hear of.
    [document, root].map((target) => listen(target, type, notice, true)),
  );
  const look = () => {
    // Gone, or hidden with a dialog that was closed, which keeps the focus until the next paint.
    if (!last || last.getClientRects().length) return;
    const heading = root.querySelector('h2');
    const isNowhere = document.activeElement === document.body || last.matches(':focus');
    if (!heading || !isNowhere) return;
    heading.tabIndex = -1;
    heading.focus();
    // What is hidden takes no focus, and nobody has focusedTitle it.
    if (heading.matches(':focus')) onMove(heading.textContent);
  };
  queueMicrotask(look);
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    for (const stop of stops) stop();
    left = { place: root.parentNode, at: last };
    // Who comes later, comes to a first paint.
    queueMicrotask(() => {
      left = null;
    });
  };
}
