import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { canonicalHost } from '../base/hosts.ts';
import { ConnectionDropped } from '../errors/connectionDropped.ts';
import { answerFailure, answerNotFound } from '../errors/failure.ts';
import { cors } from '../guards/cors.ts';
import { refuseCrossSite } from '../guards/crossSite.ts';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import type { ListenOptions } from '../servedSandbox.ts';
import { createShop } from '../shop/shop.ts';
import { Connections, drop } from './connections.ts';
import { hostGate } from './hostGate.ts';
import { requestLog } from './requestLog.ts';
import { staticFiles } from './staticFiles.ts';

export interface ServeOptions extends ListenOptions {
  /** The package's folder, with `public/` and `dist/`. */
  readonly root?: string;
  readonly sandbox?: Sandbox;
}

export interface Served {
  /** The URLs that it answers to; the first is for this computer. */
  readonly urls: readonly string[];
  readonly port: number;
  /** Stops listening, ends event streams, and waits for running requests. */
  close(): Promise<void>;
}

/** This computer only. */
const LOCAL = '127.0.0.1';

/** By the package's own name, wherever the build has put this file. */
const PACKAGE_ROOT = dirname(createRequire(import.meta.url).resolve('paystep/package.json'));

/** The policy of the demo pages. It proves that the checkout runs under a strict one. */
const DEMO_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  'frame-src *',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The script tag's files and the return page's script. */
const SCRIPTS = [
  'paystep.js',
  'paystep-form.js',
  'paystep-steps.js',
  'paystep-barcodes.js',
  'return.js',
].flatMap((name) => [name, `${name}.map`]);

type Headers = Readonly<Record<string, string>>;

/** Revalidated each time, so that a new build shows at once. */
const FRESH: Headers = { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' };

const DEMO: Headers = { ...FRESH, 'Content-Security-Policy': DEMO_POLICY };

const ANY_ORIGIN: Headers = { ...FRESH, 'Access-Control-Allow-Origin': '*' };

/**
 * The stand-in for Stripe.js, under the paths of Stripe's own (`/v3/`, and a release's name such as
 * `/endive/stripe.js`), and the script of its fields.
 */
const STRIPE_JS: readonly (readonly [path: string, file: string])[] = [
  ['/v3', 'stripe.js'],
  ['/v3/', 'stripe.js'],
  ['/v3/fields.js', 'stripe-fields.js'],
  ['/:release{[a-z0-9]+}/stripe.js', 'stripe.js'],
];

/** The built scripts, for any page to load. */
function scripts(app: Hono, dist: string): void {
  const locales = staticFiles(dist, ANY_ORIGIN);
  app.use('/locales/*', locales);
  for (const name of SCRIPTS) {
    app.use(`/${name}`, staticFiles(dist, ANY_ORIGIN, { path: join(dist, name) }));
    app.get(`/${name}`, (c) => c.text(`${name} is not built yet: run \`npm run build\`.\n`, 404));
  }
  for (const [path, name] of STRIPE_JS) {
    app.get(path, staticFiles(dist, ANY_ORIGIN, { path: join(dist, 'sandbox', name) }));
  }
}

/** Everything on one port: the gateway, the demo merchant's server, then static files. */
function createServerApp(sandbox: Sandbox, options: ServeOptions, connections: Connections): Hono {
  const { allowHosts = [], host = LOCAL, log, publicDirs = [], root = PACKAGE_ROOT } = options;
  const app = new Hono();
  if (log) app.use(requestLog(log));
  app.use(connections.watch);
  // The gateway itself says which answers other origins may read.
  app.use(cors(() => null));
  app.use(hostGate({ host, allowHosts }));
  app.onError((error, c) =>
    error instanceof ConnectionDropped ? drop(c, error) : answerFailure(error, c),
  );
  app.notFound(answerNotFound);
  const gateway = (c: Context) => sandbox.fetch(c.req.raw);
  for (const path of ['/v1/*', '/stripe/*', '/wooshpay/*', '/sandbox/*']) app.all(path, gateway);
  app.use('/shop/*', refuseCrossSite);
  app.route('/shop', createShop(sandbox));
  for (const dir of publicDirs) app.use(staticFiles(dir, FRESH));
  scripts(app, join(root, 'dist'));
  app.use(staticFiles(join(root, 'public'), DEMO));
  return app;
}

/** How late a stream may report an expiry. Milliseconds. */
const TICK = 250;

/** Applies deadlines while there are no requests. It does not keep a process alive. */
const keepTime = (sandbox: Sandbox) => setInterval(() => sandbox.due(), TICK).unref();

const EVERYWHERE = ['0.0.0.0', '::'];

/** The hostnames for a listening address; phones need one other than `localhost`. */
function namesOf(host: string): string[] {
  if (['127.0.0.1', '::1', 'localhost'].includes(host)) return ['localhost'];
  if (!EVERYWHERE.includes(host)) return [host.includes(':') ? `[${host}]` : host];
  const found = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const reachable = found.filter(({ family, internal }) => family === 'IPv4' && !internal);
  return ['localhost', ...reachable.map(({ address }) => address)];
}

/**
 * How long an idle connection stays open. With Node's five seconds a client may send its next
 * request in the moment in which the connection closes, and gets ECONNRESET. Milliseconds.
 */
const KEEP_ALIVE = 120_000;

/** What an error of Node's means, and how to mend it. */
const FAILURES: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) => `Port ${port} is already in use. Choose another with the option port.`,
  EACCES: (port) => `Port ${port} needs more rights. Choose one above 1023 with the option port.`,
  EADDRNOTAVAIL: (_, host) => `This computer has no address ${host}. See the option host.`,
  ENOTFOUND: (_, host) => `This computer has no address ${host}. See the option host.`,
};

/** The error with the message above, and with Node's code. */
function explained(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const message = FAILURES[error.code ?? '']?.(port, host);
  if (message === undefined) return error;
  return Object.assign(new Error(message, { cause: error }), { code: error.code });
}

/** Serves the sandbox and the demo shop over HTTP. Rejects if the port cannot be had. */
export function serve(options: ServeOptions = {}): Promise<Served> {
  const { grace = 5000, host = LOCAL, log, port = 4242, sandbox = createSandbox() } = options;
  const connections = new Connections();
  const { fetch } = createServerApp(sandbox, options, connections);
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname: host, port, overrideGlobalObjects: false }) as Server;
    connections.listen(server);
    // Without it, forms of a host that browsers never send, such as 127.1, would not count as
    // hosts.
    server.prependListener('request', ({ headers }) => {
      if (headers.host) headers.host = canonicalHost(headers.host);
    });
    server.once('error', (error) => reject(explained(error, port, host)));
    server.once('listening', () => {
      server.keepAliveTimeout = KEEP_ALIVE;
      const { port: taken } = server.address() as AddressInfo;
      const names = namesOf(host).map((name) => `http://${name}:${taken}`);
      const ticks = keepTime(sandbox);
      const stopNotes = log && sandbox.onCaveat(log);
      const close = () => {
        clearInterval(ticks);
        stopNotes?.();
        return connections.stop(server, grace);
      };
      resolve({ port: taken, urls: names, close });
    });
  });
}
