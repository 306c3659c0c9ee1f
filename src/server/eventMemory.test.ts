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
