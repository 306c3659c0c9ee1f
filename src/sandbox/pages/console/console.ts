import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import type { TestClock } from '../../base/clock.ts';
import type { JsonObject } from '../../base/json.ts';
import type { Timers } from '../../base/timers.ts';
import { advanceClock } from '../../control/clockApi.ts';
import { readSimulation, simulate } from '../../control/simulate.ts';
import { DIALECTS } from '../../dialect/dialects.ts';
import { ApiError, problems } from '../../errors/errors.ts';
import { ruleOf } from '../../guards/faultRules.ts';
import type { Faults } from '../../guards/faults.ts';
import { createRefund, REFUND_PARAMS } from '../../operations/refunds.ts';
import { formOf } from '../../request/body.ts';
import { eventStream } from '../../request/eventStream.ts';
import { isSameOrigin } from '../../request/origins.ts';
import { readParams } from '../../request/readers.ts';
import type { SandboxContext } from '../../world/context.ts';
import { refusalView, unknownView } from '../statusViews.ts';
import { changes } from './changes.ts';
import { intentSections } from './intentView.ts';
import { CONSOLE, consoleLayout, intentPath } from './layout.ts';
import { type Filter, listSection } from './listView.ts';
import { clockPanel, faultsPanel, webhooksPanel } from './panels.ts';

/** What the console shows and changes. */
export interface ConsoleParts {
  readonly context: SandboxContext;
  readonly clock: TestClock;
  readonly faults: Faults;
  readonly timers: Timers;
}

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

const filterOf = ({ req }: Context): Filter => ({
  status: req.query('status') ?? '',
  gateway: req.query('gateway') ?? '',
  kind: req.query('kind') ?? '',
  search: (req.query('search') ?? '').trim(),
  after: req.query('after') ?? '',
});

function showAll(c: Context, parts: ConsoleParts, problem: string | null = null) {
  const { clock, faults, context } = parts;
  const body = html`<div class="overview">${listSection(context.store.intents().reverse(), filterOf(c))}
<div class="panels">${clockPanel(clock)}${faultsPanel(faults)}${webhooksPanel(context.webhooks)}</div></div>`;
  const page = consoleLayout({ title: 'Console', about: null, body, problem });
  return c.html(page, problem === null ? 200 : 400, HEADERS);
}

function showOne(c: Context, parts: ConsoleParts, problem: string | null = null) {
  const { clock, faults, context } = parts;
  const intent = context.store.get(c.req.param('id') ?? '');
  if (!intent) return c.html(unknownView(), 404, HEADERS);
  const body = html`${intentSections(intent, context)}
<div class="columns">${clockPanel(clock)}${faultsPanel(faults)}</div>`;
  const page = consoleLayout({ title: intent.id, about: intent.id, body, problem });
  return c.html(page, problem === null ? 200 : 400, HEADERS);
}

/**
 * Simulates an outcome. The amount is for a part of a bank transfer, and is ignored by other
 * buttons.
 */
function simulateForm(c: Context, form: JsonObject, { context }: ConsoleParts): void {
  const { amount, outcome } = form;
  const simulation = outcome === 'succeed' && amount ? { outcome, amount } : { outcome };
  const intent = context.store.get(c.req.param('id') ?? '');
  if (intent) simulate(intent, readSimulation(simulation), context);
}

/** Refunds a charge of the payment, as the merchant's server would. */
function refundForm(c: Context, form: JsonObject, { context }: ConsoleParts): void {
  const intent = context.store.get(c.req.param('id') ?? '');
  if (!intent) return;
  const { account, dialect } = intent;
  const { origin } = new URL(c.req.url);
  const params = readParams(REFUND_PARAMS, { ...form, payment_intent: intent.id });
  createRefund(params, { ...context, account, dialect: DIALECTS[dialect], origin });
}

function resend(c: Context, _form: JsonObject, { context }: ConsoleParts): void {
  const id = c.req.param('id') ?? '';
  const event = context.webhooks.events.get(id);
  if (!event) throw problems.noSuch('event', id);
  if (context.webhooks.send(event) === 0) throw problems.nobodyListens(event.type);
}

/** Long enough to see a spinner. Milliseconds. */
const SLOW = 3000;

function beginFault(_c: Context, form: JsonObject, { faults }: ConsoleParts): void {
  const { calls, kind, times, when } = form;
  const named = calls === 'GET' || calls === 'POST' ? 'method' : 'call';
  const rule = {
    kind,
    ...(kind === 'latency' && { ms: SLOW }),
    ...(calls ? { [named]: calls } : {}),
    ...(times ? { times } : {}),
    ...(when ? { when } : {}),
  };
  faults.add((id) => ruleOf(rule, id));
}

function advance(_c: Context, form: JsonObject, { clock, context }: ConsoleParts): void {
  advanceClock(Number(form.advance), clock, context.store);
}

type Action = (c: Context, form: JsonObject, parts: ConsoleParts) => void;

/** What the forms do, by the path under the console. */
const ACTIONS: Readonly<Record<string, Action>> = {
  '/:id/simulate': simulateForm,
  '/:id/refund': refundForm,
  '/events/:id/resend': resend,
  '/faults': beginFault,
  '/faults/:id/end': (c, _form, { faults }) => faults.clear(c.req.param('id')),
  '/clock': advance,
};

/**
 * The path of the page with the form, and nothing else of the Referer, which another site may set.
 */
function backOf(c: Context): string {
  const referer = c.req.header('referer') ?? '';
  const { pathname, search } = URL.canParse(referer) ? new URL(referer) : new URL(c.req.url);
  return pathname === '/sandbox/' || /^\/sandbox\/console\/\w+$/.test(pathname)
    ? pathname + search
    : '/sandbox/';
}

/** Whether the form is on the page of one intent. */
const isOfIntent = (path: string) => path.startsWith('/:id/');

function act(routes: Hono, path: string, action: Action, parts: ConsoleParts): void {
  routes.post(path, async (c) => {
    try {
      action(c, await formOf(c), parts);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const show = isOfIntent(path) ? showOne : showAll;
      return show(c, parts, error.problem.message);
    }
    return c.redirect(isOfIntent(path) ? intentPath(c.req.param('id') ?? '') : backOf(c), 303);
  });
}

/** Refuses the forms of other sites. */
const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || isSameOrigin(c)) return next();
  return c.html(
    refusalView('Not from here', 'Another site sent this form. Nothing was done.'),
    403,
  );
};

/** `/sandbox/`: payments, their history, and buttons to act on them. It needs no script. */
export function createConsole(parts: ConsoleParts): Hono {
  const { timers, context } = parts;
  const routes = new Hono();
  routes.use(sameOrigin);
  routes.get('/changes', (c) =>
    eventStream(c, context.heartbeat, changes(context, timers, c.req.query('intent') ?? null)),
  );
  routes.get('/:id', (c) => showOne(c, parts));
  for (const [path, action] of Object.entries(ACTIONS)) act(routes, path, action, parts);
  const sandbox = new Hono();
  sandbox.get('/sandbox', (c) => c.redirect('/sandbox/', 302));
  sandbox.get('/sandbox/', (c) => showAll(c, parts));
  sandbox.get('/sandbox/intents/:id/console', (c) =>
    c.redirect(intentPath(c.req.param('id')), 302),
  );
  sandbox.route(CONSOLE, routes);
  return sandbox;
}
