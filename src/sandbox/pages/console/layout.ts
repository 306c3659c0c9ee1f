import { html } from 'hono/html';
import { htmlDocument, type Markup } from '../layout.ts';

/** The path of the console's pages and forms. */
export const CONSOLE = '/sandbox/console';

/** The id may be from a path, so it is encoded again. */
export const intentPath = (id: string): string => `${CONSOLE}/${encodeURIComponent(id)}`;

interface ConsolePage {
  readonly title: string;
  readonly body: Markup;
  /** The intent that the page is about; null for all. */
  readonly about: string | null;
  /** The error of the form that led here. */
  readonly problem: string | null;
}

const problemTag = (problem: string) => html`<p class="problem" role="alert">${problem}</p>`;

/** The frame of the console's pages. Its script replaces `data-live` parts when they change. */
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

/** A part of the page that the script keeps up to date. */
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

/** A status as a pill: a text with a colour. */
export const pill = (status: string): Markup =>
  html`<span class="pill ${TONES[status] ?? 'plain'}">${status.replaceAll('_', ' ')}</span>`;
