import type { Context, Hono } from 'hono';
import type { JsonObject } from '../base/json.ts';
import { answerJson } from '../base/prettyJson.ts';
import type { AnswerView, Dialect } from '../dialect/dialect.ts';
import { readCaller, requestParams } from '../dialect/requestParams.ts';
import { ApiError, errorBody, type Problem, problems } from '../errors/errors.ts';
import { answerOf } from '../expand/answerOf.ts';
import { expanded } from '../expand/expanded.ts';
import { type Paths, readExpand } from '../expand/readExpand.ts';
import { consoleUrl } from '../payment/customerPage.ts';
import { KIND_NAMES } from '../payment/intentKind.ts';
import { presentPaymentMethod } from '../payment/present.ts';
import { type Rules, unknownNames } from '../request/readers.ts';
import type { Trigger } from '../world/changes.ts';
import type { RequestContext, SandboxContext } from '../world/context.ts';

/** A request for a resource other than one intent. */
export interface ResourceRequest {
  readonly context: RequestContext;
  /** The parameters as they came; read them with `readParams(rules, raw)`. */
  readonly raw: JsonObject;
  /** What of the answer is expanded. Each route's answer is, so that only a count needs to know. */
  readonly expand: Paths;
  /** The parameters of the path: `id` of `/customers/:id`. */
  readonly path: Readonly<Record<string, string>>;
  /** The path as lists show it in `url`: `/v1/customers`. */
  readonly url: string;
}

/** A call of a resource; `run` returns the body of the answer. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Null where `run` itself checks the names of the parameters. */
  readonly rules: Rules | null;
  /** Whether a browser may call it; the others need a secret key. */
  readonly publishable?: boolean;
  run(request: ResourceRequest): object;
}

/** Where routes are mounted: the dialect, the sandbox, and its URL. */
export interface Mount {
  readonly dialect: Dialect;
  readonly context: SandboxContext;
  readonly originOf: (c: Context) => string;
}

/** The view for errors before the caller is known. */
export const PUBLIC_VIEW: AnswerView = { publishable: true, style: null };

/** What an error includes; an intent is shown as the caller may see it. */
function subjects(problem: Problem, dialect: Dialect, view: AnswerView): JsonObject {
  const { code, intent, status } = problem;
  const method = status === 402 ? intent?.lastError?.paymentMethod : undefined;
  return {
    ...(code && dialect.docUrl && { doc_url: dialect.docUrl(code) }),
    ...dialect.bankCodes?.(problem),
    ...(intent && { [KIND_NAMES[intent.kind].object]: dialect.present(intent, view) }),
    ...(method && { payment_method: presentPaymentMethod(method, dialect.time(method.created)) }),
  };
}

/** Where a developer sees the request: in the console, as at Stripe in the dashboard. */
function requestLog(c: Context, { intent }: Problem, { docUrl }: Dialect): JsonObject {
  return docUrl ? { request_log_url: consoleUrl(c.get('origin'), intent?.id) } : {};
}

/** Answers with a problem. */
export function refuse(c: Context, problem: Problem, dialect: Dialect, view: AnswerView): Response {
  const more = { ...subjects(problem, dialect, view), ...requestLog(c, problem, dialect) };
  return answerJson(c, errorBody(problem, more), problem.status);
}

/** The path without the gateway: `/stripe/v1/customers` and `/v1/customers` are the same list. */
const urlOf = (c: Context) => c.req.path.replace(/^.*?(?=\/v1\/)/, '');

/** A request as the trigger of its changes. */
export const triggerOf = (c: Context): Trigger => ({
  requestId: c.get('requestId'),
  idempotencyKey: c.req.header('idempotency-key') ?? null,
});
/** Refuses parameters that a strict gateway does not know. */
export function checkNames({ rules }: Route, raw: JsonObject, dialect: Dialect): void {
  const unknown = dialect.strict && rules ? unknownNames(rules, raw) : [];
  if (unknown.length > 0) throw problems.unknown(unknown);
}

async function answer(c: Context, route: Route, mount: Mount): Promise<object> {
  const { dialect, originOf } = mount;
  const params = await requestParams(c, dialect);
  const { expand: param, ...raw } = params.raw;
  const { account, publishable } = readCaller(c, params);
  if (publishable && !route.publishable) throw problems.secretKeyRequired();
  checkNames(route, raw, dialect);
  const context = { ...mount.context, account, dialect, origin: originOf(c) };
  const path = c.req.param() as Record<string, string>;
  const expansion = readExpand(param, { answer: answerOf(route), publishable });
  const { paths: expand } = expansion;
  const body = context.store.withTrigger(triggerOf(c), () =>
    route.run({ context, raw, expand, path, url: urlOf(c) }),
  );
  return expanded(body, expansion, context);
}

/** Mounts the routes of resources other than one intent. */
export function mountRoutes(api: Hono, routes: readonly Route[], mount: Mount): void {
  for (const route of routes) {
    api.on(route.method, route.path, async (c) => {
      try {
        return answerJson(c, await answer(c, route, mount));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return refuse(c, error.problem, mount.dialect, PUBLIC_VIEW);
      }
    });
  }
}
