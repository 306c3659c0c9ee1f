import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Served, serve } from '../node/serve.ts';
import {
  confirmed,
  createTestClient,
  ORIGIN,
  PUBLISHABLE,
  SECRET,
  type TestClient,
} from '../testing/client.ts';

let client: TestClient;
let intent: { id: string; client_secret: string };
let hooks: string[];

beforeEach(async () => {
  hooks = [];
  const fetch = async (url: string) => {
    hooks.push(url);
    return new Response();
  };
  client = createTestClient({ fetch });
  intent = (await client.stripe('', confirmed('wechat_pay'))).body;
});

type Headers = Record<string, string>;

/** The headers that browsers send for a page of another site. */
const CROSS_SITE: readonly [string, Headers][] = [
  ['another site', { origin: 'https://evil.example' }],
  [
    'another site, in a browser of today',
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ],
  ['a page without an origin', { origin: 'null' }],
  [
    'a page without an origin, in a browser of today',
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ],
  ['a name like localhost', { origin: 'http://localhost.evil.example:4242' }],
  ['a file, or nonsense', { origin: 'file://' }],
];

/** Headers that name no page, or one of the sandbox. */
const OWN: readonly [string, Headers][] = [
  ['a server', {}],
  ['the sandbox’s own page', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }],
  ['the sandbox’s own page, in an older browser', { origin: ORIGIN }],
  ['an address bar', { 'sec-fetch-site': 'none' }],
  ['a page behind a tunnel', { origin: ORIGIN.replace('http:', 'https:') }],
];

