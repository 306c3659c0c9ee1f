import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const CSS = ['styles', 'lazy', 'pay'].map((name) => read(`./${name}.css`)).join('\n');
const LOOK = /^## Look$([\s\S]*?)^## /m.exec(read('../../../README.md'))?.[1] ?? '';

const matches = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();

/** What is always the same: codes and what lies on them, and pages that banks have made light. */
const FIXED = [
  '.ps-code',
  '.paystep .ps-qr > *',
  '.paystep .ps-qr .ps-ground',
  '.ps-bars',
  '.paystep .ps-barcode svg > *',
  '.paystep .ps-barcode svg > .ps-ground',
  '.ps-veil',
  '.ps-veil .ps-quiet',
  '.ps-veil .ps-note',
  '.ps-frame',
];

const RULES = CSS.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g);

/** Declarations with a colour that no property of the shop's can change. */
function* fixedColours(): Generator<string> {
  for (const [, selector = '', body = ''] of RULES) {
    if (FIXED.includes(selector.trim())) continue;
    for (const declaration of body.split(';')) {
      const [name = '', value = ''] = declaration.split(/:(.*)/s);
      const isColour = /#[0-9a-f]{3,8}\b|\brgb|\bhsl|\b(white|black)\b/i.test(value);
      if (isColour && !/^\s*var\(--paystep-/.test(value)) yield `${selector.trim()} ${name.trim()}`;
    }
  }
}

describe('the look', () => {
  it('is changed by properties that the README lists, all of them', () => {
    const listed = matches(LOOK.replace(/^(?!\|).*$/gm, ''), /^\| (`.*?) \|/gm).flatMap((cell) =>
      matches(cell, /`([a-z-]+)`/g),
    );
    expect(listed.sort()).toEqual(matches(CSS, /var\(--paystep-([a-z-]+)/g));
  });

  it('has no colour that a property cannot change', () => {
    expect([...fixedColours()]).toEqual([]);
  });
});
