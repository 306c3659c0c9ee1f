import { newId, newSigningSecret } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { problems } from '../errors/errors.ts';
import { PAGING, pageOf } from '../request/page.ts';
import {
  boolean,
  mergeMetadata,
  metadata,
  type Read,
  readParams,
  text,
} from '../request/readers.ts';
import { webhookUrl } from '../request/urls.ts';
import type { Endpoint } from '../world/endpoints.ts';
import { enabledEvents } from './enabledEvents.ts';
import type { ResourceRequest, Route } from './resource.ts';

/** Stripe's limit for one account. */
const MOST = 16;

const COMMON = {
  url: webhookUrl,
  enabled_events: enabledEvents,
  description: text,
  metadata,
} as const;

const CREATE = { ...COMMON, api_version: text, connect: boolean } as const;
const UPDATE = { ...COMMON, disabled: boolean } as const;

function present(endpoint: Endpoint, dialect: Dialect): JsonObject {
  return {
    id: endpoint.id,
    object: 'webhook_endpoint',
    api_version: endpoint.apiVersion,
    application: null,
    created: dialect.time(endpoint.created),
    description: endpoint.description,
    enabled_events: endpoint.enabledEvents,
    livemode: false,
    metadata: endpoint.metadata,
    status: endpoint.enabled ? 'enabled' : 'disabled',
    url: endpoint.url,
  };
}

function createOne({ raw, context }: ResourceRequest): object {
  const { account, dialect, now, random, webhooks } = context;
  const params = readParams(CREATE, raw);
  if (params.url === undefined) throw problems.missing('url');
  if (params.enabled_events === undefined) throw problems.missing('enabled_events');
  if (webhooks.endpoints.of(dialect.name, account).length >= MOST) {
    throw problems.invalid(`You have reached the maximum of ${MOST} test webhook endpoints.`);
  }
  const secret = newSigningSecret(random);
  const endpoint = webhooks.endpoints.put({
    id: newId('we', dialect.name, random),
    dialect: dialect.name,
    account,
    connect: params.connect ?? false,
    url: params.url,
    secret,
    enabledEvents: params.enabled_events,
    enabled: true,
    description: params.description || null,
    metadata: mergeMetadata({}, params.metadata),
    apiVersion: params.api_version ?? null,
    created: now(),
  });
  return { ...present(endpoint, dialect), secret };
}

function find({ path, context }: ResourceRequest): Endpoint {
  const { id = '' } = path;
  const endpoint = context.webhooks.endpoints.get(id);
  const { account, dialect } = context;
  const isHere = endpoint?.dialect === dialect.name && endpoint.account === account;
  if (!isHere) throw problems.noSuch('webhook_endpoint', id);
  return endpoint;
}

function changes(params: Read<typeof UPDATE>, endpoint: Endpoint): Partial<Endpoint> {
  const { description, disabled, enabled_events: enabledEvents, metadata: pairs, url } = params;
  return {
    ...(url !== undefined && { url }),
    ...(enabledEvents !== undefined && { enabledEvents }),
    ...(disabled !== undefined && { enabled: !disabled }),
    ...(description !== undefined && { description: description || null }),
    ...(pairs !== undefined && { metadata: mergeMetadata(endpoint.metadata, pairs) }),
  };
}

function update(request: ResourceRequest): object {
  const { raw, context } = request;
  const endpoint = find(request);
  const changed = { ...endpoint, ...changes(readParams(UPDATE, raw), endpoint) };
  return present(context.webhooks.endpoints.put(changed), context.dialect);
}

function remove(request: ResourceRequest): object {
  const { id } = find(request);
  request.context.webhooks.endpoints.delete(id);
  return { id, object: 'webhook_endpoint', deleted: true };
}

function listAll({ raw, context, url }: ResourceRequest): object {
  const { account, dialect, webhooks } = context;
  const show = (endpoint: Endpoint) => present(endpoint, dialect);
  return pageOf(webhooks.endpoints.of(dialect.name, account), readParams(PAGING, raw), {
    url,
    show,
  });
}

const ALL = '/webhook_endpoints';
const ONE = `${ALL}/:id`;

export const WEBHOOK_ENDPOINT_ROUTES: readonly Route[] = [
  { method: 'POST', path: ALL, rules: CREATE, run: createOne },
  { method: 'GET', path: ALL, rules: PAGING, run: listAll },
  {
    method: 'GET',
    path: ONE,
    rules: {},
    run: (request) => present(find(request), request.context.dialect),
  },
  { method: 'POST', path: ONE, rules: UPDATE, run: update },
  { method: 'DELETE', path: ONE, rules: {}, run: remove },
];
