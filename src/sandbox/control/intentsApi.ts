import { type Context, Hono } from 'hono';
import { answerJson } from '../base/prettyJson.ts';
import { problems } from '../errors/errors.ts';
import { answeringErrors } from '../errors/failure.ts';
import type { Intent } from '../payment/intent.ts';
import { jsonBody } from '../request/body.ts';
import type { SandboxContext } from '../world/context.ts';
import { readSimulation, simulate } from './simulate.ts';
import { streamUpdates } from './updates.ts';

function find(c: Context, { store }: SandboxContext): Intent {
  const id = c.req.param('id') ?? '';
  const intent = store.get(id);
  if (!intent) throw problems.noIntent(id);
  return intent;
}

/**
 * `POST /sandbox/intents/{id}/simulate` does what the customer, or time, would do.
 * `{"outcome": "succeed", "amount": 500}` is a part of a bank transfer.
 */
async function simulateOne(c: Context, context: SandboxContext): Promise<Response> {
  const simulation = readSimulation(await jsonBody(c));
  const { id, status } = simulate(find(c, context), simulation, context);
  return answerJson(c, { id, status });
}

/** `GET /sandbox/intents/{id}`: the status and the calls so far, so that tests can count reads. */
function inspect(c: Context, context: SandboxContext): Response {
  const { id, status } = find(c, context);
  return answerJson(c, { id, status, ...context.store.log(id) });
}

/** `/sandbox/intents`: what tests ask and do. It needs no key, and shows no secret. */
export function createIntentsApi(context: SandboxContext): Hono {
  const api = answeringErrors(new Hono());
  api.get('/:id', (c) => inspect(c, context));
  api.post('/:id/simulate', (c) => simulateOne(c, context));
  api.get('/:id/updates', (c) => streamUpdates(c, context));
  return api;
}
