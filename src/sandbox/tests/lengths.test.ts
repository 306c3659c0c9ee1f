import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../operations/operations.ts';
import { CUSTOMER_PARAMS } from '../request/customerParams.ts';
import { confirmed, createTestClient, SECRET, type TestClient } from '../testing/client.ts';

let client: TestClient;
let id: string;

beforeEach(async () => {
  client = createTestClient();
  id = (await client.stripe('', confirmed('wechat_pay'))).body.id;
});

/** Texts that make a careless regular expression backtrack. */
const LONG: Readonly<Record<string, (length: number) => string>> = {
  dots: (length) => `a@${'.'.repeat(length)}@`,
  letters: (length) => 'a'.repeat(length),
  blanks: (length) => `a${' '.repeat(length)}b`,
  quotes: (length) => `metadata["${'\\"'.repeat(length / 2)}`,
  names: (length) => 'ab '.repeat(length / 3),
  digits: (length) => '1'.repeat(length),
  brackets: (length) => '['.repeat(length),
  slashes: (length) => `https://a/${'/../'.repeat(length / 4)}`,
};

const headers = { authorization: `Bearer ${SECRET}` };

const form = (path: string, params: Record<string, string>) =>
  client.send(path, { method: 'POST', headers, body: new URLSearchParams(params) });

const json = (path: string, params: object) =>
  client.send(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });

/** Each parameter of each call that takes any in its body. */
const PARAMS = OPERATIONS.filter(({ method }) => method === 'POST').flatMap(({ path, rules }) =>
  Object.keys(rules).map((name) => [path, name] as const),
);

const NESTED = [
  'metadata[order]',
  'shipping[address][line1]',
  'payment_method_data[type]',
  'payment_method_data[billing_details][email]',
  'payment_method_data[billing_details][name]',
  'payment_method_data[boleto][tax_id]',
  'payment_method_data[card][number]',
  'payment_method_options[blik][code]',
  'payment_method_options[konbini][confirmation_number]',
  'expand[0]',
  'no_such_parameter',
].map((name) => ['/payment_intents', name] as const);

const tooLong = (name: string) => ({
  status: 400,
  body: {
    error: {
      type: 'invalid_request_error',
      message: expect.stringMatching(/: must be at most (5000|512) characters \(got \d+\)\.$/),
      param: name,
    },
  },
});

describe('a text of more than 5000 characters', () => {
  it.each([...PARAMS, ...NESTED])('refuses a long text: %s %s', async (path, name) => {
    const url = `/v1${path.replace(':id', id)}`;
    for (const long of Object.values(LONG))
      expect(await form(url, { [name]: long(6000) })).toMatchObject(tooLong(name));
  });

  it.each(PARAMS)('refuses a long text in JSON: %s %s', async (path, name) => {
    const url = `/wooshpay/v1${path.replace(':id', id)}`;
    const text = 'x'.repeat(5001);
    expect(await json(url, { [name]: text })).toMatchObject(tooLong(name));
    const deep = await json(url, { [name]: { a: [{ b: text }] } });
    expect(deep).toMatchObject(tooLong(`${name}[a][0][b]`));
  });

  it.each(Object.entries(LONG))('takes no longer for a long text: %s', async (_, long) => {
    const text = long(300_000);
    for (const name of ['receipt_email', 'description', 'query', 'return_url'])
      expect(await json('/wooshpay/v1/payment_intents', { [name]: text })).toMatchObject(
        tooLong(name),
      );
    for (const body of [text, `${text}=1`, `amount=${text}`, `a[${text}]=1`, `{"a":${text}`]) {
      for (const path of ['/v1/payment_intents', '/wooshpay/v1/payment_intents', '/sandbox/clock'])
        expect((await client.send(path, { method: 'POST', headers, body })).status).toBe(400);
    }
    const answered = await client.submit(`/sandbox/qr/${id}`, { answer: text });
    expect(answered.status).toBe(303);
  });

  it('is refused for other resources, in queries and in control calls', async () => {
    const text = 'x'.repeat(5001);
    for (const name of Object.keys(CUSTOMER_PARAMS))
      expect(await form('/v1/customers', { [name]: text })).toMatchObject(tooLong(name));
    for (const name of ['url', 'description', 'api_version', 'enabled_events[0]'])
      expect(await form('/v1/webhook_endpoints', { [name]: text })).toMatchObject(tooLong(name));
    for (const path of ['payment_intents', 'payment_intents/search', 'customers', 'events']) {
      const url = `/v1/${path}?query=${text}`;
      expect(await client.send(url, { headers })).toMatchObject(tooLong('query'));
    }
    for (const path of ['clock', 'faults', `intents/${id}/simulate`])
      expect(await json(`/sandbox/${path}`, { kind: text })).toMatchObject(tooLong('kind'));
  });

  it('is refused as the name of a parameter', async () => {
    const { body, status } = await form('/v1/payment_intents', { ['x'.repeat(6000)]: '1' });
    expect(status).toBe(400);
    expect(body.error.message).toContain('must be at most 5000 characters');
    expect(body.error.message.length).toBeLessThan(200);
  });

  it('may have the maximum length', async () => {
    const description = 'x'.repeat(5000);
    const { body, status } = await form('/v1/payment_intents', {
      amount: '100',
      currency: 'eur',
      description,
    });
    expect([status, body.description]).toEqual([200, description]);
  });
});

