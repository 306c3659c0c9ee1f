import { beforeEach, describe, expect, it } from 'vitest';
import { createTestClient, PUBLISHABLE, SECRET, type TestClient } from '../testing/client.ts';
import { createTestTimers, settle } from '../testing/timers.ts';

let client: TestClient;
let sent: { url: string; type: string }[];

const NOW = 1_700_000_000_000;

beforeEach(() => {
  const received: typeof sent = [];
  sent = received;
  client = createTestClient({
    now: () => NOW,
    timers: createTestTimers().timers,
    fetch: async (url, { body }) => {
      received.push({ url, type: JSON.parse(String(body)).type });
      return new Response();
    },
  });
});

const call = (method: string, path = '', form?: string, key = SECRET) =>
  client.send(`/v1/webhook_endpoints${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(form !== undefined && { body: form }),
  });

const URL_A = 'http://localhost:3000/a';
const FORM = `url=${URL_A}&enabled_events[]=payment_intent.canceled`;
const create = async (form = FORM) => (await call('POST', '', form)).body;

const cancelOne = async () => {
  const { body } = await client.stripe('', { amount: 1800, currency: 'eur' });
  await client.stripe(`/${body.id}/cancel`);
  await settle();
};

describe('a webhook endpoint', () => {
  it('shows its secret only when it is created', async () => {
    const { status, body } = await call(
      'POST',
      '',
      `${FORM}&enabled_events[]=charge.succeeded&description=Mine&metadata[a]=1`,
    );
    expect(status).toBe(200);
    const { secret, ...fields } = body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9]{32}$/);
    expect(fields).toEqual({
      id: expect.stringMatching(/^we_3/),
      object: 'webhook_endpoint',
      api_version: null,
      application: null,
      created: NOW / 1000,
      description: 'Mine',
      enabled_events: ['payment_intent.canceled', 'charge.succeeded'],
      livemode: false,
      metadata: { a: '1' },
      status: 'enabled',
      url: URL_A,
    });
    expect((await call('GET', `/${body.id}`)).body).toEqual(fields);
    expect((await call('GET')).body).toMatchObject({ object: 'list', data: [fields] });
  });

  it('gets only the events that it wants, from its creation on', async () => {
    await cancelOne();
    await create();
    await cancelOne();
    expect(sent).toEqual([{ url: URL_A, type: 'payment_intent.canceled' }]);
    await create(`url=${URL_A}/all&enabled_events[]=*`);
    await cancelOne();
    expect(sent.slice(1).map(({ url, type }) => [url, type])).toEqual([
      [`${URL_A}/all`, 'payment_intent.created'],
      [URL_A, 'payment_intent.canceled'],
      [`${URL_A}/all`, 'payment_intent.canceled'],
    ]);
  });

  it('changes', async () => {
    const {
      id,
      secret: _,
      ...fields
    } = await create(`${FORM}&description=Mine&metadata[a]=1&metadata[b]=2`);
    const { body } = await call(
      'POST',
      `/${id}`,
      `url=${URL_A}/new&enabled_events[]=payment_intent.created&description=&metadata[a]=&metadata[c]=3`,
    );
    expect(body).toEqual({
      ...fields,
      id,
      url: `${URL_A}/new`,
      enabled_events: ['payment_intent.created'],
      description: null,
      metadata: { b: '2', c: '3' },
    });
    await cancelOne();
    expect(sent).toEqual([{ url: `${URL_A}/new`, type: 'payment_intent.created' }]);
    expect((await call('POST', `/${id}`, 'metadata=')).body.metadata).toEqual({});
  });

  it('gets nothing while disabled', async () => {
    const { id } = await create();
    expect((await call('POST', `/${id}`, 'disabled=true')).body.status).toBe('disabled');
    await cancelOne();
    expect(sent).toEqual([]);
    expect((await call('POST', `/${id}`, 'disabled=false')).body.status).toBe('enabled');
    await cancelOne();
    expect(sent).toHaveLength(1);
  });

  it('is deleted', async () => {
    const { id } = await create();
    expect((await call('DELETE', `/${id}`)).body).toEqual({
      id,
      object: 'webhook_endpoint',
      deleted: true,
    });
    await cancelOne();
    expect(sent).toEqual([]);
    expect(await call('GET', `/${id}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'resource_missing', message: `No such webhook_endpoint: '${id}'` } },
    });
    expect((await call('DELETE', `/${id}`)).status).toBe(404);
  });

  it.each([
    ['url=x', 'url'],
    [`url=${URL_A}`, 'enabled_events'],
    ['enabled_events[]=*', 'url'],
    ['url=localhost:3000&enabled_events[]=*', 'url'],
    ['url=file:///etc/passwd&enabled_events[]=*', 'url'],
    ['url=http://a:b@localhost/&enabled_events[]=*', 'url'],
    [`url=${URL_A}&enabled_events[]=payment_intent.suceeded`, 'enabled_events[0]'],
    [`url=${URL_A}&enabled_events=`, 'enabled_events'],
    [`url=${URL_A}&enabled_events[]=*&colour=red`, 'colour'],
  ])('is refused with %s, naming %s', async (form, param) => {
    expect(await call('POST', '', form)).toMatchObject({ status: 400, body: { error: { param } } });
  });

  it('needs a secret key', async () => {
    const { id } = await create();
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['GET', `/${id}`],
      ['POST', `/${id}`],
      ['DELETE', `/${id}`],
    ] as const) {
      const form = method === 'POST' ? FORM : undefined;
      expect((await call(method, path, form, PUBLISHABLE)).status).toBe(403);
    }
  });

  it('allows sixteen endpoints', async () => {
    for (let at = 0; at < 16; at++) expect((await call('POST', '', FORM)).status).toBe(200);
    expect((await call('POST', '', FORM)).status).toBe(400);
  });
});

describe('WooshPay’s', () => {
  const requestWooshpay = (method: string, path = '', body?: object) =>
    client.send(`/wooshpay/v1/webhook_endpoints${path}`, {
      method,
      headers: { authorization: `Basic ${btoa(`${SECRET}:`)}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });

  it('takes JSON, and gets only WooshPay’s events', async () => {
    // As docs.wooshpay.com/doc-2517709 has it.
    const { status, body } = await requestWooshpay('POST', '', {
      url: 'http://localhost:3000/v1/receives',
      description: 'I am description',
      enabled_events: ['payment_intent.created', 'charge.refund.updated'],
      api_version: '1.0.1',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^we_16\d{17}$/),
      created: NOW,
      secret: expect.stringMatching(/^whsec_/),
      status: 'enabled',
      api_version: '1.0.1',
    });
    expect((await call('GET', `/${body.id}`)).status).toBe(404);
    await client.stripe('', { amount: 1800, currency: 'eur' });
    await client.wooshpay('', { amount: 10, currency: 'USD' });
    await settle();
    expect(sent).toEqual([
      { url: 'http://localhost:3000/v1/receives', type: 'payment_intent.created' },
    ]);
    expect((await requestWooshpay('GET')).body.data).toHaveLength(1);
    expect((await requestWooshpay('DELETE', `/${body.id}`)).body.deleted).toBe(true);
  });
});
