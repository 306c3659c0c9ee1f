import { html } from 'hono/html';
import { formatMoney } from '../../intent/index.ts';
import { type Charge, isFullyRefunded } from '../payment/charge.ts';
import type { Refund } from '../payment/refund.ts';
import type { SandboxContext } from '../world/context.ts';
import { icon } from './icons.ts';
import { layout, type Markup } from './layout.ts';

type Line = readonly [name: string, value: string];

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** `visa •••• 4242`, or the type of the method. */
function methodText({ paymentMethod }: Charge): string {
  const { details, type } = paymentMethod ?? {};
  if (type !== 'card') return String(type ?? 'unknown').replaceAll('_', ' ');
  return `${details?.brand} •••• ${details?.last4}`;
}

/** Money that came back does not stand on a receipt. */
const isShown = ({ endedAt, isReversal }: Refund) => endedAt === null && !isReversal;

function linesOf(charge: Charge, refunds: readonly Refund[]): Line[] {
  const money = (amount: number) => formatMoney(amount, charge.currency, 'en');
  const captured = charge.amountCaptured;
  return [
    [charge.capturedAt === null ? 'authorized' : 'paid', money(captured || charge.amount)],
    ['date', dateOf(charge.capturedAt ?? charge.created)],
    ['method', methodText(charge)],
    ['charge', charge.id],
    ...refunds
      .filter(isShown)
      .map(({ amount, created }): Line => [`refunded ${dateOf(created)}`, money(-amount)]),
  ];
}

function titleOf(charge: Charge): string {
  if (isFullyRefunded(charge)) return charge.capturedAt === null ? 'Released' : 'Refunded';
  return charge.capturedAt === null ? 'Authorized' : 'Receipt';
}

/** "The receipt is kept up-to-date to the latest state of the charge, including any refunds." */
export function receiptView(
  charge: Charge,
  refunds: readonly Refund[],
  { merchant }: SandboxContext,
): Markup {
  const title = titleOf(charge);
  const { description } = charge.extras;
  const body = html`<section class="sheet">
<p class="seal good">${icon('done')}</p>
<h1>${title}</h1>
<div class="bill">
<p class="merchant">${merchant}</p>
<p class="amount">${formatMoney(charge.amountCaptured || charge.amount, charge.currency, 'en')}</p>
${typeof description === 'string' && html`<p class="description">${description}</p>`}
</div>
<dl>${linesOf(charge, refunds).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
</section>`;
  return layout({ title, body });
}
