import { html } from 'hono/html';
import { formatMoney } from '../../../intent/index.ts';
import { type Charge, refundableOf } from '../../payment/charge.ts';
import type { Intent } from '../../payment/intent.ts';
import type { Refund } from '../../payment/refund.ts';
import type { SandboxContext } from '../../world/context.ts';
import type { Markup } from '../layout.ts';
import { intentPath, pill, timeTag } from './layout.ts';

const refundTag = (refund: Refund): Markup => {
  const { amount, created, currency, failureReason, id, isReversal, status } = refund;
  const why = failureReason === null ? '' : ` · ${failureReason.replaceAll('_', ' ')}`;
  return html`<li>${timeTag(created)} ${isReversal ? 'released' : 'refunded'} ${formatMoney(amount, currency, 'en')} ${pill(status)} <span class="soft"><code>${id}</code>${why}</span></li>`;
};

function chargeTag(charge: Charge, refunds: readonly Refund[]): Markup {
  const { amount, created, currency, id, status } = charge;
  const own = refunds.filter((refund) => refund.charge === id);
  return html`<li>${timeTag(created)} ${formatMoney(amount, currency, 'en')} ${pill(status)} <span class="soft"><code>${id}</code></span>
${own.length > 0 && html`<ul class="deliveries">${own.map(refundTag)}</ul>`}</li>`;
}

function refundForm(charge: Charge, intentId: string): Markup {
  const most = refundableOf(charge);
  return html`<form method="post" action="${intentPath(intentId)}/refund">
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
<ul class="lines">${charges.map((charge) => chargeTag(charge, refunds))}</ul>
${charges.filter(isRefundable).map((charge) => refundForm(charge, id))}
</section>`;
}
