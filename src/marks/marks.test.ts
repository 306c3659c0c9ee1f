import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as simpleIcons from 'simple-icons';
import { describe, expect, it } from 'vitest';
import { METHODS } from '../method/table.ts';
import * as marks from './marks.ts';

/** `payment_method.card.brand` in Stripe's API reference, less `unknown`. */
const CARD_BRANDS =
  'amex cartes_bancaires diners discover eftpos_au jcb link mastercard unionpay visa';

const TYPES = new Set(Object.values(METHODS).flatMap((rows) => Object.keys(rows)));
const KNOWN = new Set([...TYPES, ...CARD_BRANDS.split(' ')]);
const MARKS = Object.entries(marks);

const DOCUMENT = readFileSync(resolve(import.meta.dirname, '../../docs/marks.md'), 'utf8');
const [, WITH_MARK = '', WITHOUT_MARK = ''] = DOCUMENT.split(/^## .*$/m);
const codesIn = (text: string) => [...text.matchAll(/`([\w]+)`/g)].map(([, code]) => String(code));

/** WCAG 2.2, "relative luminance". */
function luminance(color: string): number {
  const [, hex = ''] = /^#(\w{3}|\w{6})$/.exec(color) ?? [];
  const pairs = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = (pairs.match(/../g) ?? []).map((pair) => {
    const value = Number.parseInt(pair, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('the marks', () => {
  it.each(MARKS)('%s is named as a method or a card brand is', (name) => {
    expect(KNOWN).toContain(name);
  });

  it.each(MARKS)('%s is as the collection has it', (_, { title, path, color, background }) => {
    const icon = Object.values(simpleIcons).find((each) => each.title === title);
    expect(path).toBe(icon?.path);
    expect([color, background]).toContain(`#${icon?.hex}`);
  });

  it.each(MARKS)('%s can be seen on its tile', (_, { color, background }) => {
    expect(contrast(color, background)).toBeGreaterThan(2);
  });

  it('are under no licence that asks for something', () => {
    const licences = MARKS.map(([, { title }]) => {
      const icon = Object.values(simpleIcons).find((each) => each.title === title);
      return icon?.license?.type ?? 'CC0-1.0';
    });
    expect(new Set(licences)).toEqual(new Set(['CC0-1.0']));
  });
});

describe('docs/marks.md', () => {
  it('lists the marks that there are', () => {
    expect(
      codesIn(WITH_MARK)
        .filter((code) => KNOWN.has(code))
        .sort(),
    ).toEqual(MARKS.map(([name]) => name).sort());
  });

  it('lists the methods that have none', () => {
    const listed = new Set(codesIn(WITHOUT_MARK));
    expect([...TYPES].filter((type) => !(type in marks) && !listed.has(type))).toEqual([]);
    expect([...listed].filter((code) => code in marks)).toEqual([]);
  });
});
