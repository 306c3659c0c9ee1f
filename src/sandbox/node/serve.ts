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
import { createShop } from '../shop/shop.ts';
import { Connections, drop } from './connections.ts';
import { hostGate } from './hostGate.ts';
import { requestLog } from './requestLog.ts';
import { staticFiles } from './staticFiles.ts';

export interface ServeOptions {
  /** 0 takes any free port. Defaults to 4242. */
  readonly port?: number;
  /** Defaults to this computer only. `0.0.0.0` lets phones on the same network in. */
  readonly host?: string;
  /**
   * More names under which it may be asked for, without their ports; `.example.com` is every name that
   * ends so. `localhost`, `*.localhost` and loopback addresses always may, and with another `host` so
   * may that, this computer's name and its addresses.
   */
  readonly allowHosts?: readonly string[];
  /** More folders of static files, before the package's own demo shop. */
  readonly publicDirs?: readonly string[];
  /** The package's folder, with `public/` and `dist/`. */
  readonly root?: string;
  readonly sandbox?: Sandbox;
  /** Gets one line a request, and one for what Stripe would refuse. No line holds a key or a secret. */
  readonly log?: (line: string) => void;
  /** How long requests that have begun may take when it stops. Milliseconds; 5000 by default. */
  readonly grace?: number;
}

export interface Served {
  /** The addresses that it answers on; the first is for this computer. */
  readonly urls: readonly string[];
  readonly port: number;
  /** Stops listening, ends event streams, and lets requests that have begun come to their end. */
  close(): Promise<void>;
}

/** This computer only. */
const LOCAL = '127.0.0.1';

/** By the package's own name, wherever the build has put this file. */
const PACKAGE_ROOT = dirname(createRequire(import.meta.url).resolve('paystep/package.json'));

/** The demo pages prove that the checkout runs under a strict policy. */
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

/** The script tag, what it loads later from beside itself, and the return page's. */
const SCRIPTS = ['paystep.js', 'paystep-steps.js', 'return.js'].flatMap((name) => [
  name,
  `${name}.map`,
]);

type Headers = Readonly<Record<string, string>>;

/** Asked for again each time, so that a new build shows at once. */
const FRESH: Headers = { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' };

const DEMO: Headers = { ...FRESH, 'Content-Security-Policy': DEMO_POLICY };

const ANY_ORIGIN: Headers = { ...FRESH, 'Access-Control-Allow-Origin': '*' };

/** The built scripts, for any page to load. */
function scripts(app: Hono, dist: string): void {
  const locales = staticFiles(dist, ANY_ORIGIN);
  app.use('/locales/*', locales);
  for (const name of SCRIPTS) {
    app.use(`/${name}`, staticFiles(dist, ANY_ORIGIN, { path: join(dist, name) }));
    app.get(`/${name}`, (c) => c.text(`${name} is not built yet: run \`npm run build\`.\n`, 404));
  }
}

/** Everything on one port: the gateway, the demo merchant's server, then static files. */
function createServerApp(sandbox: Sandbox, options: ServeOptions, connections: Connections): Hono {
  const { allowHosts = [], host = LOCAL, log, publicDirs = [], root = PACKAGE_ROOT } = options;
  const app = new Hono();
  if (log) app.use(requestLog(log));
  app.use(connections.watch);
  // What may be read of the gateway, it says itself.
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

/** How late a stream may tell that something has expired. Milliseconds. */
const TICK = 250;

/** Time passes also while nobody asks. It keeps no process alive. */
const keepTime = (sandbox: Sandbox) => setInterval(() => sandbox.due(), TICK).unref();

const EVERYWHERE = ['0.0.0.0', '::'];

/** The names under which a listening address is reached: phones need one that is not `localhost`. */
function namesOf(host: string): string[] {
  if (['127.0.0.1', '::1', 'localhost'].includes(host)) return ['localhost'];
  if (!EVERYWHERE.includes(host)) return [host.includes(':') ? `[${host}]` : host];
  const found = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const reachable = found.filter(({ family, internal }) => family === 'IPv4' && !internal);
  return ['localhost', ...reachable.map(({ address }) => address)];
}

/**
 * How long an idle connection is kept. After Node's five seconds a client may send its next request
 * in the very moment in which the connection is closed, and gets ECONNRESET. Milliseconds.
 */
const KEEP_ALIVE = 120_000;

/** Serves the sandbox and the demo shop over HTTP. Rejects if the port cannot be had. */
export function serve(options: ServeOptions = {}): Promise<Served> {
  const { grace = 5000, host = LOCAL, log, port = 4242, sandbox = createSandbox() } = options;
  const connections = new Connections();
  const { fetch } = createServerApp(sandbox, options, connections);
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname: host, port, overrideGlobalObjects: false }) as Server;
    connections.listen(server);
    // Otherwise what is no browser's form of a host, such as 127.1, would be no host at all.
    server.prependListener('request', ({ headers }) => {
      if (headers.host) headers.host = canonicalHost(headers.host);
    });
    server.once('error', reject);
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
