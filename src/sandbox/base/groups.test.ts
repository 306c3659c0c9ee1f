import { expect, it } from 'vitest';
import { Groups } from './groups.ts';

it('has each member of a group once, the oldest first', () => {
  const groups = new Groups();
  for (const member of ['b', 'a', 'b']) groups.add('one', member);
  groups.add('two', 'c');
  expect([groups.of('one'), groups.of('two'), groups.of('three')]).toEqual([['b', 'a'], ['c'], []]);
});

it('forgets members, and groups without any', () => {
  const groups = new Groups();
  groups.add('one', 'a');
  groups.add('one', 'b');
  groups.delete('one', 'a');
  groups.delete('two', 'a');
  expect(groups.of('one')).toEqual(['b']);
  groups.delete('one', 'b');
  expect(groups.of('one')).toEqual([]);
});
