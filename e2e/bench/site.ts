import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { build } from 'vite';

const directory = import.meta.dirname;

const page = (scripts: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">${scripts}</head><body></body></html>`;

type Sandbox = typeof import('../../src/sandbox/index.ts');

/** The built one: the sources import style sheets, which only Vite can load. */
const SANDBOX = '../../dist/sandbox.js';

export interface Site {
  readonly origin: string;
  readonly close: () => Promise<unknown>;
}

/** The pages to compare and the sandbox, on one origin, compressed as a shop would. */
export async function serveSite(): Promise<Site> {
  const file = (path: string) => readFileSync(resolve(directory, path));
  const scripts = readdirSync(resolve(directory, '../../dist')).filter((name) =>
    /^paystep.*\.js$/.test(name),
  );
  const files: Record<string, [type: string, body: Buffer]> = {
    '/floor.html': [
      'text/html',
      Buffer.from(page('<script type="module" src="floor.js"></script>')),
    ],
    '/floor.js': ['text/javascript', await bundle(resolve(directory, 'pages/floor.js'))],
    '/paystep.html': [
      'text/html',
      Buffer.from(
        page(
          '<script async src="paystep.js"></script><script defer src="paystep-page.js"></script>',
        ),
      ),
    ],
    ...Object.fromEntries(
      scripts.map((name) => [`/${name}`, ['text/javascript', file(`../../dist/${name}`)]]),
    ),
    '/paystep-page.js': ['text/javascript', file('pages/paystep-page.js')],
  };
  const packed = Object.fromEntries(
    Object.entries(files).map(([path, [type, body]]) => [
      path,
      [type, brotliCompressSync(body)] as const,
    ]),
  );
  const { createSandbox }: Sandbox = await import(SANDBOX);
  const gateway = createSandbox();
  // As the gateways do.
  const api = new Hono().use(compress()).all('*', ({ req }) => gateway.fetch(req.raw));
  const sandbox = getRequestListener(api.fetch);
  const server = createServer((request, response) => {
    const found = packed[new URL(request.url ?? '', 'http://x').pathname];
    if (!found) return sandbox(request, response);
    response.writeHead(200, { 'content-type': found[0], 'content-encoding': 'br' });
    response.end(found[1]);
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((done) => server.listen(0, '127.0.0.1', done));
}

async function bundle(entry: string): Promise<Buffer> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['es'] } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('The bare page was not built.');
  return Buffer.from(output.output[0].code);
}
