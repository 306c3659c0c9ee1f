import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandbox } from '../sandbox.ts';
import { type Served, serve } from './serve.ts';

let root: string;
let served: Served;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'paystep-'));
  const files = {
    'public/index.html': '<title>shop</title>',
    'public/return.html': '<title>return</title>',
    'public/shop.css': 'body{}',
    'dist/paystep.js': 'void 0;',
    'extra/hello.html': '<title>extra</title>',
    'secret.txt': 'secret',
  };
  for (const dir of ['public', 'dist', 'extra']) mkdirSync(join(root, dir));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  writeFileSync(join(root, 'dist/paystep.js.gz'), gzipSync('void 0;'));
  served = await serve({ port: 0, root, publicDirs: [join(root, 'extra')] });
});

afterAll(async () => {
  await served.close();
  rmSync(root, { recursive: true });
});

const get = (path: string, headers = {}) =>
  fetch(`http://127.0.0.1:${served.port}${path}`, { headers });

/** `fetch` tidies paths up before it sends them; a socket does not. */
function rawStatus(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(served.port, '127.0.0.1', () => {
      socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (chunk) => (text += chunk));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

describe('static files', () => {
  it('serve the shop under a strict policy', async () => {
    for (const path of ['/', '/return.html']) {
      const response = await get(path);
      expect(response.status).toBe(200);
      const policy = response.headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('serve the built script to any page, compressed if it is there', async () => {
    const response = await get('/paystep.js', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.text()).toBe('void 0;');
  });

  it('say what to do when a script is not built', async () => {
    const response = await get('/return.js');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('npm run build');
  });

  it('let any page load what a script loads from beside itself', async () => {
    for (const path of ['/paystep-form.js', '/paystep-steps.js', '/paystep-steps.js.map']) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('not built yet');
      writeFileSync(join(root, 'dist', path), 'void 1;');
      const built = await get(path);
      expect(built.headers.get('access-control-allow-origin')).toBe('*');
      expect(await built.text()).toBe('void 1;');
    }
  });

  it('come from further folders, too', async () => {
    expect(await (await get('/hello.html')).text()).toContain('extra');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '//../secret.txt',
    '/extra/../../secret.txt',
  ])('do not come from outside: %s', async (path) => {
    const answer = await rawStatus(path);
    expect(answer).not.toContain('secret\n');
    expect(answer).toMatch(/^HTTP\/1\.1 40[04]/);
  });
});

describe('the official Stripe client', () => {
  const client = () =>
    new Stripe('sk_test_sandbox', { host: '127.0.0.1', port: served.port, protocol: 'http' });

  it('creates, retrieves, confirms and cancels', async () => {
    const { paymentIntents } = client();
    const created = await paymentIntents.create({
      amount: 1099,
      currency: 'eur',
      metadata: { order: '7' },
    });
    expect(created.status).toBe('requires_payment_method');
    const confirmed = await paymentIntents.confirm(created.id, {
      payment_method_data: { type: 'ideal' },
      return_url: 'https://shop.example/',
    });
    expect(confirmed.next_action?.redirect_to_url?.url).toContain('/sandbox/bank/');
    const read = await paymentIntents.retrieve(created.id, { expand: ['payment_method'] });
    expect(read.payment_method).toMatchObject({ type: 'ideal' });
    const canceled = await paymentIntents.cancel(created.id, { cancellation_reason: 'abandoned' });
    expect(canceled).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'abandoned',
      metadata: { order: '7' },
    });
  });

  it('creates with confirm and captures', async () => {
    const { paymentIntents } = client();
    const authorized = await paymentIntents.create({
      amount: 1099,
      currency: 'eur',
      confirm: true,
      payment_method: 'pm_card_visa',
      capture_method: 'manual',
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    });
    expect(authorized.status).toBe('requires_capture');
    const captured = await paymentIntents.capture(authorized.id, { amount_to_capture: 1000 });
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 1000 });
  });

  it('takes a decline for a card error, and misuse for an invalid request', async () => {
    const { paymentIntents } = client();
    const declined = paymentIntents.create({
      amount: 1099,
      currency: 'eur',
      confirm: true,
      payment_method: 'pm_card_chargeDeclined',
    });
    await expect(declined).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
      decline_code: 'generic_decline',
      payment_intent: { status: 'requires_payment_method' },
      requestId: expect.stringMatching(/^req_/),
    });
    await expect(paymentIntents.retrieve('pi_3nothing')).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      code: 'resource_missing',
      statusCode: 404,
    });
  });
});

/** An order in the demo shop, which knows its client secret. */
async function order(base: string): Promise<{ id: string; secret: string }> {
  const body = '{"gateway":"stripe","method":"wechat_pay"}';
  const made = await (await fetch(`${base}/shop/orders`, { method: 'POST', body })).json();
  return { id: made.clientSecret.split('_secret_')[0], secret: made.clientSecret };
}

