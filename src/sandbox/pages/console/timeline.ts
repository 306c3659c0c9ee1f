import { html } from 'hono/html';
import { formatMoney } from '../../../intent/index.ts';
import type { Intent } from '../../payment/intent.ts';
import type { Call } from '../../world/callLog.ts';
import type { SandboxContext } from '../../world/context.ts';
import type { Delivery } from '../../world/delivery.ts';
import type { GatewayEvent } from '../../world/events.ts';
import type { HistoryEntry } from '../../world/history.ts';
import type { Markup } from '../layout.ts';
import { CONSOLE, pill, timeTag } from './layout.ts';

/** One line of the timeline. */
interface Entry {
  readonly at: number;
  /** The order at the same time: a call, then its effect, then its event. */
  readonly rank: number;
  readonly kind: 'call' | 'status' | 'event';
  readonly body: Markup;
}

/** Repeated reads in one line, since polling reads often. */
function runsOf(calls: readonly Call[]): Call[][] {
  const runs: Call[][] = [];
  for (const call of calls) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const same = first?.method === 'GET' && call.method === 'GET' && first.path === call.path;
    const alike = first?.status === call.status && first.fault === call.fault;
    if (run && same && alike) run.push(call);
    else runs.push([call]);
  }
  return runs;
}

const outcomeOf = (status: number) => (status > 0 && status < 400 ? 'good' : 'bad');

/** What the status of a call does not show. */
function noteOf({ fault, ran, status }: Call): string {
  if (fault) return ` fault: ${fault}`;
  return !ran && status > 0 && status < 400 ? ' repeated key, first answer again' : '';
}

function callEntry(run: readonly Call[]): Entry[] {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return [];
  const { method, path, status } = first;
  const times =
    run.length > 1
      ? html` <span class="soft">× ${run.length}, last ${timeTag(last.at)}</span>`
      : '';
  const body = html`<b>${method}</b> <code>${path}</code> <span class="pill ${outcomeOf(status)}">${status || 'no answer'}</span><span class="soft">${noteOf(first)}</span>${times}`;
  return [{ at: first.at, rank: 0, kind: 'call', body }];
}

function amounts(
  { amountCapturable, amountReceived }: HistoryEntry,
  { currency }: Intent,
): Markup | '' {
  const parts = [
    ...(amountReceived > 0 ? [`received ${formatMoney(amountReceived, currency, 'en')}`] : []),
    ...(amountCapturable > 0
      ? [`capturable ${formatMoney(amountCapturable, currency, 'en')}`]
      : []),
  ];
  return parts.length > 0 ? html` <span class="soft">${parts.join(', ')}</span>` : '';
}

function turnEntry(turn: HistoryEntry, intent: Intent): Entry {
  const error = turn.error === null ? '' : html` <span class="bad">${turn.error}</span>`;
  const body = html`${pill(turn.status)}${amounts(turn, intent)}${error}`;
  return { at: turn.at, rank: 1, kind: 'status', body };
}

function deliveryTag({ attempts, endpoint, state }: Delivery): Markup {
  const last = attempts.at(-1);
  const answer = last ? ` · ${last.status ?? last.error}` : '';
  const tries = attempts.length > 1 ? ` · ${attempts.length} attempts` : '';
  const { host, pathname } = new URL(endpoint.url);
  return html`<li>${pill(state)} <span class="soft">${host}${pathname}${answer}${tries}</span></li>`;
}

function eventEntry(event: GatewayEvent, { webhooks }: SandboxContext): Entry {
  const { at, id, type } = event;
  const deliveries = webhooks.deliveries.of(id);
  const hasEndpoint = webhooks.endpoints.wanting(event).length > 0;
  const resend = html`<form method="post" action="${CONSOLE}/events/${id}/resend"><button class="small">Send again</button></form>`;
  const name = type.split('.').map((part, at) => (at === 0 ? part : html`.<wbr>${part}`));
  const body = html`<b>${name}</b> <code>${id}</code>${hasEndpoint && resend}
${deliveries.length > 0 && html`<ul class="deliveries">${deliveries.map(deliveryTag)}</ul>`}`;
  return { at, rank: 2, kind: 'event', body };
}

const SHOWN = 200;

/** The latest calls, statuses and events of one payment, in order. */
export function timeline(intent: Intent, context: SandboxContext): Markup {
  const { calls } = context.store.log(intent.id);
  const entries = [
    ...runsOf(calls).flatMap(callEntry),
    ...context.history.of(intent.id).map((turn) => turnEntry(turn, intent)),
    ...context.webhooks.events.about(intent.id).map((event) => eventEntry(event, context)),
  ];
  const sorted = entries.sort((one, other) => one.at - other.at || one.rank - other.rank);
  const lines = sorted
    .slice(-SHOWN)
    .map(({ at, body, kind }) => html`<li class="${kind}">${timeTag(at)}<div>${body}</div></li>`);
  return html`<ol class="timeline">${lines}</ol>`;
}
