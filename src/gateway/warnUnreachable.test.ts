import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GatewayOptions } from './gateway.ts';
import { SECRET } from './testing/fakeFetch.ts';

beforeEach(() => {
  // A page of its own for each test.
  vi.resetModules();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function recordConsole() {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  return () => spy.mock.calls.map(([line]) => String(line));
}

/** A gateway that nobody reaches. */
async function unreached(options: Partial<GatewayOptions> = {}) {
  const { createGateway } = await import('./createGateway.ts');
  return createGateway({
    gateway: 'stripe',
    publishableKey: 'pk_test_1',
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    ...options,
  });
}

describe('a gateway out of reach', () => {
  it('is reported at the first failure, with its URL and the likely causes, once', async () => {
    const consoleLines = recordConsole();
    const { retrieve } = await unreached({ apiBase: 'http://localhost:4242/stripe/' });
    await retrieve(SECRET).catch(() => {});
    const [line] = consoleLines();
    expect(line).toMatch(
      /^Paystep: the gateway could not be reached at http:\/\/localhost:4242\/stripe\/v1\/payment_intents\/pi_/,
    );
    for (const cause of [
      'running',
      'path',
      'CORS',
      'connect-src',
      'https:',
      'offline',
      'blocker',
    ]) {
      expect(line).toContain(cause);
    }
    await retrieve(SECRET).catch(() => {});
    expect(consoleLines()).toHaveLength(1);
  });

  it.each([
    'https://user:word@shop.example/api',
    'https://shop.example/api?token=word',
    'https://shop.example/api#word',
  ])('is reported without the secrets in its URL: %s', async (apiBase) => {
    const consoleLines = recordConsole();
    const { retrieve } = await unreached({ apiBase });
    await retrieve(SECRET).catch(() => {});
    expect(consoleLines()).toHaveLength(1);
    expect(consoleLines()[0]).toMatch(/at https:\/\/shop\.example\/api/);
    expect(consoleLines()[0]).not.toMatch(/word|secret_|pk_test/);
  });

  it('is reported again where it is another gateway', async () => {
    const consoleLines = recordConsole();
    for (const apiBase of ['https://one.example', 'https://two.example']) {
      await (await unreached({ apiBase })).retrieve(SECRET).catch(() => {});
    }
    expect(consoleLines()).toHaveLength(2);
  });

  it('is not reported where it has answered before: that is the customer’s connection', async () => {
    const consoleLines = recordConsole();
    let isLost = false;
    const { retrieve } = await unreached({
      fetch: async () => {
        if (isLost) throw new TypeError('Failed to fetch');
        return new Response('{}', { status: 500 });
      },
    });
    await retrieve(SECRET).catch(() => {});
    isLost = true;
    await retrieve(SECRET).catch(() => {});
    expect(consoleLines()).toEqual([]);
  });

  it('is not reported where the page has aborted the request', async () => {
    const consoleLines = recordConsole();
    const { retrieve } = await unreached({
      fetch: (_, init) =>
        new Promise((__, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new TypeError('aborted')));
        }),
    });
    const abort = new AbortController();
    const read = retrieve(SECRET, { signal: abort.signal }).catch(() => {});
    abort.abort(new Error('left'));
    await read;
    expect(consoleLines()).toEqual([]);
  });

  it.each([200, 401, 404, 429, 500])('is not reported where it answers: %d', async (status) => {
    const consoleLines = recordConsole();
    const { retrieve } = await unreached({
      fetch: async () => new Response('{}', { status }),
    });
    await retrieve(SECRET).catch(() => {});
    expect(consoleLines()).toEqual([]);
  });
});

it('a merchant’s retrieve() is reported by its name, and its error is not quoted', async () => {
  const consoleLines = recordConsole();
  const { retrieve } = await unreached({
    retrieve: () => Promise.reject(new Error(`no ${SECRET}`)),
  });
  await retrieve(SECRET).catch(() => {});
  expect(consoleLines()).toHaveLength(1);
  expect(consoleLines()[0]).toMatch(/retrieve\(\)/);
  expect(consoleLines()[0]).not.toContain(SECRET);
});
