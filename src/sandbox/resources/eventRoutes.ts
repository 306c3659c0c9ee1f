import type { Dialect } from '../dialect/dialect.ts';
import { problems } from '../errors/errors.ts';
import { PAGING, pageOf } from '../request/page.ts';
import { anything, boolean, list, type Read, readParams, text } from '../request/readers.ts';
import { span } from '../request/span.ts';
import type { GatewayEvent } from '../world/events.ts';
import type { ResourceRequest, Route } from './resource.ts';

const LIST = {
  ...PAGING,
  type: text,
  types: list,
  created: span,
  delivery_success: boolean,
  expand: list,
} as const;

/** `payment_intent.*` stands for all that begin so (stripe 23.1.0, `EventListParams.type`). */
const fits = (pattern: string, type: string) =>
  pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;

function asked(params: Read<typeof LIST>, { time }: Dialect) {
  const { type, types, created, delivery_success: delivered } = params;
  return (event: GatewayEvent, pending: number) =>
    (type === undefined || fits(type, event.type)) &&
    (types === undefined || types.some((each) => fits(each, event.type))) &&
    (created === undefined || created(time(event.at))) &&
    (delivered === undefined || delivered === (pending === 0));
}

function listEvents({ raw, scene, url }: ResourceRequest): object {
  const params = readParams(LIST, raw);
  const { webhooks } = scene;
  const wanted = asked(params, scene.dialect);
  const events = webhooks.events
    .of(scene.dialect.name)
    .filter((event) => wanted(event, webhooks.deliveries.pending(event.id)));
  return pageOf(events, params, { url, show: (event) => webhooks.show(event) });
}

function retrieve({ path, scene }: ResourceRequest): object {
  const { id = '' } = path;
  const event = scene.webhooks.events.get(id);
  if (event?.intent.dialect !== scene.dialect.name) throw problems.noSuch('event', id);
  return scene.webhooks.show(event);
}

/** WooshPay documents the retrieval of one event; that it lists them too is a convenience. */
export const EVENT_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/events', rules: LIST, run: listEvents },
  { method: 'GET', path: '/events/:id', rules: { expand: anything }, run: retrieve },
];
