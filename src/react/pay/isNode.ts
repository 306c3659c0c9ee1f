import type { ReactNode } from 'react';

/** Whether React can render it: a plain object that is no element makes it throw. */
export function isNode(value: unknown): value is ReactNode {
  const isPlain = value instanceof Object && Object.getPrototypeOf(value) === Object.prototype;
  return !isPlain || '$$typeof' in value || 'type' in value;
}
