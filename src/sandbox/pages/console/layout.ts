import { html } from 'hono/html';
import { htmlDocument, type Markup } from '../layout.ts';

/** Where the console lives, and where its forms go. */
export const CONSOLE = '/sandbox/console';

/** The id may have come from a path: in a header it must be encoded again. */
export const intentPath = (id: string): string => `${CONSOLE}/${encodeURIComponent(id)}`;

interface ConsolePage {
  readonly title: string;
  readonly body: Markup;
  /** The intent whose changes the page shows; null: all of them. */
  readonly about: string | null;
  /** What went wrong with the form that led here. */
  readonly problem: string | null;
}

const problemTag = (problem: string) => html`<p class="problem" role="alert">${problem}</p>`;

/** The frame of the console's pages. Its script puts fresh `data-live` parts in place of old ones. */
export function consoleLayout({ about, body, problem, title }: ConsolePage): Markup {
  const changes = `${CONSOLE}/changes${about === null ? '' : `?intent=${about}`}`;
  return htmlDocument({
    title,
    stylesheet: 'console.css',
    script: 'console.js',
    body: html`<body data-changes="${changes}">
<header class="top">
<a class="logo" href="/sandbox/">Paystep <span>sandbox</span></a>
<a class="refresh" href=""><span class="dot" aria-hidden="true"></span><span class="state">Refresh</span></a>
</header>
<main>${problem !== null && problemTag(problem)}${body}</main>
<footer>Test mode: no real money moves here.</footer>
</body>`,
  });
}

/** `data-live`: a part that changes while one looks at it. */
export const live = (id: string, body: unknown): Markup =>
  html`<div id="${id}" data-live>${body}</div>`;

/** A time of the sandbox's clock, to the second. */
export function timeTag(at: number): Markup {
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}" title="${iso}">${iso.slice(11, 19)}</time>`;
}

export function dateTimeTag(at: number): Markup {
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)}</time>`;
}

const TONES: Readonly<Record<string, string>> = {
  requires_action: 'wait',
  processing: 'wait',
  requires_capture: 'hold',
  succeeded: 'good',
  delivered: 'good',
  failed: 'bad',
  canceled: 'bad',
};

/** A status as a pill; its words say it too. */
export const pill = (status: string): Markup =>
  html`<span class="pill ${TONES[status] ?? 'plain'}">${status.replaceAll('_', ' ')}</span>`;
