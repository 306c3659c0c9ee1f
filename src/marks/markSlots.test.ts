// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { alipay, markSlots, wechat_pay } from './index.ts';

const shapesOf = (svg: Element | undefined) =>
  [...(svg?.children ?? [])].map((shape) => [shape.tagName, shape.getAttribute('fill')]);

it('makes a decorative picture for the slot of each method', () => {
  const drawn = markSlots({ alipay, wechat_pay });
  expect(drawn.map((svg) => svg.getAttribute('slot'))).toEqual(['icon-alipay', 'icon-wechat_pay']);
  expect(drawn[0]?.getAttribute('aria-hidden')).toBe('true');
  expect(shapesOf(drawn[0])).toEqual([
    ['rect', '#fff'],
    ['path', alipay.color],
    ['rect', 'none'],
  ]);
  expect(drawn[0]?.querySelector('path')?.getAttribute('d')).toBe(alipay.path);
});

it('draws in the color of the text, without a tile, where that is asked for', () => {
  const [svg] = markSlots({ alipay }, { monochrome: true });
  expect(shapesOf(svg)).toEqual([['path', 'currentColor']]);
});
