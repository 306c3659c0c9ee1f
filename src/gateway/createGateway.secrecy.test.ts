import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GatewayOptions } from './gateway.ts';
import type { GatewayErrorKind } from './gatewayError.ts';
import {
  gatewayWith,
  INTENT,
  neverRespond,
  PK,
  rejectionOf,
  respondWith,
  SECRET,
} from './testing/fakeFetch.ts';

const SK = 'sk_live_51MtwBwLkdIwHu7ix';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A gateway that repeats everything that it was sent wherever it can. */
const chatty = (status: number) =>
  respondWith(
    {
      id: SECRET,
      error: { type: PK, code: SECRET, param: PK, message: `${SECRET} ${PK}`, [SECRET]: PK },
    },
    { status, headers: { 'retry-after': PK } },
  );
const broken = () => Promise.reject(new TypeError(`Failed to fetch ?secret=${SECRET}&key=${PK}`));

/** Every way a read can fail. `misconfigured` is the element's, before there is a gateway. */
type Failing = Exclude<GatewayErrorKind, 'misconfigured'>;
const FAILURES: Record<Failing, readonly (Partial<GatewayOptions> & { secret?: string })[]> = {
  network: [{ fetch: broken }, { retrieve: broken }],
  timeout: [{ fetch: neverRespond }, { fetch: chatty(408) }],
  'rate-limited': [{ fetch: chatty(429) }],
  server: [{ fetch: chatty(500) }, { fetch: chatty(409) }],
  malformed: [
    { fetch: respondWith(`<p>${SECRET} ${PK}</p>`) },
    { fetch: respondWith({ ...INTENT, id: SECRET }) },
    { fetch: respondWith({ ...INTENT, object: PK }) },
    { fetch: respondWith({ ...INTENT, status: [SECRET] }) },
    { fetch: respondWith({ [SECRET]: PK }) },
  ],
  unauthorized: [{ fetch: chatty(401) }, { fetch: chatty(403) }],
  'not-found': [{ fetch: chatty(404) }],
  rejected: [{ fetch: chatty(400) }, { fetch: chatty(402) }],
  'invalid-secret': [
    { secret: `${SECRET} ` },
    { secret: `seti${SECRET}` },
    { secret: PK },
    { secret: SK },
    { secret: `${SECRET}_secret_2` },
  ],
};
const cases = Object.entries(FAILURES).flatMap(([kind, variants]) =>
  (['stripe', 'wooshpay'] as const).flatMap((gateway) =>
    variants.map((options, index) => ({ kind, variant: index + 1, gateway, options })),
  ),
);

/** All that a log, an error monitor or a curious page can get out of an error. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const properties = Object.getOwnPropertyNames(error).map((key) => Reflect.get(error, key));
  const parts = [String(error), error.message, error.stack, JSON.stringify(error), ...properties];
  return [...parts.map(String), error.cause ? everythingIn(error.cause) : ''].join('\n');
}

function expectNoSecretIn(error: unknown) {
  const text = everythingIn(error);
  expect(text).toContain('Error');
  for (const secretText of [SECRET, SECRET.split('_secret_')[1], PK, SK, btoa(`${PK}:`)]) {
    expect(text).not.toContain(secretText);
  }
}

describe('an error', () => {
  it.each(cases)(
    'of kind $kind at $gateway contains no secret (variant $variant)',
    async (failure) => {
      const { secret = SECRET, ...options } = failure.options;
      const gateway = gatewayWith({ ...options, gateway: failure.gateway });
      const error = rejectionOf(gateway.retrieve(secret));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await error).toMatchObject({ kind: failure.kind });
      expectNoSecretIn(await error);
    },
  );

  it.each([SK, `${PK} `, SECRET, `Bearer ${PK}`])(
    'of a misuse does not quote the key: %s',
    async (publishableKey) => {
      const error = await rejectionOf(
        Promise.resolve().then(() => gatewayWith({ publishableKey })),
      );
      expect(error).toBeInstanceOf(TypeError);
      expectNoSecretIn(error);
    },
  );
});
