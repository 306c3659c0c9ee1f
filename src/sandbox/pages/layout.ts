import { html } from 'hono/html';
import { formatMoney } from '../../intent/index.ts';
import type { Intent } from '../payment/intent.ts';
import type { SandboxContext } from '../world/context.ts';

export type Markup = ReturnType<typeof html>;

interface HtmlDocument {
  readonly title: string;
  /** Files of `/sandbox/assets`. */
  readonly stylesheet: string;
  readonly script: string | null;
  /** The `<body>`. */
  readonly body: Markup;
}

const scriptTag = (script: string) => html`<script src="/sandbox/assets/${script}" defer></script>`;

/** The document of every page of the sandbox. */
export const htmlDocument = ({ body, script, stylesheet, title }: HtmlDocument): Markup =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Paystep sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/assets/${stylesheet}">
${script !== null && scriptTag(script)}
</head>
${body}
</html>`;

interface Layout {
  readonly title: string;
  readonly body: Markup;
  readonly script?: string;
}

/** The frame of every customer's page. */
export const layout = ({ title, body, script }: Layout): Markup =>
  htmlDocument({
    title,
    stylesheet: 'page.css',
    script: script ?? null,
    body: html`<body>
<p class="ribbon"><strong>Test mode</strong> – Paystep sandbox</p>
<main>${body}</main>
<footer>No real money moves here.</footer>
</body>`,
  });

/** The amount of a payment. A setup has none. */
export const amountText = ({ amount, currency, kind }: Intent): string =>
  kind === 'setup' ? 'No payment now' : formatMoney(amount, currency, 'en');

/** The merchant and the amount, as every page shows them. */
export function bill(intent: Intent, { merchant }: SandboxContext): Markup {
  const { extras } = intent;
  const description = typeof extras.description === 'string' ? extras.description : '';
  return html`<div class="bill">
<p class="merchant">${merchant}</p>
<p class="amount">${amountText(intent)}</p>
${description && html`<p class="description">${description}</p>`}
</div>`;
}
