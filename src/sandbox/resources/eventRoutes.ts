import type { Dialect } from '../dialect/dialect.ts';
import { problems } from '../errors/errors.ts';
import { createdRange } from '../request/createdRange.ts';
import { PAGING, pageOf } from '../request/page.ts';
import { boolean, list, type Read, readParams, text } from '../request/readers.ts';
import { isOwnedBy } from '../world/context.ts';
import type { GatewayEvent } from '../world/events.ts';
import type { ResourceRequest, Route } from './resource.ts';

const LIST = {
  ...PAGING,
  type: text,
  types: list,
  created: createdRange,
  delivery_success: boolean,
} as const;

/**
 * `payment_intent.*` matches all types with that prefix (stripe 23.1.0, `EventListParams.type`).
 */
const fits = (pattern: string, type: string) =>
  pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;

function isWanted(params: Read<typeof LIST>, { time }: Dialect) {
  const { type, types, created, delivery_success: delivered } = params;
  return (event: GatewayEvent, pending: number) =>
    (type === undefined || fits(type, event.type)) &&
    (types === undefined || types.some((each) => fits(each, event.type))) &&
    (created === undefined || created(time(event.at))) &&
    (delivered === undefined || delivered === (pending === 0));
}

function listEvents({ raw, context, url }: ResourceRequest): object {
  const params = readParams(LIST, raw);
  // "You may pass either type or types, but not both" (stripe 23.1.0, `EventListParams`).
  if (params.type !== undefined && params.types !== undefined)
    throw problems.exclusive(['type', 'types']);
  const { account, webhooks } = context;
  const wanted = isWanted(params, context.dialect);
  const events = webhooks.events
    .of(context.dialect.name)
    .filter((event) => event.account === account)
    .filter((event) => wanted(event, webhooks.deliveries.pending(event.id)));
  return pageOf(events, params, { url, show: (event) => webhooks.show(event) });
}

function retrieve({ path, context }: ResourceRequest): object {
  const { id = '' } = path;
  const event = context.webhooks.events.get(id);
  if (!event || !isOwnedBy(context)(event)) throw problems.noSuch('event', id);
  return context.webhooks.show(event);
}

/** WooshPay documents only the retrieval of one event; its list is a convenience. */
export const EVENT_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/events', rules: LIST, run: listEvents },
  { method: 'GET', path: '/events/:id', rules: {}, run: retrieve },
];
