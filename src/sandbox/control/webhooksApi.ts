import { type Context, Hono } from 'hono';
import { answerJson } from '../base/prettyJson.ts';
import { problems } from '../errors/errors.ts';
import { answeringErrors } from '../errors/failure.ts';
import { limitOf } from '../request/page.ts';
import { integer, readParams } from '../request/readers.ts';
import { presentDelivery } from '../world/delivery.ts';
import type { Webhooks } from '../world/webhooks.ts';

const SHOWN = 100;

/** `GET /sandbox/deliveries?event=evt_…&limit=10`: deliveries, newest first. */
function deliveries(c: Context, { deliveries: log }: Webhooks): Response {
  const { limit = SHOWN } = readParams({ limit: integer }, c.req.query());
  const event = c.req.query('event');
  const count = limitOf({ limit });
  const found = event === undefined ? log.latest(count) : log.of(event).slice(-count).reverse();
  return answerJson(c, { data: found.map(presentDelivery) });
}

/** `POST /sandbox/events/{id}/resend`: sends an event again to every endpoint that wants it now. */
function resend(c: Context, webhooks: Webhooks): Response {
  const id = c.req.param('id') ?? '';
  const event = webhooks.events.get(id);
  if (!event) throw problems.noSuch('event', id);
  const endpoints = webhooks.send(event);
  if (endpoints === 0) throw problems.nobodyListens(event.type);
  return answerJson(c, { id, endpoints });
}

/** `/sandbox/deliveries` and `/sandbox/events`: what tests ask and do about webhooks. */
export function createWebhooksApi(webhooks: Webhooks): Hono {
  const api = answeringErrors(new Hono());
  api.get('/deliveries', (c) => deliveries(c, webhooks));
  api.post('/events/:id/resend', (c) => resend(c, webhooks));
  return api;
}
