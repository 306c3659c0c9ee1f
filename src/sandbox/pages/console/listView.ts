import { html } from 'hono/html';
import { INTENT_STATUSES } from '../../../intent/index.ts';
import { DIALECT_LABELS } from '../../base/dialectName.ts';
import type { Intent } from '../../payment/intent.ts';
import { INTENT_KINDS, KIND_NAMES } from '../../payment/intentKind.ts';
import { amountText, type Markup } from '../layout.ts';
import { dateTimeTag, intentPath, live, pill } from './layout.ts';

/** The filter in the query. */
export interface Filter {
  readonly status: string;
  readonly gateway: string;
  readonly kind: string;
  readonly search: string;
  /** The id of the last payment on the page before. */
  readonly after: string;
}

const SHOWN = 50;

const fits = ({ gateway, kind, search, status }: Filter, intent: Intent) =>
  (status === '' || intent.status === status) &&
  (gateway === '' || intent.dialect === gateway) &&
  (kind === '' || intent.kind === kind) &&
  intent.id.toLowerCase().includes(search.toLowerCase());

const option = (value: string, label: string, chosen: string) =>
  html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${label}</option>`;

const GATEWAYS = [['', 'Both gateways'], ...Object.entries(DIALECT_LABELS)] as const;

const KINDS = [
  ['', 'Both kinds'],
  ...INTENT_KINDS.map((kind) => [kind, `${KIND_NAMES[kind].label}s`] as const),
] as const;

const statusOptions = (chosen: string) => [
  option('', 'Any status', chosen),
  ...INTENT_STATUSES.map((status) => option(status, status.replaceAll('_', ' '), chosen)),
];

const filterForm = ({ gateway, kind, search, status }: Filter): Markup => html`
<form class="filter" method="get" action="/sandbox/">
<label>Status <select name="status">${statusOptions(status)}</select></label>
<label>Gateway <select name="gateway">${GATEWAYS.map(([value, label]) => option(value, label, gateway))}</select></label>
<label>Kind <select name="kind">${KINDS.map(([value, label]) => option(value, label, kind))}</select></label>
<label class="wide">Id <input name="search" value="${search}" placeholder="pi_… or seti_…" maxlength="64" autocomplete="off" spellcheck="false"></label>
<button>Filter</button>
</form>`;

function row(intent: Intent): Markup {
  const { account, created, dialect, id, paymentMethod, status } = intent;
  const of = account === null ? '' : ` · ${account}`;
  const method = paymentMethod?.type.replaceAll('_', ' ') ?? 'no method yet';
  return html`<li><a class="row" href="${intentPath(id)}">
<span class="money">${intent.kind === 'setup' ? 'Setup' : amountText(intent)}</span>
${pill(status)}
<code>${id}</code>
<span class="soft">${DIALECT_LABELS[dialect]}${of} · ${method}</span>
<span class="soft when">${dateTimeTag(created)}</span>
</a></li>`;
}

function older(filter: Filter, last: Intent): Markup {
  const query = new URLSearchParams({ ...filter, after: last.id });
  return html`<a class="button" href="/sandbox/?${query}">Older</a>`;
}

const NONE = html`<p class="empty">No payments here yet. Create one with the API, or in the <a href="/">demo shop</a>.</p>`;

/** The payments, newest first, by status, gateway and id. */
export function listSection(intents: readonly Intent[], filter: Filter): Markup {
  const found = intents.filter((intent) => fits(filter, intent));
  const start = found.findIndex(({ id }) => id === filter.after) + 1;
  const shown = found.slice(start, start + SHOWN);
  const last = shown.at(-1);
  const more = last && start + SHOWN < found.length ? older(filter, last) : '';
  const rows = shown.length > 0 ? html`<ul class="rows">${shown.map(row)}</ul>` : NONE;
  return html`<section class="card list" aria-labelledby="payments">
<h1 id="payments">Payments</h1>
${filterForm(filter)}
${live('list', html`<p class="soft count">${found.length} found</p>${rows}${more}`)}
</section>`;
}
