import look from '../react/styles.css?inline';

const css = `:host{display:block}:host([hidden]){display:none}${look}`;

let sheet: CSSStyleSheet | undefined;

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
  // Safari before 16.4.
  const style = document.createElement('style');
  style.textContent = css;
  (root as ShadowRoot).prepend(style);
}
