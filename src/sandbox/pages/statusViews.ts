import { html } from 'hono/html';
import type { IntentStatus } from '../../intent/index.ts';
import type { Intent } from '../payment/intent.ts';
import type { IntentKind } from '../payment/intentKind.ts';
import type { SandboxContext } from '../world/context.ts';
import { icon } from './icons.ts';
import { bill, layout, type Markup } from './layout.ts';

/** The hidden frame of 3-D Secure: a form that a script submits at once. */
export function deviceDataView(): Markup {
  const body = html`<section class="sheet">
<p class="brand">${icon('challenge')}<span>3-D Secure</span></p>
<h1>Checking your device</h1>
<p class="note">This takes a moment.</p>
<form method="post" data-autosubmit><button class="quiet">Continue</button></form>
</section>`;
  return layout({ title: 'Checking your device', body, script: 'ddc.js' });
}

const ENDINGS: Partial<Record<IntentStatus, readonly [end: string, tone: string]>> = {
  succeeded: ['approved', 'good'],
  requires_capture: ['approved', 'good'],
  requires_confirmation: ['approved', 'good'],
  processing: ['under way', 'good'],
  canceled: ['canceled', 'bad'],
};

const NOUNS: Readonly<Record<IntentKind, string>> = { payment: 'Payment', setup: 'Setup' };

/** The page of an intent that does not wait for the customer any more. */
export function endedView(intent: Intent, context: SandboxContext, back: string | null): Markup {
  const [end, tone] = ENDINGS[intent.status] ?? ['not made', 'bad'];
  const title = `${NOUNS[intent.kind]} ${end}`;
  const way = back
    ? html`<a class="button primary" href="${back}">Back to the shop</a>`
    : html`<p class="note">You can go back to the shop.</p>`;
  const body = html`<section class="sheet" data-ended="${intent.status}">
<p class="seal ${tone}">${icon(tone === 'good' ? 'done' : 'failed')}</p>
<h1>${title}</h1>
${bill(intent, context)}
<p class="note">This page no longer waits for you.</p>
${way}
</section>`;
  return layout({ title, body });
}

/** A page that only says why something was refused. */
export function refusalView(title: string, why: string): Markup {
  const body = html`<section class="sheet">
<p class="seal bad">${icon('failed')}</p>
<h1>${title}</h1>
<p class="note">${why}</p>
</section>`;
  return layout({ title, body });
}

/** The page for an unknown payment. */
export const unknownView = (): Markup =>
  refusalView(
    'No such payment',
    'The sandbox keeps payments in memory: it may have been restarted.',
  );