describe('a server that stops', () => {
  let served: Served;
  let base: string;
  beforeEach(async () => {
    served = await serve({ port: 0, root, grace: 400 });
    base = `http://127.0.0.1:${served.port}`;
  });

  const slow = (ms: number) =>
    fetch(`${base}/v1/payment_intents`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_1', 'sandbox-fault': `latency=${ms}` },
      body: new URLSearchParams({ amount: '100', currency: 'eur' }),
    });

  it('ends open event streams', async () => {
    const { id, secret } = await order(base);
    const stream = await fetch(`${base}/sandbox/intents/${id}/updates?client_secret=${secret}`);
    const reader = stream.body?.getReader();
    await reader?.read();
    const start = performance.now();
    await served.close();
    expect(performance.now() - start).toBeLessThan(300);
    await expect(reader?.read()).rejects.toThrow();
  });

  it('completes running requests, and accepts no others', async () => {
    const started = slow(150);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const start = performance.now();
    const closed = served.close();
    await expect(fetch(`${base}/v1/payment_intents`)).rejects.toThrow();
    expect((await started).status).toBe(200);
    await closed;
    expect(performance.now() - start).toBeLessThan(350);
  });

  it('waits no longer than its grace', async () => {
    const started = slow(3000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const rejection = expect(started).rejects.toThrow();
    const start = performance.now();
    await served.close();
    expect(performance.now() - start).toBeLessThan(1000);
    await rejection;
  });
});

it('can end a connection in the middle of an answer', async () => {
  const base = `http://127.0.0.1:${served.port}`;
  const { id } = await order(base);
  const headers = { authorization: 'Bearer sk_test_1', 'sandbox-fault': 'break_off' };
  const started = await fetch(`${base}/v1/payment_intents/${id}`, { headers });
  expect(started.status).toBe(200);
  expect(started.headers.get('access-control-allow-origin')).toBe('*');
  await expect(started.text()).rejects.toThrow(TypeError);
});

describe('the log', () => {
  it('has a line for each request, and no key or secret in any', async () => {
    const lines: string[] = [];
    const served = await serve({ port: 0, root, log: (line) => lines.push(line) });
    const base = `http://127.0.0.1:${served.port}`;
    const { id, secret } = await order(base);
    const key = 'pk_test_abcdef';
    const read = `${base}/v1/payment_intents/${id}?key=${key}&client_secret=${secret}`;
    await fetch(read);
    await fetch(read, { headers: { 'sandbox-fault': 'drop' } }).catch(() => {});
    for (const path of [secret, secret.replaceAll('_', '%5F'), key, 'a%0Ab%C3%A4'])
      await fetch(`${base}/v1/payment_intents/${path}`);
    await served.close();
    expect(lines[0]).toMatch(/^POST \/shop\/orders 200 \d+ ms$/);
    expect(lines[1]).toMatch(new RegExp(`^GET /v1/payment_intents/${id} 200 \\d+ ms$`));
    expect(lines[2]).toContain(`GET /v1/payment_intents/${id} dropped`);
    expect(lines).toHaveLength(7);
    expect(lines.join()).not.toMatch(/_secret_\w|abcdef|\n|ä/);
  });

  it('reports once what Stripe would refuse, at the call that caused it', async () => {
    const lines: string[] = [];
    const sandbox = createSandbox();
    const served = await serve({ port: 0, root, sandbox, log: (line) => lines.push(line) });
    const stripe = new Stripe('sk_test_1', {
      host: 'localhost',
      port: served.port,
      protocol: 'http',
    });
    const dollars = { amount: 1800, currency: 'usd', allowed_payment_method_types: ['ideal'] };
    const { id } = await stripe.paymentIntents.create(dollars as never);
    await stripe.paymentIntents.update(id, { metadata: { order: '7' } });
    await served.close();
    const path = '/v1/payment_intents';
    expect(lines).toEqual([
      `note: ${id}: ideal is paid in eur only at Stripe; this payment is in usd. Change its currency, or leave ideal out.`,
      expect.stringMatching(new RegExp(`^POST ${path} 200`)),
      expect.stringMatching(new RegExp(`^POST ${path}/${id} 200`)),
    ]);
    const request = new Request('http://localhost/v1/payment_intents', {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_1' },
      body: new URLSearchParams({
        amount: '1800',
        currency: 'usd',
        'payment_method_types[]': 'eps',
      }),
    });
    expect((await sandbox.fetch(request)).status).toBe(200);
    expect(lines).toHaveLength(3);
  });
});

it('logs nothing when a client leaves in the middle of a body', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  const lines: string[] = [];
  const served = await serve({ port: 0, root, log: (line) => lines.push(line) });
  const socket = connect(served.port, '127.0.0.1', () => {
    const head = ['POST /sandbox/clock HTTP/1.1', 'Host: localhost', 'Content-Length: 500', '', ''];
    socket.write(head.join('\r\n'));
    socket.write('{"advance":', () => socket.destroy());
  });
  await expect.poll(() => lines).toHaveLength(1);
  await served.close();
  expect(errors.mock.calls).toEqual([]);
  errors.mockRestore();
});

it('stops at once after an answer that its client has only just read', async () => {
  for (let round = 0; round < 5; round++) {
    const { close, urls } = await serve({ port: 0, root });
    await (await fetch(`${urls[0]}/return.html`)).text();
    const begin = performance.now();
    await close();
    expect(performance.now() - begin).toBeLessThan(2000);
  }
});

it('rejects where it cannot listen, and says how to mend it', async () => {
  await expect(serve({ port: served.port, root })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    message: `Port ${served.port} is already in use. Choose another with the option port.`,
  });
  await expect(serve({ port: 0, host: '192.0.2.1', root })).rejects.toMatchObject({
    message: 'This computer has no address 192.0.2.1. See the option host.',
  });
});

it('knows the URLs that it answers to', async () => {
  expect(served.urls).toEqual([`http://localhost:${served.port}`]);
  const everywhere = await serve({ port: 0, host: '0.0.0.0', root });
  expect(everywhere.urls[0]).toBe(`http://localhost:${everywhere.port}`);
  await everywhere.close();
});

it('keeps an idle connection open for minutes', async () => {
  const response = await get('/');
  expect(response.headers.get('keep-alive')).toBe('timeout=120');
});