describe('the limits of single parameters', () => {
  const local = (length: number) => `${'a'.repeat(length - '@example.com'.length)}@example.com`;

  it('allow 512 characters for every e-mail address', async () => {
    const create = (email: string) =>
      form('/v1/payment_intents', { amount: '100', currency: 'eur', receipt_email: email });
    expect((await create(local(512))).status).toBe(200);
    expect(await create(local(513))).toMatchObject(tooLong('receipt_email'));
    expect(await form('/v1/customers', { email: local(513) })).toMatchObject(tooLong('email'));
    const billing = 'billing_details[email]';
    const params = { type: 'ideal', [billing]: local(513) };
    expect(await form('/v1/payment_methods', params)).toMatchObject(tooLong(billing));
  });

  it.each(['a@b.c', 'a.b@c.d.e', 'ä@ö.example'])('take %s for an e-mail address', async (email) => {
    const params = { amount: '100', currency: 'eur', receipt_email: email };
    expect((await form('/v1/payment_intents', params)).status).toBe(200);
  });

  it.each(['a@b', 'a@b.', '@b.c', 'a@@b.c', 'a@b@c.d', 'a b@c.d', 'a@.', `a@${'.'.repeat(400)}`])(
    'do not take %s for one',
    async (email) => {
      const params = { amount: '100', currency: 'eur', receipt_email: email };
      const { body } = await form('/v1/payment_intents', params);
      expect(body.error).toMatchObject({ code: 'email_invalid', param: 'receipt_email' });
    },
  );

  it.each([
    ['name', 256],
    ['phone', 20],
  ])('are those of a customer’s %s: %i', async (name, most) => {
    expect((await form('/v1/customers', { [name]: '1'.repeat(most) })).status).toBe(200);
    const { body } = await form('/v1/customers', { [name]: '1'.repeat(most + 1) });
    expect(body.error.message).toContain(`at most ${most} characters (got ${most + 1})`);
  });

  it('allow ten clauses in a search', async () => {
    const search = (count: number) => {
      const query = Array.from({ length: count }, (_, at) => `amount>${at}`).join(' AND ');
      return client.send(`/v1/payment_intents/search?query=${encodeURIComponent(query)}`, {
        headers,
      });
    };
    expect((await search(10)).status).toBe(200);
    expect((await search(11)).body.error.message).toContain('more than 10 clauses');
  });

  it('keeps the expiry of a code within valid dates', async () => {
    const create = (seconds: string) =>
      form('/v1/payment_intents', {
        amount: '1000',
        currency: 'mxn',
        confirm: 'true',
        'payment_method_data[type]': 'oxxo',
        'payment_method_data[billing_details][name]': 'Jenny Rosen',
        'payment_method_data[billing_details][email]': 'jenny@example.com',
        'payment_method_options[oxxo][expires_after_seconds]': seconds,
      });
    const { body } = await create('3153600000');
    expect((await client.send(`/sandbox/voucher/${body.id}`)).status).toBe(200);
    for (const seconds of ['3153600001', '999999999999999', '-999999999999999'])
      expect((await create(seconds)).body.error.message).toContain('at most 3153600000 seconds');
  });
});

it('refuses inherited names in any JSON', async () => {
  for (const body of [
    '{"outcome":{"toString":1}}',
    '{"outcome":{"__proto__":1}}',
    '{"amount":[[{"valueOf":1}]]}',
  ]) {
    for (const path of [`/sandbox/intents/${id}/simulate`, '/sandbox/clock', '/sandbox/faults']) {
      const answer = await client.send(path, { method: 'POST', body });
      expect([path, answer.status]).toEqual([path, 400]);
    }
  }
});
