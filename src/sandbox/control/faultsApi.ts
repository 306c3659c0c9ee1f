import { type Context, Hono } from 'hono';
import { answerJson } from '../base/prettyJson.ts';
import { answeringErrors } from '../errors/failure.ts';
import { ruleOf } from '../guards/faultRules.ts';
import type { Faults } from '../guards/faults.ts';
import { jsonBody } from '../request/body.ts';

/**
 * Faults on demand, for both gateways' APIs.
 *
 * - For one call, by header: `Sandbox-Fault: rate_limit`, `latency=800`, `drop=after`,
 *   `malformed=html, latency=50`.
 * - For calls to come: `POST /sandbox/faults {"kind": "server_error", "call": "confirm",
 *   "intent": "pi_…", "times": 1}`. Calls are chosen by name (callPath.ts), by `method`, by `path` as
 *   the gateways document it (`/customers/:id`), or by the payment. Only the kind is required;
 *   without `times` it goes on (`stale` happens once). `latency` takes `ms`, `malformed` takes
 *   `"form": "cut" | "html"`. With `"when": "after"` the operation runs and its answer is lost;
 *   `break_off`, `malformed` and `stale` change the answer, so the operation always runs.
 * - By chance: `{"kind": "rate_limit", "probability": 0.1}`, the same with the same seed.
 * - `GET /sandbox/faults` lists them, `DELETE /sandbox/faults` and `DELETE /sandbox/faults/{id}` end
 *   them. The kinds are in faultKind.ts.
 */
export function createFaultsApi(faults: Faults): Hono {
  const list = (c: Context) => answerJson(c, { object: 'list', data: faults.list() });
  const api = answeringErrors(new Hono());
  api.get('/', list);
  api.post('/', async (c) => {
    const body = await jsonBody(c);
    return answerJson(
      c,
      faults.add((id) => ruleOf(body, id)),
    );
  });
  api.delete('/:id?', (c) => {
    faults.clear(c.req.param('id'));
    return list(c);
  });
  return api;
}
