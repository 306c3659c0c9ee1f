// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { alipay, markSlots, visa, wechat_pay } from './index.ts';

const shapesOf = (svg: Element | undefined) =>
  [...(svg?.children ?? [])].map((shape) => [shape.tagName, shape.getAttribute('fill')]);

it('makes a decorative picture for the slot of each method', () => {
  const drawn = markSlots({ alipay, wechat_pay });
  expect(drawn.map((svg) => svg.getAttribute('slot'))).toEqual(['icon-alipay', 'icon-wechat_pay']);
  expect(drawn[0]?.getAttribute('aria-hidden')).toBe('true');
  expect(shapesOf(drawn[0])).toEqual([
    ['rect', '#00000026'],
    ['rect', '#fff'],
    ['path', alipay.color],
  ]);
  expect(drawn[0]?.querySelector('path')?.getAttribute('d')).toBe(alipay.path);
});

it('draws in the color of the text, without a tile, where that is asked for', () => {
  const [svg] = markSlots({ alipay }, { monochrome: true });
  expect(shapesOf(svg)).toEqual([['path', 'currentColor']]);
});

it.each([{}, { monochrome: true }])('draws a word twice as wide as high: %o', (options) => {
  const [[, , width = 0, height = 0] = []] = markSlots({ visa }, options).map((svg) =>
    svg.getAttribute('viewBox')?.split(' ').map(Number),
  );
  expect(width / height).toBe(2);
});
