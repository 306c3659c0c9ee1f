import { expect, it } from 'vitest';
import { putBounded } from './bounded.ts';

it('lets the oldest entry go when a map is full, and changes one in its place', () => {
  const map = new Map<string, number>();
  for (const id of ['a', 'b', 'c']) putBounded(map, id, 1, 2);
  expect([...map.keys()]).toEqual(['b', 'c']);
  putBounded(map, 'b', 2, 2);
  expect([...map]).toEqual([
    ['b', 2],
    ['c', 1],
  ]);
});
