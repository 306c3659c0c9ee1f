import { drawMark, type MarkOptions, type Marks } from '../marks/mark.ts';
import type { RenderIcon } from './contexts.ts';

/**
 * The `icon` option that draws marks, and the plain ones for all other methods.
 *
 * @param marks by payment method type; `paystep/marks` has some.
 *
 * @example
 * import { alipay, wechat_pay } from 'paystep/marks';
 * import { Checkout, markIcon } from 'paystep/react';
 *
 * const icon = markIcon({ alipay, wechat_pay });
 *
 * <Checkout icon={icon} gateway={gateway} clientSecret={clientSecret} />
 */
export function markIcon(marks: Marks, options?: MarkOptions): RenderIcon {
  const known = new Map(Object.entries(marks));
  return (type, drawn) => {
    const mark = known.get(type);
    if (!mark) return drawn;
    const { svg, shapes } = drawMark(mark, options);
    return (
      <svg aria-hidden="true" {...svg}>
        {shapes.map(([Tag, attributes], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a mark never change.
          <Tag key={index} {...attributes} />
        ))}
      </svg>
    );
  };
}
