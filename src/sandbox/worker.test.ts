import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.resetModules();
});

/** A browser's side of a worker at that address: what it listens to, and what it is asked to do. */
async function openWorker(url: string) {
  const listeners = new Map<string, (event: unknown) => void>();
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  const unregister = vi.fn(async () => true);
  const scope = new URL('.', url).href;
  vi.stubGlobal('location', { href: url });
  vi.stubGlobal('registration', { scope, unregister });
  vi.stubGlobal('clients', { claim: async () => {} });
  vi.stubGlobal('skipWaiting', async () => {});
  vi.stubGlobal('addEventListener', (type: string, listener: (event: unknown) => void) =>
    listeners.set(type, listener),
  );
  vi.stubGlobal('caches', {
    open: async () => ({ match: async () => undefined, put: async () => {} }),
  });
  await import('./worker.ts');
  for (const type of ['install', 'activate']) listeners.get(type)?.({ waitUntil: () => {} });
  const fetch = async (path: string) => {
    let answer: Promise<Response> | undefined;
    const request = new Request(new URL(path, scope));
    const respondWith = (response: Promise<Response>) => {
      answer = response;
    };
    listeners.get('fetch')?.({ request, respondWith });
    return (await answer)?.status ?? null;
  };
  return { fetch, errors, unregister };
}

const PATHS = ['stripe/v1/payment_intents', 'v1/events', 'sandbox/', 'shop/methods', 'index.html'];

describe('the worker', () => {
  it.each([
    'http://localhost:6006/sandbox-worker.js',
    'http://127.0.0.1:4242/sandbox-worker.js',
    'http://[::1]:4242/docs/sandbox-worker.js',
    'https://shop.localhost/sandbox-worker.js',
    'https://docs.example/paystep/sandbox-worker.js?any-host',
  ])('answers at %s', async (url) => {
    const { fetch, errors, unregister } = await openWorker(url);
    const statuses = [];
    for (const path of PATHS) statuses.push(await fetch(path));
    expect(statuses).toEqual([401, 401, 200, 200, null]);
    expect([unregister.mock.calls, errors.mock.calls]).toEqual([[], []]);
  });

  it.each([
    'https://shop.example/sandbox-worker.js',
    'https://shop.example/sandbox-worker.js?v=2',
    'https://localhost.shop.example/sandbox-worker.js',
    'https://192.0.2.7/sandbox-worker.js',
    'https://shop.example/any-host/sandbox-worker.js#any-host',
  ])('answers nothing at %s, takes itself off and says why', async (url) => {
    const { fetch, errors, unregister } = await openWorker(url);
    for (const path of PATHS) expect(await fetch(path)).toBeNull();
    expect(unregister).toHaveBeenCalledOnce();
    expect(String(errors.mock.calls)).toContain('sandbox-worker.js?any-host');
  });
});