/** A shop that is developed on the same computer. */
const NEIGHBOURS: readonly [string, Headers][] = [
  ['a dev server', { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-site' }],
  [
    'a dev server with a certificate',
    { origin: 'https://localhost:5173', 'sec-fetch-site': 'cross-site' },
  ],
  [
    'a dev server by its address',
    { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'cross-site' },
  ],
  ['a dev server in an older browser', { origin: 'http://[::1]:8080' }],
];

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Every way in which a key can come. */
const SENDINGS: readonly [
  string,
  (headers: Headers) => Promise<{ status: number; body: unknown }>,
][] = [
  [
    'as Bearer',
    (headers) =>
      client.send('/v1/payment_intents', {
        headers: { authorization: `Bearer ${SECRET}`, ...headers },
      }),
  ],
  [
    'as Basic',
    (headers) =>
      client.send('/wooshpay/v1/payment_intents', {
        headers: { authorization: `Basic ${btoa(`${SECRET}:`)}`, ...headers },
      }),
  ],
  [
    'in the query',
    (headers) => client.send(`/stripe/v1/payment_intents?key=${SECRET}`, { headers }),
  ],
  [
    'in a form',
    (headers) =>
      client.send('/v1/payment_intents', {
        method: 'POST',
        headers: { ...FORM, ...headers },
        body: `amount=100&currency=eur&key=${SECRET}`,
      }),
  ],
  [
    'in JSON',
    (headers) =>
      client.send('/wooshpay/v1/payment_intents', {
        method: 'POST',
        headers: { 'content-type': 'text/plain', ...headers },
        body: JSON.stringify({ amount: 100, currency: 'eur', key: SECRET }),
      }),
  ],
];

describe('a secret key', () => {
  describe.each(SENDINGS)('%s', (_, send) => {
    it.each([...CROSS_SITE, ...NEIGHBOURS])(
      'is refused from %s, in words that the page can read',
      async (__, headers) => {
        const answer = await client.send('/v1/payment_intents', {
          headers: { authorization: `Bearer ${SECRET}` },
        });
        const { status, body } = await send(headers);
        expect(status).toBe(403);
        expect(body).toEqual({
          error: {
            type: 'invalid_request_error',
            message: expect.stringContaining('Secret keys are for servers'),
          },
        });
        // Nothing has been made.
        const after = await client.send('/v1/payment_intents', {
          headers: { authorization: `Bearer ${SECRET}` },
        });
        expect(after.body.data).toHaveLength(answer.body.data.length);
      },
    );

    it.each(OWN)('accepts a secret key from %s', async (__, headers) => {
      expect((await send(headers)).status).toBe(200);
    });
  });

  it('is refused for pictures and scripts, which have no Origin', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect((await client.send(`/v1/events?key=${SECRET}`, { headers })).status).toBe(403);
  });

  it('is refused in any mode, restricted keys too', async () => {
    for (const key of ['sk_test_', 'sk_live_abcdefghijkl', 'rk_test_1', 'sk_org_test_1']) {
      const headers = { authorization: `Bearer ${key}`, origin: 'https://evil.example' };
      const { status, body } = await client.send('/v1/payment_intents', { headers });
      expect(status).toBe(403);
      expect(body.error.message).not.toContain(key);
    }
  });

  it('creates no webhook from another site', async () => {
    const body = `url=http://127.0.0.1:4843/x&enabled_events[]=payment_intent.succeeded&key=${SECRET}`;
    for (let at = 0; at < 2; at += 1) {
      const headers = { ...FORM, origin: 'https://evil.example', 'idempotency-key': 'k1' };
      const { status } = await client.send('/v1/webhook_endpoints', {
        method: 'POST',
        headers,
        body,
      });
      expect(status).toBe(403);
    }
    const { status } = await client.send('/v1/webhook_endpoints', {
      method: 'POST',
      headers: { ...FORM, 'idempotency-key': 'k1' },
      body,
    });
    expect(status).toBe(200);
    await client.simulate(intent.id, 'succeed');
    await expect.poll(() => hooks).toEqual(['http://127.0.0.1:4843/x']);
  });
});

describe('a publishable key', () => {
  it.each([...CROSS_SITE, ...NEIGHBOURS, ...OWN])(
    'reads and confirms from %s',
    async (_, headers) => {
      const query = `key=${PUBLISHABLE}&client_secret=${intent.client_secret}`;
      const path = `/v1/payment_intents/${intent.id}`;
      const read = await client.send(`${path}?${query}`, { headers });
      expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      const body = `${query}&payment_method_data[type]=wechat_pay`;
      const again = await client.send(`${path}/confirm`, {
        method: 'POST',
        headers: { ...FORM, ...headers },
        body,
      });
      expect([again.status, again.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    },
  );
});

/** Everything under `/sandbox` that changes something. */
const changes = (): readonly [path: string, body: string | null, method?: string][] => [
  [`/sandbox/intents/${intent.id}/simulate`, '{"outcome":"succeed"}'],
  ['/sandbox/clock', '{"advance":600}'],
  ['/sandbox/faults', '{"kind":"server_error"}'],
  ['/sandbox/faults', null, 'DELETE'],
  ['/sandbox/events/evt_1/resend', ''],
  [`/sandbox/qr/${intent.id}`, 'answer=succeed'],
  [`/sandbox/bank/${intent.id}`, 'answer=fail'],
  [`/sandbox/acs/${intent.id}/challenge`, 'answer=fail'],
  [`/sandbox/acs/${intent.id}/ddc`, ''],
  [`/sandbox/console/${intent.id}/simulate`, 'outcome=succeed'],
  ['/sandbox/console/clock', 'advance=600'],
  ['/sandbox/console/faults', 'kind=drop'],
];

const stateOf = async () => [
  (await client.send(`/sandbox/intents/${intent.id}`)).body.status,
  (await client.send('/sandbox/clock')).body.offset,
  (await client.send('/sandbox/faults')).body.data.length,
];

describe('/sandbox', () => {
  it.each(CROSS_SITE)('is changed by no page of %s, with any content type', async (_, headers) => {
    const before = await stateOf();
    for (const [path, body, method = 'POST'] of changes()) {
      for (const type of ['text/plain', 'application/json', FORM['content-type']]) {
        const init = { method, headers: { 'content-type': type, ...headers }, body };
        expect([path, (await client.send(path, init)).status]).toEqual([path, 403]);
      }
    }
    expect(await stateOf()).toEqual(before);
  });

  it('refuses forms of another site by the Origin header', async () => {
    const init = {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: '{"advance":600}',
    };
    expect((await client.send('/sandbox/clock', init)).status).toBe(403);
  });

  it.each(CROSS_SITE)(
    'is read by no page of %s, except with a client secret or an id',
    async (_, headers) => {
      for (const path of [
        '/sandbox/',
        '/sandbox/clock',
        '/sandbox/faults',
        '/sandbox/deliveries',
        `/sandbox/qr/${intent.id}`,
      ]) {
        const { headers: responseHeaders, status } = await client.send(path, { headers });
        const isRead = status < 400 && responseHeaders.get('access-control-allow-origin') !== null;
        expect([path, isRead]).toEqual([path, false]);
      }
      const updates = await client.sandbox.fetch(
        `${ORIGIN}/sandbox/intents/${intent.id}/updates?client_secret=${intent.client_secret}`,
        { headers },
      );
      expect(updates.headers.get('access-control-allow-origin')).toBe('*');
      await updates.body?.cancel();
      for (const path of [`/sandbox/qr/${intent.id}.svg`, `/sandbox/intents/${intent.id}`]) {
        const { body, headers: responseHeaders } = await client.send(path, { headers });
        expect(responseHeaders.get('access-control-allow-origin')).toBe('*');
        expect(JSON.stringify(body)).not.toContain('_secret_');
      }
    },
  );

  it('opens for a customer who follows a link from any site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await client.send(`/sandbox/qr/${intent.id}`, { headers })).status).toBe(200);
  });

  it.each([...NEIGHBOURS, ...OWN])('answers %s', async (_, headers) => {
    const read = await client.send('/sandbox/clock', { headers });
    const { origin } = headers;
    expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([
      200,
      origin ?? null,
    ]);
    if (origin) expect(read.headers.get('vary')).toContain('Origin');
    const init = { method: 'POST', headers, body: '{"outcome":"succeed"}' };
    const afterSimulation = await client.send(`/sandbox/intents/${intent.id}/simulate`, init);
    expect(afterSimulation).toMatchObject({ status: 200, body: { status: 'succeeded' } });
  });
});

describe('the demo shop', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ port: 0 });
  });
  afterAll(() => served.close());

  it('takes orders from its pages and tests, and not from other sites', async () => {
    const order = async (headers: Headers) => {
      const body = '{"gateway":"stripe","method":"wechat_pay"}';
      return (await fetch(`${served.urls[0]}/shop/orders`, { method: 'POST', headers, body }))
        .status;
    };
    expect(await order({})).toBe(200);
    expect(await order({ origin: String(served.urls[0]) })).toBe(200);
    for (const [, headers] of CROSS_SITE) expect(await order(headers)).toBe(403);
  });
});
