import { type Context, Hono } from 'hono';
import { answerJson } from '../base/prettyJson.ts';
import { answeringErrors } from '../errors/failure.ts';

/** `POST /sandbox/reset`: everything as at the start, for a test's `beforeEach`. */
export function createResetApi(reset: (c: Context) => Promise<void>): Hono {
  const api = answeringErrors(new Hono());
  api.post('/', async (c) => {
    await reset(c);
    return answerJson(c, { reset: true });
  });
  return api;
}
