import { expect, it } from 'vitest';
import { alipay } from '../marks/index.ts';
import { markIcon } from './markIcon.tsx';
import { openUnpaid, radios } from './testing/unpaid.tsx';

const iconOf = (index: number) => radios()[index]?.closest('label')?.querySelector('svg');

it('draws a mark for its method, and the plain one for the others', async () => {
  await openUnpaid(['alipay', 'konbini'], { icon: markIcon({ alipay }) });
  expect(iconOf(0)?.querySelector('path')?.getAttribute('d')).toBe(alipay.path);
  expect(iconOf(0)?.getAttribute('aria-hidden')).toBe('true');
  expect(iconOf(1)?.getAttribute('class')).toBe('ps-icon');
});

it('takes no method for a word that every object knows', () => {
  expect(markIcon({})('constructor', 'plain')).toBe('plain');
});
