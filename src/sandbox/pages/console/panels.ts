import { html } from 'hono/html';
import type { TestClock } from '../../base/clock.ts';
import { DIALECT_LABELS } from '../../base/dialectName.ts';
import type { FaultKind } from '../../base/faultKind.ts';
import type { FaultRule } from '../../guards/faultRules.ts';
import type { Faults } from '../../guards/faults.ts';
import { type Delivery, shownUrl } from '../../world/delivery.ts';
import type { Endpoint } from '../../world/endpoints.ts';
import type { Webhooks } from '../../world/webhooks.ts';
import type { Markup } from '../layout.ts';
import { CONSOLE, dateTimeTag, intentPath, live, pill, timeTag } from './layout.ts';

/** How far the buttons advance the clock. Seconds. */
const STEPS = [
  [60, '+1 min'],
  [3600, '+1 h'],
  [86_400, '+1 day'],
] as const;

const stepTag = ([seconds, label]: (typeof STEPS)[number]) =>
  html`<button name="advance" value="${seconds}">${label}</button>`;

/** `3 d 2 h 5 min` */
function formatDuration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : [])).join(' ');
}

export const clockPanel = (
  clock: TestClock,
): Markup => html`<section class="card" aria-labelledby="clock">
<h2 id="clock">Clock</h2>
${live('time', html`<p>${dateTimeTag(clock.now())} UTC${clock.offset() > 0 && html` <span class="soft">(${formatDuration(clock.offset())} ahead)</span>`}</p>`)}
<form method="post" action="${CONSOLE}/clock"><div class="buttons">${STEPS.map(stepTag)}</div></form>
</section>`;

const KINDS: Readonly<Record<FaultKind, string>> = {
  latency: 'Slow answers',
  rate_limit: '429 rate limit',
  lock_timeout: '429 lock timeout',
  conflict: '409 key in use',
  server_error: '500 server error',
  drop: 'Dropped connections',
  break_off: 'Answers broken off',
  malformed: 'Malformed answers',
  stale: 'Stale reads',
};

const TIMES = [
  ['1', 'once'],
  ['3', '3 times'],
  ['', 'until ended'],
] as const;

/** By HTTP method, or by name. */
const CALLS = [
  ['', 'all calls'],
  ['GET', 'reads'],
  ['POST', 'writes'],
  ['confirm', 'confirms'],
] as const;

const WHEN = [
  ['before', 'is not done'],
  ['after', 'is done, its answer lost'],
] as const;

const options = (entries: Iterable<readonly [string, string]>) =>
  [...entries].map(([value, label]) => html`<option value="${value}">${label}</option>`);

function ruleTag(rule: FaultRule): Markup {
  const { call, id, intent, kind, method, ms, path, probability, times, when } = rule;
  const delay = kind === 'latency' ? ` by ${ms / 1000} s` : '';
  const done = when === 'after' ? ', work done' : '';
  const calls = [call, method, path, intent].filter(Boolean).join(' ') || 'all calls';
  const often = times === null ? 'until ended' : `${times} × more`;
  const chance = probability < 1 ? ` · ${Math.round(probability * 100)} %` : '';
  return html`<li><span>${KINDS[kind]}${delay}${done} <span class="soft">${calls} · ${often}${chance}</span></span>
<form method="post" action="${CONSOLE}/faults/${id}/end"><button class="small">End</button></form></li>`;
}

export function faultsPanel(faults: Faults): Markup {
  const rules = faults.list();
  const list = html`<ul class="lines">${rules.map(ruleTag)}</ul>`;
  return html`<section class="card" aria-labelledby="faults">
<h2 id="faults">Faults</h2>
${live('faults-now', rules.length > 0 ? list : html`<p class="soft">All answers are as they should be.</p>`)}
<form method="post" action="${CONSOLE}/faults">
<label>What goes wrong <select name="kind">${options(Object.entries(KINDS))}</select></label>
<div class="pair"><label>With <select name="calls">${options(CALLS)}</select></label>
<label>How often <select name="times">${options(TIMES)}</select></label></div>
<label>The call’s work <select name="when">${options(WHEN)}</select></label>
<button>Begin</button>
</form>
</section>`;
}

const endpointTag = ({ dialect, enabled, enabledEvents, url }: Endpoint): Markup =>
  html`<li><span><code>${shownUrl(url)}</code> <span class="soft">${dialect ? DIALECT_LABELS[dialect] : 'both gateways'} · ${enabledEvents.join(', ')}${!enabled && ' · disabled'}</span></span></li>`;

/** An event's name, with a link to the intent that it is about. */
function eventTag({ intentId, type }: Delivery['event']): Markup | string {
  const name = type.replace(/^(payment|setup)_intent\./, '');
  return intentId === null ? name : html`<a href="${intentPath(intentId)}">${name}</a>`;
}

const deliveryTag = ({ attempts, event, state }: Delivery): Markup => {
  const last = attempts.at(-1);
  return html`<li><span>${timeTag(last?.at ?? event.at)} ${pill(state)} ${eventTag(event)} <span class="soft">${last && (last.status ?? last.error)}</span></span></li>`;
};

const LATEST = 8;

const NO_ENDPOINT = html`<p class="soft">No endpoint yet: <code>POST /v1/webhook_endpoints</code>, or start with <code>--forward-to</code>.</p>`;

export function webhooksPanel({ deliveries, endpoints }: Webhooks): Markup {
  const all = endpoints.all();
  const latest = deliveries.latest(LATEST);
  const list = html`<ul class="lines">${all.map(endpointTag)}</ul>`;
  const sent = html`<h3>Latest deliveries</h3><ul class="lines">${latest.map(deliveryTag)}</ul>`;
  return html`<section class="card" aria-labelledby="webhooks">
<h2 id="webhooks">Webhooks</h2>
${live('hooks', html`${all.length > 0 ? list : NO_ENDPOINT}${latest.length > 0 && sent}`)}
</section>`;
}
