import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ServedSandbox } from '../servedSandbox.ts';
import { serveSandbox } from './serveSandbox.ts';

const HEADERS = { authorization: 'Bearer sk_test_1' };
const IDEAL = {
  id: 'pi_ideal',
  amount: 1800,
  currency: 'eur',
  payment_method_data: { type: 'ideal' },
  confirm: true,
  return_url: 'https://shop.example/',
};

let served: ServedSandbox | undefined;

afterEach(() => served?.close());

const read = async (path: string) =>
  (await fetch(`${served?.url}${path}`, { headers: HEADERS })).json();

describe('serveSandbox', () => {
  it('listens on a free port for port 0, silently', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    served = await serveSandbox({ port: 0 });
    expect(served.url).toBe(`http://localhost:${served.port}`);
    expect(served.urls[0]).toBe(served.url);
    const { hostname, port } = new URL(served.url);
    const stripe = new Stripe('sk_test_1', { host: hostname, port, protocol: 'http' });
    const { id } = await stripe.customers.create({ name: 'Ada' });
    expect((await stripe.customers.retrieve(id)).id).toBe(id);
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });

  it('has fixtures whose pages are at its own port', async () => {
    served = await serveSandbox({ port: 0, fixtures: { payment_intents: [IDEAL] } });
    const urlOf = async () =>
      (await read('/v1/payment_intents/pi_ideal')).next_action.redirect_to_url.url;
    const url = await urlOf();
    expect(url).toMatch(new RegExp(`^${served.url}/sandbox/`));
    expect((await fetch(url)).status).toBe(200);
    await served.reset();
    expect(await urlOf()).toBe(url);
    await fetch(`${served.url}/sandbox/reset`, { method: 'POST' });
    expect(await urlOf()).toBe(url);
  });

  it('has fixtures whose pages are where the option origin says', async () => {
    const origin = 'https://tunnel.example/pay';
    served = await serveSandbox({ port: 0, origin, fixtures: { payment_intents: [IDEAL] } });
    const { next_action } = await read('/v1/payment_intents/pi_ideal');
    expect(next_action.redirect_to_url.url).toMatch(/^https:\/\/tunnel\.example\/pay\/sandbox\//);
  });

  it('begins anew with reset()', async () => {
    served = await serveSandbox({ port: 0, seed: 3 });
    const create = async () =>
      (await fetch(`${served?.url}/v1/customers`, { method: 'POST', headers: HEADERS })).json();
    const { id } = await create();
    await served.reset();
    expect((await read('/v1/customers')).data).toEqual([]);
    expect((await create()).id).toBe(id);
  });

  it('gives up a webhook that is under way, and its streams, when it stops', async () => {
    const receiver = createServer(() => {}).listen(0);
    const { port } = receiver.address() as AddressInfo;
    const left = new Promise((done) => {
      receiver.once('connection', (socket) => socket.once('close', done));
    });
    const asked = new Promise((done) => receiver.once('request', done));
    served = await serveSandbox({ port: 0, forwardTo: [`http://localhost:${port}/`] });
    const body = 'amount=100&currency=eur';
    const init = {
      method: 'POST',
      headers: { ...HEADERS, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    };
    await fetch(`${served.url}/v1/payment_intents`, init);
    const stream = await fetch(`${served.url}/sandbox/console/changes`);
    await asked;
    const begin = performance.now();
    await served.close();
    await left;
    expect(performance.now() - begin).toBeLessThan(2000);
    await stream.text().catch(() => {});
    receiver.close();
  });

  it('is closed by `await using`, and may be closed twice', async () => {
    const sandbox = await serveSandbox({ port: 0 });
    await sandbox[Symbol.asyncDispose]();
    await sandbox.close();
    await expect(fetch(sandbox.url)).rejects.toThrow('fetch failed');
  });

  it.each<[object | null, string]>([
    [null, 'The options of serveSandbox must be an object (got null)'],
    [{ host: 1 }, 'host must be a string'],
    [{ log: 'yes' }, 'log must be a function'],
    [{ now: 5 }, 'now must be a function'],
    [{ timers: null }, 'timers must be an object'],
    [{ publicDirs: 'public' }, 'publicDirs must be a list'],
    [{ allowHosts: 'a.b' }, 'allowHosts must be a list'],
    [{ constructor: 1 }, 'serveSandbox has no option constructor'],
    [{ prot: 0 }, 'serveSandbox has no option prot. Its options: allowHosts, '],
    [{ port: '0' }, 'port must be a whole number from 0 to 65535 (got 0)'],
    [{ port: 65536 }, 'port must be a whole number from 0 to 65535'],
    [{ allowHosts: ['http://a.b'] }, 'allowHosts must have names without scheme and port'],
    [{ seed: 'x' }, 'seed must be a whole number'],
    [{ forwardTo: ['x'] }, 'Invalid forwardTo'],
    [{ fixtures: { customers: {} } }, 'fixtures.customers: must be a list'],
  ])('refuses %j', async (options, message) => {
    await expect(serveSandbox(options as object)).rejects.toThrow(message);
  });
});
