import { describe, expect, it } from 'vitest';
import { createSandbox } from '../sandbox.ts';
import { confirmed, createTestClient, PUBLISHABLE, RETURN_URL } from '../testing/client.ts';

/** As it comes back from storage. */
const restoredCopy = (sandbox: ReturnType<typeof createSandbox>) =>
  JSON.parse(JSON.stringify(sandbox.snapshot()));

describe('a sandbox with an earlier one’s snapshot', () => {
  it('has its payments and their deadlines', async () => {
    const before = createTestClient();
    const { body } = await before.stripe('', confirmed('wechat_pay'));
    const after = createTestClient({ snapshot: restoredCopy(before.sandbox) });
    const query = `?client_secret=${body.client_secret}`;
    const read = await after.read('stripe', body.id, PUBLISHABLE, query);
    expect(read.body.next_action).toEqual(body.next_action);
    await after.simulate(body.id, 'succeed');
    expect((await after.read('stripe', body.id)).body.status).toBe('succeeded');
  });

  it('ends payments at their deadlines, by the same test clock', async () => {
    let now = 1_700_000_000_000;
    const before = createTestClient({ now: () => now });
    const options = { blik: { code: '123456' } };
    const { body } = await before.stripe(
      '',
      confirmed('blik', { payment_method_options: options }),
    );
    await before.send('/sandbox/clock', { method: 'POST', body: '{"advance":30}' });
    const after = createTestClient({ now: () => now, snapshot: restoredCopy(before.sandbox) });
    now += 29_000;
    expect((await after.read('stripe', body.id)).body.status).toBe('requires_action');
    now += 1_000;
    expect((await after.read('stripe', body.id)).body.status).toBe('requires_payment_method');
  });

  it('has its customers and their payment methods', async () => {
    const before = createTestClient();
    const params = { ...confirmed('card'), payment_method: 'pm_card_visa' };
    const { payment_method_data: _, ...paid } = params;
    const { body } = await before.stripe('', paid);
    const after = createTestClient({ snapshot: restoredCopy(before.sandbox) });
    const read = await after.read('stripe', body.id, undefined, '?expand[]=payment_method');
    expect(read.body.payment_method).toMatchObject({ type: 'card', card: { last4: '4242' } });
  });
});

describe('a sandbox under a path', () => {
  const home = 'https://shop.example/demo';
  const { fetch } = createSandbox({ origin: home });
  const call = (path: string, init?: RequestInit) => fetch(`${home}${path}`, init);

  async function create(): Promise<{ id: string; url: string }> {
    const response = await call('/wooshpay/v1/payment_intents', {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('sk_test_1:')}`, 'content-type': 'application/json' },
      body: JSON.stringify(confirmed('dana')),
    });
    const { id, next_action } = await response.json();
    return { id, url: next_action.dana_handle_redirect.url };
  }

  it('has URLs under the path', async () => {
    const { id, url } = await create();
    expect(url).toBe(`${home}/sandbox/wallet/${id}`);
  });

  it('serves its pages with what they load from there', async () => {
    const { url } = await create();
    const page = await (await fetch(url)).text();
    expect(page).toContain('href="/demo/sandbox/assets/page.css"');
    expect(page).not.toMatch(/"\/sandbox/);
    expect((await call('/sandbox/assets/page.css')).headers.get('content-type')).toContain('css');
  });

  it('accepts its pages’ forms, and redirects the customer', async () => {
    const { id, url } = await create();
    const body = new URLSearchParams({ answer: 'succeed' });
    const sent = await fetch(url, { method: 'POST', body });
    expect(sent.headers.get('location')).toContain(new URL(RETURN_URL).origin);
    const { status } = await (await call(`/sandbox/intents/${id}`)).json();
    expect(status).toBe('succeeded');
    const moved = await call('/sandbox');
    expect(moved.headers.get('location')).toBe('/demo/sandbox/');
  });
});
