/**
 * The sandbox as a service worker: the gateway of a site that has no server. It answers whatever
 * lies in its scope under `stripe/`, `wooshpay/`, `sandbox/` (the customer's pages) and `shop/` (the
 * demo shop's server), and leaves the rest to the network. Served as `sandbox-worker.js` from the
 * folder that is to be its scope. On a host that is not this computer it answers only where it was
 * registered as `sandbox-worker.js?any-host`.
 */
import { Hono } from 'hono';
import { isLoopback } from './base/hosts.ts';
import { behindPath } from './behindPath.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { createShop, type Order, Orders } from './shop/shop.ts';
import type { Snapshot } from './world/store.ts';

/** As much of a service worker's global scope as is used here. */
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

/** Browsers stop a worker that nobody asks for half a minute; what it held is kept here. */
const CACHE = 'paystep-sandbox';
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
    // Before the answer: what the page has been told must not be forgotten.
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

/** Takes the place of an earlier one that answered there, and then itself off the site. */
function refuse(): void {
  console.error(REFUSAL);
  worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
  // Not before: a worker that waited for it while it is installed would wait for itself.
  worker.addEventListener('activate', (event) => event.waitUntil(worker.registration.unregister()));
}

const { hostname, searchParams } = new URL(worker.location.href);

if (isLoopback(hostname) || searchParams.has('any-host')) begin();
else refuse();
