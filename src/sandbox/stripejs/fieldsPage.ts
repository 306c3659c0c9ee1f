import { Hono } from 'hono';
import { html } from 'hono/html';
import fieldsCss from './fields/fields.css?inline';
import { FIELDS_PATH } from './fieldsPath.ts';

/**
 * Any page may frame it: the fields of a shop are in a page of another origin. It loads its own
 * files and calls the sandbox, and nothing else. Styles that the page asks for are set by script.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The script is a file beside the stand-in's: see `node/serve.ts`. URLs are relative to the path. */
const PAGE = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Test card fields · Paystep sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="fields.css">
<script src="../../v3/fields.js" defer></script>
</head>
<body></body>
</html>`;

const COMMON = { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' } as const;

/** The document and the style sheet of the frame with the fields. */
export function createFieldsPage(): Hono {
  const app = new Hono();
  app.get(FIELDS_PATH, (c) =>
    c.html(PAGE, 200, {
      ...COMMON,
      'Content-Security-Policy': POLICY,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    }),
  );
  app.get(`${FIELDS_PATH}.css`, (c) =>
    c.body(fieldsCss, 200, { ...COMMON, 'Content-Type': 'text/css; charset=utf-8' }),
  );
  return app;
}
