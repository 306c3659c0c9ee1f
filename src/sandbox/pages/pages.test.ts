import { beforeEach, describe, expect, it } from 'vitest';
import {
  card,
  confirmed,
  createTestClient,
  RETURN_URL,
  type TestClient,
} from '../testing/client.ts';

let client: TestClient;

beforeEach(() => {
  client = createTestClient({ merchant: 'Tea & <Co>' });
});

/** The answers that a page's form offers. */
const answersOf = (page: string) =>
  [...page.matchAll(/name="answer" value="(\w+)"/g)].map((found) => found[1]);

const start = async (type: string, more: object = {}) => {
  const { body } = await client.stripe(
    '',
    confirmed(type, { description: 'A tin of tea', ...more }),
  );
  return body;
};

const statusOf = async (id: string) => (await client.send(`/sandbox/intents/${id}`)).body.status;

describe('a bank’s page', () => {
  it('shows merchant, amount and buttons', async () => {
    const { next_action } = await start('ideal');
    const { status, body, headers } = await client.send(next_action.redirect_to_url.url);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    for (const text of [
      'Test mode',
      'Paystep sandbox',
      '€18.00',
      'A tin of tea',
      'Tea &amp; &lt;Co&gt;',
    ]) {
      expect(body).toContain(text);
    }
    expect(answersOf(body)).toEqual(['succeed', 'fail', 'cancel']);
  });

  it.each([
    ['succeed', 'succeeded', 'succeeded'],
    ['fail', 'requires_payment_method', 'failed'],
    ['cancel', 'requires_payment_method', 'failed'],
  ])('goes back to the shop after %s', async (answer, status, redirectStatus) => {
    const intent = await start('ideal');
    const response = await client.submit(intent.next_action.redirect_to_url.url, { answer });
    expect(response.status).toBe(303);
    const back = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(back.searchParams)).toEqual({
      order: '7',
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: redirectStatus,
    });
    expect(await statusOf(intent.id)).toBe(status);
  });

  it('says that it no longer waits, and links back', async () => {
    const intent = await start('ideal');
    await client.simulate(intent.id, 'succeed');
    const { url } = intent.next_action.redirect_to_url;
    for (const page of [await client.send(url), await client.submit(url, { answer: 'fail' })]) {
      expect(page.body).toContain('no longer waits');
      expect(page.body).toContain('href="https://shop.example/thanks?');
    }
    expect(await statusOf(intent.id)).toBe('succeeded');
  });

  it('refuses to be framed, under a strict policy that allows the way back', async () => {
    const { next_action } = await start('ideal', { return_url: 'teashop://back' });
    const { headers } = await client.send(next_action.redirect_to_url.url);
    expect(headers.get('x-frame-options')).toBe('DENY');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('teashop:');
    expect(policy).not.toContain('unsafe');
  });
});

it('returns to the shop unchanged with WooshPay', async () => {
  const { body } = await client.wooshpay('', confirmed('dana'));
  const response = await client.submit(body.next_action.dana_handle_redirect.url, {
    answer: 'succeed',
  });
  expect(response.headers.get('location')).toBe(RETURN_URL);
});

describe('the page of a QR code', () => {
  it('pays, then says that the customer can go back', async () => {
    const intent = await start('wechat_pay');
    const url = intent.next_action.wechat_pay_display_qr_code.data;
    const page = await client.send(url);
    expect(answersOf(page.body)).toEqual(['succeed', 'fail']);
    const response = await client.submit(url, { answer: 'succeed' });
    expect(response.status).toBe(303);
    const done = await client.send(response.headers.get('location') ?? '');
    expect(done.body).toContain('Payment approved');
    expect(done.body).toContain('You can go back to the shop');
    expect(done.body).not.toContain('_secret_');
  });

  it('declines', async () => {
    const intent = await start('wechat_pay');
    await client.submit(intent.next_action.wechat_pay_display_qr_code.data, { answer: 'fail' });
    expect(await statusOf(intent.id)).toBe('requires_payment_method');
  });
});

describe('the pages of 3-D Secure', () => {
  const challenge = async () => {
    const { body } = await client.stripe('', card('4000000000003220'));
    return { id: body.id, address: body.next_action.redirect_to_url.url };
  };

  it('may be framed', async () => {
    const { address: url } = await challenge();
    const { headers, body } = await client.send(url);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('content-security-policy')).not.toContain('frame-ancestors');
    expect(body).toContain('one-time-code');
  });

  it.each([
    ['123456', 'succeed', 'succeeded'],
    ['0000', 'succeed', 'requires_payment_method'],
    ['', 'fail', 'requires_payment_method'],
    ['', 'cancel', 'requires_payment_method'],
  ])('takes the code "%s" and the answer %s to %s', async (code, answer, status) => {
    const { id, address: url } = await challenge();
    await client.submit(url, { code, answer });
    expect(await statusOf(id)).toBe(status);
  });

  it('collect device data by a script of their own', async () => {
    const { body } = await client.wooshpay('', card('4000000000003220'));
    const page = await client.send(body.next_action.ddc_redirect.url);
    const script = /src="(\/sandbox\/assets\/[^"]+)"/.exec(page.body)?.[1] ?? '';
    const { status, headers } = await client.send(script);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('javascript');
    await client.simulate(body.id, 'succeed');
    expect((await client.send(body.next_action.ddc_redirect.url)).body).toContain(
      'no longer waits',
    );
  });
});

it('serves nothing inline', async () => {
  const { next_action } = await start('ideal');
  const { body } = await client.send(next_action.redirect_to_url.url);
  expect(body).not.toMatch(/<style|<script(?! src)| style=| on\w+=/);
});

it('reports an unknown payment', async () => {
  for (const path of [
    'bank/pi_x',
    'wallet/pi_x',
    'qr/pi_x',
    'acs/pi_x/ddc',
    'acs/pi_x/challenge',
  ]) {
    expect((await client.send(`/sandbox/${path}`)).status).toBe(404);
    expect((await client.submit(`/sandbox/${path}`)).status).toBe(404);
  }
  expect((await client.send('/sandbox/assets/constructor')).status).toBe(404);
});
