import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './serve.ts';

let root: string;
let served: Served;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'paystep-'));
  mkdirSync(join(root, 'dist/sandbox'), { recursive: true });
  for (const name of ['stripe', 'stripe-fields'])
    writeFileSync(join(root, 'dist/sandbox', `${name}.js`), `"${name}"`);
  served = await serve({ port: 0, root });
});

afterAll(async () => {
  await served.close();
  rmSync(root, { recursive: true });
});

const get = (path: string) => fetch(`http://127.0.0.1:${served.port}${path}`);

it.each(['/v3', '/v3/', '/v3/stripe.js', '/endive/stripe.js', '/dahlia/stripe.js?x=1'])(
  'has the stand-in for Stripe.js at the path of Stripe’s own: %s',
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('javascript');
    // A page of another origin may load it, with `crossorigin` too.
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.text()).toBe('"stripe"');
  },
);

it('has the script of the fields beside it, and nothing else of the folder', async () => {
  expect(await (await get('/v3/fields.js')).text()).toBe('"stripe-fields"');
  expect((await get('/v3/cli.js')).status).toBe(404);
  expect((await get('/endive/other.js')).status).toBe(404);
});
