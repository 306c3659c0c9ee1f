import { lazyStyles } from '#lazyStyles';
import look from '../react/styles/styles.css?inline';

/**
 * What is inherited goes through a shadow root: `text-transform`, `pointer-events` and a hundred
 * others of the shop's page. It ends at our own place, save what should come in: light or dark, seen
 * or not, and the size of the text (for a `--paystep-font-size` in `em`). Language and direction are
 * further inside, on the checkout itself.
 */
const PLACE = `:host>div{all:initial;display:block;color-scheme:inherit;visibility:inherit;interactivity:inherit;font-size:inherit;-webkit-text-size-adjust:inherit;text-size-adjust:inherit;-webkit-user-select:text;user-select:text}`;

let css = `:host{display:block}:host([hidden]){display:none}${PLACE}${look}${lazyStyles}`;

let sheet: CSSStyleSheet | undefined;
const elements = new Set<HTMLStyleElement>();

/**
 * Gives a shadow root the look. A constructed sheet is no inline style, so it passes a
 * Content-Security-Policy without `unsafe-inline`, and is parsed once for all elements of a page.
 */
export function adoptStyles(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    root.adoptedStyleSheets = [sheet];
    return;
  }
  // Firefox before 101 and Safari before 16.4.
  const style = document.createElement('style');
  // A policy allows it by the nonce of the page's scripts, which browsers show as a property alone.
  style.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  style.textContent = css;
  elements.add(style);
  (root as ShadowRoot).prepend(style);
}

/** More of the look, for all roots at once. */
export function addStyles(more: string): void {
  css += more;
  sheet?.replaceSync(css);
  for (const style of elements) style.textContent = css;
}
