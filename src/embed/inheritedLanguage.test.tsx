import { expect, it } from 'vitest';
import { QR } from '../checkout/testing/createTestCheckout.ts';
import { inheritedLanguage } from './inheritedLanguage.ts';
import { createElement, inside, openShop, settle } from './testing/renderElement.ts';

/** An element at the end of nested places; a `#` is a shadow root. */
function nest(...places: readonly string[]): Element {
  let at: Element | ShadowRoot = document.body;
  for (const place of places) {
    if (place === '#') {
      at = (at as Element).attachShadow({ mode: 'open' });
      continue;
    }
    const [name = '', value] = place.split('=');
    const element: Element = document.createElement('div');
    if (value !== undefined) element.setAttribute(name, value);
    at.append(element);
    at = element;
  }
  return at as Element;
}

it.each([
  ['the place itself', ['lang=de'], 'de'],
  ['a place around', ['lang=de', '', ''], 'de'],
  ['the nearest place', ['lang=de', 'lang=fr', ''], 'fr'],
  ['outside of a shadow root', ['lang=de', '', '#', ''], 'de'],
  ['outside of several', ['lang=de', '#', '', '#', '', '#', ''], 'de'],
  ['the host of a shadow root', ['lang=de', 'lang=ja', '#', ''], 'ja'],
  ['inside of it first', ['lang=de', '#', 'lang=ko', ''], 'ko'],
  ['outside of an empty one', ['lang=de', 'lang=', ''], 'de'],
  ['xml:lang', ['xml:lang=pl', ''], 'pl'],
  ['lang before xml:lang of a place around', ['xml:lang=pl', 'lang=th', ''], 'th'],
  ['nowhere', ['', '#', ''], null],
])('is that of %s', (_, places, language) => {
  document.documentElement.removeAttribute('lang');
  expect(inheritedLanguage(nest(...places))).toBe(language);
});

it('is what the checkout speaks inside of an app’s shadow root', async () => {
  openShop(QR);
  const element = createElement();
  nest('lang=de', '#', '').append(element);
  await settle();
  expect(inside(element).getByRole('heading').textContent).toBe('Mit WeChat Pay bezahlen');
});
