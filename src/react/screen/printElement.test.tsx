import { beforeEach, expect, it, vi } from 'vitest';
import { printElement } from './printElement.ts';

const MARK = '[data-paystep-unprinted]';

/** What is marked while the browser prints, by its id. */
let printed: string[];

beforeEach(() => {
  // Of the test before.
  dispatchEvent(new Event('afterprint'));
  document.body.innerHTML = `<nav id="nav"></nav>
    <main id="main"><p id="text"></p><div id="host"></div><aside id="aside"></aside></main>`;
  printed = [];
  vi.stubGlobal('print', () => {
    printed = [...document.querySelectorAll(MARK)].map(({ id }) => id).filter(Boolean);
  });
});

const element = (id: string) => document.getElementById(id);

it('leaves out what is beside the element and beside all that it is in', () => {
  printElement(element('host'));
  expect(printed).toEqual(['nav', 'text', 'aside']);
});

it('comes out of a shadow root, and leaves out what is beside it there', () => {
  const root = element('host')?.attachShadow({ mode: 'open' });
  if (!root) throw new Error('There is no host.');
  root.innerHTML = '<p id="inner"></p><section id="checkout"></section>';
  let inner = 0;
  const outer = window.print;
  vi.stubGlobal('print', () => {
    outer();
    inner = root.querySelectorAll(MARK).length;
  });
  printElement(root.getElementById('checkout'));
  expect(printed).toEqual(['nav', 'text', 'aside']);
  expect(inner).toBe(1);
});

it('gives back the page as it was, once the browser has its paper', () => {
  const sheets = document.adoptedStyleSheets.length;
  printElement(element('host'));
  expect(document.adoptedStyleSheets.length).toBe(sheets + 1);
  dispatchEvent(new Event('afterprint'));
  expect(document.querySelectorAll(MARK)).toHaveLength(0);
  expect(document.adoptedStyleSheets.length).toBe(sheets);
});

it('prints the page where the element is not there', () => {
  printElement(null);
  expect(printed).toEqual([]);
});
