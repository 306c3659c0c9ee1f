/** What is beside the checkout on its page, and so not on its paper. */
const UNPRINTED = 'data-paystep-unprinted';

const LOOK = `@media print{[${UNPRINTED}]{display:none!important}}@page{margin:15mm}`;

/**
 * Prints an element without the page around it. What is beside it is only marked, and only until
 * the browser has its paper: nothing changes on the screen, and the page's own look for print stays
 * for who prints by the browser's menu.
 */
export function printElement(element: Element | null): void {
  const marked = element ? around(element) : [];
  const roots = new Set(marked.map((each) => each.getRootNode() as Document | ShadowRoot));
  const cleanups = [...roots].map(addLook);
  for (const each of marked) each.setAttribute(UNPRINTED, '');
  const restore = () => {
    for (const each of marked) each.removeAttribute(UNPRINTED);
    for (const cleanup of cleanups) cleanup();
  };
  // Phones go on while their dialog is open.
  addEventListener('afterprint', restore, { once: true });
  print();
}

/** The elements beside an element and beside all that it is in, out of shadow roots, too. */
function around(element: Element): Element[] {
  const root = element.getRootNode();
  const parent = element.parentElement ?? (root instanceof ShadowRoot ? root : null);
  if (!parent) return [];
  const outer = parent instanceof ShadowRoot ? parent.host : parent;
  const beside = [...parent.children].filter((each) => each !== element);
  return [...beside, ...around(outer)];
}

/** A constructed sheet is no inline style, which a page's policy may forbid. */
function addLook(root: Document | ShadowRoot): () => void {
  if (!('adoptedStyleSheets' in root)) return addStyleElement(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOK);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/** Safari before 16.4. */
function addStyleElement(root: Document | ShadowRoot): () => void {
  const style = document.createElement('style');
  style.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  style.textContent = LOOK;
  (root instanceof Document ? root.head : root).append(style);
  return () => style.remove();
}
