import { Hono } from 'hono';
import type { JsonObject } from '../base/json.ts';
import { answerJson } from '../base/prettyJson.ts';
import { problems } from '../errors/errors.ts';
import { answeringErrors } from '../errors/failure.ts';
import { saveRefund } from '../operations/balance.ts';
import { REFUND_OUTCOMES, type Refund, simulateRefund } from '../payment/refund.ts';
import { jsonBody } from '../request/body.ts';
import { oneOf } from '../request/readers.ts';
import type { SandboxContext } from '../world/context.ts';

/** Does to a refund what a bank would do. Throws where its status does not allow it. */
function simulate(id: string, body: JsonObject, context: SandboxContext): Refund {
  const { now, store } = context;
  const refund = store.refund(id);
  if (!refund) throw problems.noRefund(id);
  const outcome = oneOf(...REFUND_OUTCOMES)(body.outcome ?? '', 'outcome');
  const next = simulateRefund(refund, outcome, now());
  if (!next) throw problems.cannotSimulateRefund(outcome, refund.status);
  return saveRefund(next, context);
}

/**
 * `POST /sandbox/refunds/{id}/simulate` with `{"outcome": "succeed"}` ends a refund that waits, and
 * with `fail` also one that has succeeded, as banks do. It needs no key, and shows no secret.
 */
export function createRefundsApi(context: SandboxContext): Hono {
  const api = answeringErrors(new Hono());
  api.post('/:id/simulate', async (c) => {
    const { id, status } = simulate(c.req.param('id'), await jsonBody(c), context);
    return answerJson(c, { id, status });
  });
  return api;
}
