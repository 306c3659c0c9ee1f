import { drawMark, type MarkOptions, type Marks } from './mark.ts';

const SVG = 'http://www.w3.org/2000/svg';

function element(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const created = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, `${value}`);
  return created;
}

/**
 * Marks as children of `<paystep-checkout>`, each in the slot of its payment method type. React has
 * `markIcon` of `paystep/react`.
 *
 * @param marks by payment method type.
 *
 * @example
 * import { alipay, markSlots, wechat_pay } from 'paystep/marks';
 *
 * document.querySelector('paystep-checkout').append(...markSlots({ alipay, wechat_pay }));
 */
export function markSlots(marks: Marks, options?: MarkOptions): SVGElement[] {
  return Object.entries(marks).map(([type, mark]) => {
    const { svg, shapes } = drawMark(mark, options);
    const slotted = element('svg', { ...svg, slot: `icon-${type}` });
    slotted.append(...shapes.map(([tag, attributes]) => element(tag, attributes)));
    return slotted;
  });
}
