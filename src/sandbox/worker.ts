/**
 * The sandbox as a service worker: the gateway of a site without a server. It answers requests in
 * its scope under `stripe/`, `wooshpay/`, `sandbox/` (the customer's pages) and `shop/` (the demo
 * shop's server), and no others. Serve it as `sandbox-worker.js` from the folder that is its scope.
 * On a host other than this computer it answers only if it was registered as
 * `sandbox-worker.js?any-host`.
 */
import { Hono } from 'hono';
import { isLoopback } from './base/hosts.ts';
import { behindPath } from './behindPath.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { createShop, type Order, Orders } from './shop/shop.ts';
import type { Snapshot } from './world/store.ts';

/** The part of a service worker's global scope that is used here. */
interface WorkerScope {
  readonly location: { readonly href: string };
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
}

interface WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}

const worker = globalThis as unknown as WorkerScope;
const home = new URL('.', worker.registration.scope).href.replace(/\/$/, '');
const OWN_URLS = ['stripe', 'wooshpay', 'v1', 'sandbox', 'shop'].map((name) => `${home}/${name}/`);

/**
 * Browsers stop a worker after half a minute without requests, so its state is saved in this cache.
 * Its name changes with the form of the state.
 */
const CACHE = 'paystep-sandbox-4';
const SAVED_URL = `${home}/sandbox/kept`;

interface Saved {
  readonly snapshot: Snapshot;
  readonly orders: readonly (readonly [string, Order])[];
}

async function load(): Promise<Saved | null> {
  const saved = await (await caches.open(CACHE)).match(SAVED_URL);
  return saved ? saved.json() : null;
}

interface Site {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly save: () => Promise<void>;
}

async function open(): Promise<Site> {
  const saved = await load().catch(() => null);
  const sandbox: Sandbox = createSandbox({
    origin: home,
    ...(saved && { snapshot: saved.snapshot }),
  });
  const orders = new Orders(saved?.orders);
  const app = new Hono();
  app.route('/shop', createShop({ fetch: sandbox.fetch, home, orders }));
  const shop = behindPath(home, app.fetch);
  return {
    fetch: (request) =>
      request.url.startsWith(`${home}/shop/`) ? shop(request) : sandbox.fetch(request),
    save: async () => {
      const now: Saved = { snapshot: sandbox.snapshot(), orders: orders.entries() };
      await (await caches.open(CACHE)).put(SAVED_URL, Response.json(now));
    },
  };
}

let site: Promise<Site> | undefined;

async function answer(request: Request): Promise<Response> {
  site ??= open();
  const { fetch, save } = await site;
  try {
    const response = await fetch(request);
    // Before the answer, so that nothing that the page has seen is lost.
    if (request.method !== 'GET') await save();
    return response;
  } catch {
    // A connection that was dropped on demand.
    return Response.error();
  }
}

function begin(): void {
  worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
  worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
  worker.addEventListener('fetch', (event) => {
    const isOurs = OWN_URLS.some((start) => event.request.url.startsWith(start));
    if (isOurs) event.respondWith(answer(event.request));
  });
}

const REFUSAL =
  'The sandbox worker answers on localhost alone, so that no live shop is paid with test money. For a demo on another host, register sandbox-worker.js?any-host.';

/** Replaces an earlier worker that answered on this host, and then unregisters itself. */
function refuse(): void {
  console.error(REFUSAL);
  worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
  // Not earlier: a worker that waits for it during its installation waits for itself.
  worker.addEventListener('activate', (event) => event.waitUntil(worker.registration.unregister()));
}

const { hostname, searchParams } = new URL(worker.location.href);

if (isLoopback(hostname) || searchParams.has('any-host')) begin();
else refuse();
