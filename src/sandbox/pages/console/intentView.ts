import { html } from 'hono/html';
import { formatMoney } from '../../../intent/index.ts';
import { DIALECT_LABELS } from '../../base/dialectName.ts';
import { remainingOf } from '../../methods/bankTransfer.ts';
import { pageUrl } from '../../payment/customerPage.ts';
import { futureUsageOf, type Intent } from '../../payment/intent.ts';
import {
  SIMULATED_OUTCOMES,
  type SimulatedOutcome,
  simulateOutcome,
} from '../../payment/outcome.ts';
import { caveatsOf } from '../../world/caveats.ts';
import type { SandboxContext } from '../../world/context.ts';
import { amountText, type Markup } from '../layout.ts';
import { chargesSection } from './chargesView.ts';
import { dateTimeTag, intentPath, live, pill } from './layout.ts';
import { timeline } from './timeline.ts';

type Fact = readonly [name: string, value: unknown];

const moneyFact = (name: string, amount: number, currency: string): Fact[] =>
  amount > 0 ? [[name, formatMoney(amount, currency, 'en')]] : [];

function factsOf(intent: Intent): Fact[] {
  const { action, captureMethod, currency, extras, lastError, paymentMethod } = intent;
  return [
    ['Gateway', DIALECT_LABELS[intent.dialect]],
    ...(intent.account === null
      ? []
      : [['Account', html`<code>${intent.account}</code>`] as const]),
    ['Created', dateTimeTag(intent.created)],
    ['Method', paymentMethod?.type.replaceAll('_', ' ') ?? 'none yet'],
    intent.kind === 'setup'
      ? ['Usage', futureUsageOf(intent)?.replaceAll('_', ' ')]
      : ['Capture', captureMethod.replaceAll('_', ' ')],
    ...moneyFact('Received', intent.amountReceived, currency),
    ...moneyFact('Capturable', intent.amountCapturable, currency),
    ...moneyFact('Still to come', remainingOf(intent) ?? 0, currency),
    ...(action ? [['Next action', html`<code>${action.nextAction.type}</code>`] as const] : []),
    ...(action?.expiresAt ? [['Ends', dateTimeTag(action.expiresAt)] as const] : []),
    ...(lastError ? [['Last error', html`<code>${lastError.code}</code>`] as const] : []),
    ...(intent.cancellationReason ? [['Canceled as', intent.cancellationReason] as const] : []),
    ...(typeof extras.description === 'string' ? [['For', extras.description] as const] : []),
  ];
}

const factTag = ([name, value]: Fact) => html`<dt>${name}</dt><dd>${value}</dd>`;

/** The label of each outcome's button. */
const LABELS: Readonly<Record<SimulatedOutcome, string>> = {
  succeed: 'Succeed',
  fail: 'Fail',
  process: 'Process',
  expire: 'Expire',
  cancel: 'Cancel',
};

const amountField = (remaining: number) => html`<label>Amount of the transfer, in the smallest unit
<input name="amount" inputmode="numeric" pattern="[0-9]*" maxlength="12" value="${remaining}">
</label>`;

/** A button for each outcome; those that the status does not allow are disabled. */
function buttons(intent: Intent, context: SandboxContext): Markup {
  const button = (outcome: SimulatedOutcome) => {
    const possible = simulateOutcome(intent, outcome, context) !== null;
    return html`<button name="outcome" value="${outcome}" ${possible ? '' : 'disabled'}>${LABELS[outcome]}</button>`;
  };
  const remaining = remainingOf(intent);
  return html`<form method="post" action="${intentPath(intent.id)}/simulate">
${remaining !== null && amountField(remaining)}
<div class="buttons">${SIMULATED_OUTCOMES.map(button)}</div>
</form>`;
}

/** A link to the page of the next action. */
function customerLink({ action, id }: Intent): Markup | '' {
  if (!action || action.place === 'none') return '';
  const url = pageUrl('', action.place, id);
  return html`<p><a href="${url}">Open the customer’s page</a></p>`;
}

/** What Stripe would refuse of this payment. */
function caveatList(intent: Intent): Markup | '' {
  const caveats = caveatsOf(intent);
  if (caveats.length === 0) return '';
  return html`<div class="caveats">
<h2>Stripe would refuse this</h2>
<ul>${caveats.map((each) => html`<li>${each}</li>`)}</ul>
</div>`;
}

const summary = (intent: Intent): Markup => html`<div class="headline">
<p class="amount">${amountText(intent)}</p>${pill(intent.status)}
</div>
<dl>${factsOf(intent).map(factTag)}</dl>
${caveatList(intent)}
${customerLink(intent)}`;

/** One payment: its state, its buttons, and its timeline. */
export const intentSections = (intent: Intent, context: SandboxContext): Markup => html`
<p class="back"><a href="/sandbox/">All payments</a></p>
<div class="columns">
<section class="card" aria-labelledby="payment">
<h1 id="payment"><code>${intent.id}</code></h1>
${live('summary', summary(intent))}
</section>
<section class="card" aria-labelledby="customer">
<h2 id="customer">Be the customer</h2>
<p class="soft">Does what the customer, or time, would do.</p>
${live('buttons', buttons(intent, context))}
</section>
</div>
${live('charges', chargesSection(intent, context))}
<section class="card" aria-labelledby="timeline-title">
<h2 id="timeline-title">Timeline</h2>
${live('timeline', timeline(intent, context))}
</section>`;
