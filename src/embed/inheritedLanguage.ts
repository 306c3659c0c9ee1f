/** Pages written as XHTML say `xml:lang`; an empty one says that nobody knows. */
const MARKED = '[lang]:not([lang=""]),[xml\\:lang]:not([xml\\:lang=""])';

/** The language of an element's place, through the shadow roots that it is in; null where none is said. */
export function inheritedLanguage(element: Element): string | null {
  const marked = element.closest(MARKED);
  // A form around it may have a field of the name `getAttribute`.
  const read = (name: string) => Element.prototype.getAttribute.call(marked, name);
  if (marked) return read('lang') || read('xml:lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? inheritedLanguage(root.host) : null;
}
