import { html } from 'hono/html';
import { remainingOf } from '../methods/bankTransfer.ts';
import { CORRECT } from '../operations/microdeposits.ts';
import { type Intent, payloadOf } from '../payment/intent.ts';
import type { Markup } from './layout.ts';

/** What a tester enters before the buttons. */
export type Fields = (intent: Intent) => Markup;

export const codeField: Fields = () => html`<label>One-time code
<input name="code" inputmode="numeric" autocomplete="one-time-code" placeholder="123456" maxlength="8" required autofocus>
</label>`;

export const partField: Fields = (intent) => html`<label>Amount in the smallest unit; less is a part
<input name="amount" inputmode="numeric" value="${remainingOf(intent)}" maxlength="12" required>
</label>`;

const deposit = (label: string, name: string, value: string | number) => html`<label>${label}
<input name="${name}" value="${value}" maxlength="6" required>
</label>`;

/** Filled in with the correct values, since no deposit arrives. */
export const depositFields: Fields = (intent) => {
  const { microdeposit_type } = payloadOf(intent);
  if (microdeposit_type !== 'amounts') return deposit('Code', 'code', CORRECT.code);
  const [first, second] = CORRECT.amounts;
  return html`${deposit('First amount in cents', 'first', first)}${deposit('Second amount in cents', 'second', second)}`;
};
