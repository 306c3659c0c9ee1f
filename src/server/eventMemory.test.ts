import { expect, it, vi } from 'vitest';
import { EventMemory } from './eventMemory.ts';

it('remembers the last ten thousand events, and forgets none that is being handled', async () => {
  const memory = new EventMemory();
  let finish = () => {};
  const slow = memory.once('slow', () => new Promise((resolve) => (finish = resolve)));
  for (let i = 0; i < 10_100; i++) await memory.once(`evt_${i}`, async () => {});
  expect(memory.size).toBe(10_000);
  const again = vi.fn();
  const waiting = memory.once('slow', again);
  finish();
  expect([await slow, await waiting]).toEqual(['handled', 'repeated']);
  expect(again).not.toHaveBeenCalled();
});

it('lets whoever comes meanwhile wait for the first, and fail as it does', async () => {
  const memory = new EventMemory();
  const results: string[] = [];
  let fail = (_: Error) => {};
  const first = () => new Promise<void>((_, reject) => (fail = reject));
  const note = (name: string) => (outcome: unknown) => results.push(`${name}: ${outcome}`);
  const all = ['one', 'two'].map((name) =>
    memory.once('evt_1', first).then(note(name), note(name)),
  );
  await new Promise(setImmediate);
  expect(results).toEqual([]);
  fail(new Error('down'));
  await Promise.all(all);
  expect(results.sort()).toEqual(['one: Error: down', 'two: Error: down']);
  expect(await memory.once('evt_1', async () => {})).toBe('handled');
});
