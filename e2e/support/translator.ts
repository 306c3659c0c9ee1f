import type { Page } from '@playwright/test';

/** What the translator makes of a text: it differs from every text of the page. */
export const translated = (text: string) => `«${text}»`;

/**
 * A translator as Chrome's: it puts `<font><font>…</font></font>` in the place of each text node, and
 * goes on doing so with what is new, in shadow roots, too. What is marked `translate="no"` it leaves.
 */
export async function translate(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const isTranslated = (text: Text) =>
      text.parentElement?.closest('font, [translate="no"], script, style');
    const translateNode = (text: Text) => {
      if (!text.data.trim() || isTranslated(text)) return;
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstElementChild?.append(`«${text.data}»`);
      text.replaceWith(font);
    };
    const translateTree = (root: Node) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      while (texts.nextNode()) found.push(texts.currentNode as Text);
      for (const text of found) translateNode(text);
      const elements = root instanceof Element ? [root, ...root.querySelectorAll('*')] : [];
      for (const { shadowRoot } of elements) if (shadowRoot) observe(shadowRoot);
    };
    const seen = new WeakSet<Node>();
    const observe = (root: Node) => {
      if (seen.has(root)) return;
      seen.add(root);
      const translateAll = () =>
        (root instanceof ShadowRoot ? [...root.children] : [root]).forEach(translateTree);
      new MutationObserver(translateAll).observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      translateAll();
    };
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      observe(root);
      return root;
    };
    addEventListener('DOMContentLoaded', () => observe(document.body));
  });
}
