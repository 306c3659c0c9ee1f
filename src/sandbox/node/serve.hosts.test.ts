import { connect } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, type ServeOptions, serve } from './serve.ts';

const open: Served[] = [];
afterAll(() => Promise.all(open.map((served) => served.close())));

async function start(options: ServeOptions): Promise<number> {
  const served = await serve({ port: 0, ...options });
  open.push(served);
  return served.port;
}

/** The lines as they are: `fetch` and browsers choose the Host themselves. */
function send(port: number, ...lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (chunk) => (text += chunk));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

const PATHS = [
  '/',
  '/return.html',
  '/sandbox/',
  '/sandbox/deliveries',
  '/sandbox/assets/page.css',
  '/v1/payment_intents?key=sk_test_1',
  '/shop/methods',
  '/nothing',
];

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

const request = async (port: number, host: string, path = '/sandbox/clock') =>
  statusOf(await send(port, `GET ${path} HTTP/1.1`, `Host: ${host}`));

const REBOUND = ['evil.example', 'evil.example:PORT', 'localhost.evil.example', '192.0.2.7:PORT'];

describe('a sandbox for this computer only', () => {
  let port: number;
  beforeAll(async () => {
    port = await start({});
  });

  it.each(REBOUND)('refuses every request of %s', async (name) => {
    const host = name.replace('PORT', String(port));
    for (const path of PATHS) expect([path, await request(port, host, path)]).toEqual([path, 421]);
    const order = send(port, 'POST /shop/orders HTTP/1.1', `Host: ${host}`, 'Content-Length: 0');
    expect(statusOf(await order)).toBe(421);
  });

  it.each(['0.0.0.0', '[::]', '10.1.2.3', hostname(), `${hostname()}.local`])(
    'knows no other name of this computer: %s',
    async (host) => expect(await request(port, host)).toBe(421),
  );

  it.each([
    'localhost',
    'localhost:8080',
    'LocalHost.',
    'shop.localhost',
    '127.0.0.1',
    '127.9.9.9:1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '127.1:4242',
    '2130706433',
  ])('answers to %s, whatever the port is mapped to', async (host) =>
    expect(await request(port, host)).toBe(200),
  );

  it('checks both the target and the Host header', async () => {
    const get = (target: string, host: string) =>
      send(port, `GET ${target} HTTP/1.1`, `Host: ${host}`).then(statusOf);
    expect(await get('http://localhost/sandbox/clock', 'localhost')).toBe(200);
    expect(await get('http://evil.example/sandbox/clock', 'localhost')).toBe(421);
    expect(await get('http://localhost/sandbox/clock', 'evil.example')).toBe(421);
    expect(await get('http://user:pass@evil.example/sandbox/clock', 'localhost')).toBe(421);
  });

  it('refuses an upgrade like any request, and answers a client that is too old to name a host', async () => {
    const upgrade = (host: string) =>
      send(port, 'GET / HTTP/1.1', `Host: ${host}`, 'Upgrade: websocket').then(statusOf);
    expect(await upgrade('evil.example')).toBe(421);
    expect(statusOf(await send(port, 'GET /sandbox/clock HTTP/1.0'))).toBe(200);
    expect(statusOf(await send(port, 'GET /sandbox/clock HTTP/1.1'))).toBe(400);
  });

  it.each(['user@localhost', 'localhost@evil.example', '%6cocalhost', 'a b', '[', 'localhost/x'])(
    'takes no odd Host for its own: %s',
    async (host) => expect([400, 421]).toContain(await request(port, host)),
  );

  it('says how to fix it, to a page and to a program', async () => {
    const lines = [`GET /v1/payment_intents HTTP/1.1`, 'Host: Sandbox:4242'];
    const program = await send(port, ...lines);
    expect(program).toContain('application/json');
    expect(program.toLowerCase()).toContain('access-control-allow-origin: *');
    for (const answer of [program, await send(port, ...lines, 'Accept: text/html')])
      expect(answer).toMatch(new RegExp(`http://localhost:${port}.*--allow-host sandbox`));
  });
});

it('answers to allowed hosts only', async () => {
  const port = await start({ allowHosts: ['sandbox', '.tunnel.example'] });
  for (const host of ['sandbox:4242', 'a.tunnel.example', 'localhost', 'SANDBOX'])
    expect([host, await request(port, host)]).toEqual([host, 200]);
  for (const host of ['tunnel.example', 'sandbox.evil.example', 'eviltunnel.example'])
    expect([host, await request(port, host)]).toEqual([host, 421]);
});

describe('a sandbox for the local network', () => {
  it('answers to this computer’s addresses and names, for phones', async () => {
    const port = await start({ host: '0.0.0.0' });
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const hosts = addresses.map(({ address }) =>
      address.includes(':') ? `[${address}]` : address,
    );
    const names = ['localhost', '0.0.0.0', hostname(), `${hostname()}.local`];
    for (const host of [...hosts, ...names])
      expect([host, await request(port, `${host}:${port}`)]).toEqual([host, 200]);
    for (const host of REBOUND)
      expect(await request(port, host.replace('PORT', String(port)))).toBe(421);
  });

  it('answers to the name that it listens on', async () => {
    const port = await start({ host: '127.0.0.2' }).catch(() => null);
    // macOS gives the loopback interface only one address.
    if (port === null) return;
    const answer = await fetch(`http://127.0.0.2:${port}/sandbox/clock`);
    expect(answer.status).toBe(200);
  });
});
