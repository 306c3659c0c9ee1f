import { expect, it } from 'vitest';
import { CallLog } from './callLog.ts';

const call = (at: number, method = 'GET') => ({ at, method, path: '/', status: 200, ran: true });

it('counts every read, and stores the last 500 calls of a payment', () => {
  const log = new CallLog();
  log.add('a', call(0, 'POST'));
  for (let at = 1; at <= 700; at += 1) log.add('a', call(at));
  const { calls, reads } = log.of('a');
  expect(reads).toBe(700);
  expect(calls).toHaveLength(500);
  expect(calls.at(0)?.at).toBe(201);
  expect(calls.at(-1)?.at).toBe(700);
});

it('drops the intents that were called longest ago', () => {
  const log = new CallLog();
  for (let at = 0; at < 60_000; at += 1) {
    log.add(`pi_${at}`, call(at));
    if (at % 1000 === 0) log.add('busy', call(at));
  }
  expect(log.of('pi_0').calls).toEqual([]);
  expect(log.of('pi_59999').calls).toHaveLength(1);
  expect(log.of('busy').reads).toBe(60);
  const known = Array.from({ length: 60_000 }, (_, at) => log.of(`pi_${at}`).calls.length);
  const stored = log.of('busy').calls.length;
  expect(known.reduce((sum, length) => sum + length)).toBe(20_000 - stored);
});
