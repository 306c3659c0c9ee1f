import type { ReactNode } from 'react';
import type { Check } from '../../checkout/checkOptions.ts';

/** Whether React can render it: a plain object that is no element makes it throw. */
export function isNode(value: unknown): value is ReactNode {
  const isPlain = value instanceof Object && Object.getPrototypeOf(value) === Object.prototype;
  return !isPlain || '$$typeof' in value || 'type' in value;
}

/** Card fields that cannot be rendered. */
export const CARD_FIELDS: Check = ({ options: { cardFields } }) =>
  isNode(cardFields) ? [] : ['cardFields is nothing that React can render, so it is left out.'];
