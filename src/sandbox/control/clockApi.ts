import { type Context, Hono } from 'hono';
import type { TestClock } from '../base/clock.ts';
import { answerJson } from '../base/prettyJson.ts';
import { problems } from '../errors/errors.ts';
import { answeringErrors } from '../errors/failure.ts';
import { jsonBody } from '../request/body.ts';
import type { Store } from '../world/store.ts';

/** A hundred years: more than any payment waits, and a date that JavaScript knows. */
const FARTHEST = 100 * 365 * 24 * 3600;

function secondsOf(advance: unknown): number {
  const isTime = typeof advance === 'number' && advance >= 0 && advance <= FARTHEST;
  if (isTime) return advance;
  throw problems.wrongKind('advance', `a number of seconds from 0 to ${FARTHEST}`);
}

/** Advances the clock by so many seconds, and applies the deadlines in between. */
export function advanceClock(advance: unknown, clock: TestClock, store: Store): void {
  const ms = secondsOf(advance) * 1000;
  if (clock.offset() + ms > FARTHEST * 1000) throw problems.wrongKind('advance', 'less in all');
  clock.advance(ms);
  store.due();
}

/**
 * `GET /sandbox/clock` shows the time, and `POST /sandbox/clock {"advance": 60}` advances it by a
 * minute. All in seconds; time never goes back.
 */
export function createClockApi(clock: TestClock, store: Store): Hono {
  const showTime = (c: Context) =>
    answerJson(c, { now: clock.now() / 1000, offset: clock.offset() / 1000 });
  const api = answeringErrors(new Hono());
  api.get('/', showTime);
  api.post('/', async (c) => {
    advanceClock((await jsonBody(c)).advance, clock, store);
    return showTime(c);
  });
  return api;
}
