import { describe, expect, it } from 'vitest';
import { checkSize } from '../request/bounds.ts';
import { BoundedMap } from './bounded.ts';

const keys = <T>(map: BoundedMap<T>) => map.entries().map(([key]) => key);

const fill = <T>(map: BoundedMap<T>, value: T, ...names: string[]) => {
  for (const name of names) map.set(name, value);
};

describe('a bounded map', () => {
  it('drops the oldest entry when it is full, and replaces an entry in its place', () => {
    const map = new BoundedMap<number>({ entries: 2, characters: 1000 });
    fill(map, 1, 'a', 'b', 'c');
    expect(keys(map)).toEqual(['b', 'c']);
    map.set('b', 2);
    expect(map.entries()).toEqual([
      ['b', 2],
      ['c', 1],
    ]);
  });

  it('is bounded by the characters of all entries', () => {
    const map = new BoundedMap<string>({ entries: 1000, characters: 100 });
    fill(map, 'x'.repeat(28), 'a', 'b', 'c');
    expect([keys(map), map.characters]).toEqual([['a', 'b', 'c'], 93]);
    map.set('d', 'x'.repeat(28));
    expect([keys(map), map.characters]).toEqual([['b', 'c', 'd'], 93]);
    map.set('b', 'x'.repeat(58));
    expect([keys(map), map.characters]).toEqual([['b', 'd'], 92]);
    map.delete('b');
    map.delete('nothing');
    expect([keys(map), map.characters]).toEqual([['d'], 31]);
  });

  it('drops the oldest finished entry first, and never the newest', () => {
    const dropped: string[] = [];
    const map = new BoundedMap<string>({
      entries: 3,
      characters: 1000,
      isDone: (value) => value === 'done',
      onDrop: (key) => dropped.push(key),
    });
    map.set('a', 'open');
    fill(map, 'done', 'b', 'c', 'd', 'e');
    expect(dropped).toEqual(['b', 'c']);
    fill(map, 'open', 'f', 'g');
    map.set('h', 'done');
    expect(dropped).toEqual(['b', 'c', 'd', 'e', 'a']);
    expect(keys(map)).toEqual(['f', 'g', 'h']);
  });

  it('keeps the newest entry even if it is larger than the bound', () => {
    const map = new BoundedMap<string>({ entries: 9, characters: 10 });
    fill(map, 'x'.repeat(50), 'a', 'b');
    expect(keys(map)).toEqual(['b']);
  });
});

it('refuses an object that grows without end', () => {
  const most = { text: 'x'.repeat(2_000_000 - '{"text":""}'.length) };
  expect(checkSize(most)).toBe(most);
  expect(() => checkSize({ text: `${most.text}x` })).toThrow('too large to keep');
});
