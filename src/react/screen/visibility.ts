/** The second name is that of the first browsers to have it. */
const HOW = { visibilityProperty: true, checkVisibilityCSS: true };

/** Nothing tells when an element comes into sight or goes out of it, whatever hides it. */
export const VISIBILITY_POLL_MS = 250;

/**
 * Whether the customer can see what is there: not on a page that is rendered ahead, nor in anything
 * hidden, an inactive tab panel, closed `<details>`. Older browsers tell only whether it has a place
 * on the page.
 */
export function isVisible(element: Element | null): boolean {
  if ('prerendering' in document && document.prerendering) return false;
  return element?.checkVisibility?.(HOW) ?? element?.getClientRects().length !== 0;
}

/** Runs once, as soon as the element is seen; never within this turn, nor after the returned function. */
export function whenVisible(element: Element | null, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const look = (after?: number) => {
    timer = setTimeout(() => (isVisible(element) ? run() : look(VISIBILITY_POLL_MS)), after);
  };
  look();
  return () => clearTimeout(timer);
}
