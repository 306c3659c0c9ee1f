import { html } from 'hono/html';
import { formatMoney } from '../../../intent/index.ts';
import { type Charge, refundableOf } from '../../payment/charge.ts';
import type { Intent } from '../../payment/intent.ts';
import type { Refund } from '../../payment/refund.ts';
import type { SandboxContext } from '../../world/context.ts';
import type { Markup } from '../layout.ts';
import { intentPath, pill, timeTag } from './layout.ts';

interface Line {
  readonly at: number;
  readonly kind: 'call' | 'status';
  readonly body: Markup;
}

function refundLine(refund: Refund): Line {
  const { amount, created, currency, failureReason, id, isReversal, status } = refund;
  const what = isReversal ? 'released' : 'refunded';
  const why = failureReason === null ? '' : ` ${failureReason.replaceAll('_', ' ')}`;
  const body = html`${what} ${formatMoney(amount, currency, 'en')} ${pill(status)}<span class="soft">${why}</span> <code>${id}</code>`;
  return { at: created, kind: 'call', body };
}

function chargeLine({ amount, created, currency, error, id, status }: Charge): Line {
  const body = html`<b>${formatMoney(amount, currency, 'en')}</b> ${pill(status)}<span class="soft"> ${error?.code}</span> <code>${id}</code>`;
  return { at: created, kind: 'status', body };
}

/** A charge, and what has gone back of it. */
const linesOf = (charge: Charge, refunds: readonly Refund[]): Line[] => [
  chargeLine(charge),
  ...refunds.filter((refund) => refund.charge === charge.id).map(refundLine),
];

const lineTag = ({ at, body, kind }: Line): Markup =>
  html`<li class="${kind}">${timeTag(at)}<div>${body}</div></li>`;

function refundForm(charge: Charge, intentId: string): Markup {
  const most = refundableOf(charge);
  return html`<form class="refund" method="post" action="${intentPath(intentId)}/refund">
<input type="hidden" name="charge" value="${charge.id}">
<label>Amount to refund, in the smallest unit
<input name="amount" inputmode="numeric" pattern="[0-9]*" maxlength="12" value="${most}">
</label>
<button>Refund</button>
</form>`;
}

const isRefundable = (charge: Charge) => charge.status === 'succeeded' && refundableOf(charge) > 0;

/** The charges of a payment with their refunds, oldest first, and a form to refund what is left. */
export function chargesSection({ id }: Intent, { store }: SandboxContext): Markup | '' {
  const charges = store.charges().filter(({ paymentIntent }) => paymentIntent === id);
  if (charges.length === 0) return '';
  const refunds = store.refunds();
  return html`<section class="card" aria-labelledby="charges-title">
<h2 id="charges-title">Charges and refunds</h2>
<ol class="timeline">${charges.flatMap((charge) => linesOf(charge, refunds)).map(lineTag)}</ol>
${charges.filter(isRefundable).map((charge) => refundForm(charge, id))}
</section>`;
}
