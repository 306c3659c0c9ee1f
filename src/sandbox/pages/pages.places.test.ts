import { beforeEach, describe, expect, it } from 'vitest';
import {
  confirmed,
  createTestClient,
  methodData,
  RETURN_URL,
  type TestClient,
} from '../testing/client.ts';

let client: TestClient;

beforeEach(() => {
  client = createTestClient();
});

const start = async (type: string, options: object = {}, more: object = {}) => {
  const params = { payment_method_options: { [type]: options }, ...more };
  const { body } = await client.stripe('', confirmed(type, params));
  return body;
};

const statusOf = async (id: string) => (await client.send(`/sandbox/intents/${id}`)).body.status;

describe('a voucher’s page', () => {
  it.each([
    ['oxxo', 'mxn', ['number', '12345678901234657890123456789012']],
    ['boleto', 'brl', ['number', '01010101010101010101010101010101010101010101010']],
    ['multibanco', 'eur', ['entity', '12345', 'reference', '999123456']],
    ['konbini', 'jpy', ['lawson', 'payment code', '234567', '09012345678']],
  ])('shows what %s asks for, and pays', async (method, currency, texts) => {
    const { id } = await start(method, {}, { currency });
    const url = `/sandbox/voucher/${id}`;
    const { status, body } = await client.send(url);
    expect(status).toBe(200);
    for (const text of ['Test mode', 'Pay this voucher', 'pay until', method, ...texts]) {
      expect(body).toContain(text);
    }
    expect(body).not.toMatch(/<style|<script| style=| on\w+=/);
    const paid = await client.submit(url, { answer: 'succeed' });
    expect(paid.headers.get('location')).toBe(url);
    expect(await statusOf(id)).toBe('succeeded');
    expect((await client.send(url)).body).toContain('Payment approved');
  });

  it('names the customer', async () => {
    const data = methodData('boleto');
    const billing_details = { ...data.billing_details, name: 'Ana <Silva>' };
    const payment_method_data = { ...data, billing_details };
    const { id } = await start('boleto', {}, { payment_method_data });
    expect((await client.send(`/sandbox/voucher/${id}`)).body).toContain('Ana &lt;Silva&gt;');
  });

  it('lets the voucher expire', async () => {
    const { id } = await start('oxxo');
    await client.submit(`/sandbox/voucher/${id}`, { answer: 'expire' });
    expect(await statusOf(id)).toBe('requires_payment_method');
  });

  it.each(['voucher', 'transfer', 'microdeposits'])(
    'is a %s only for that kind of payment',
    async (place) => {
      const { id } = await start('ideal');
      for (const page of [
        await client.send(`/sandbox/${place}/${id}`),
        await client.submit(`/sandbox/${place}/${id}`, { answer: 'succeed' }),
      ]) {
        expect(page.body).toContain('no longer waits');
      }
      expect(await statusOf(id)).toBe('requires_action');
      expect((await client.send(`/sandbox/${place}/pi_x`)).status).toBe(404);
    },
  );
});

describe('the page of a bank transfer', () => {
  const amountOf = (page: string) => /name="amount"[^>]* value="(\d+)"/.exec(page)?.[1];

  it('shows the account, and takes the money in parts', async () => {
    const { id, next_action } = await start('customer_balance');
    const url = next_action.display_bank_transfer_instructions.hosted_instructions_url;
    const { body } = await client.send(url);
    for (const text of ['DE89370400440532013000', 'TESTDEFF', '10115, Berlin, DE', '€18.00']) {
      expect(body).toContain(text);
    }
    expect(amountOf(body)).toBe('1800');
    const sent = await client.submit(url, { answer: 'succeed', amount: '500' });
    expect(sent.headers.get('location')).toBe(`/sandbox/transfer/${id}`);
    const page = await client.send(url);
    expect(page.body).toContain('€13.00');
    expect(amountOf(page.body)).toBe('1300');
    await client.submit(url, { answer: 'succeed', amount: '1300' });
    expect(await statusOf(id)).toBe('succeeded');
  });

  it.each(['0', '-3', '1.5', ''])('asks again after "%s"', async (amount) => {
    const { id } = await start('customer_balance');
    const { status, body } = await client.submit(`/sandbox/transfer/${id}`, {
      answer: 'succeed',
      amount,
    });
    expect(status).toBe(400);
    expect(body).toContain('role="alert"');
    expect(await statusOf(id)).toBe('requires_action');
  });
});

describe('the page of small deposits', () => {
  const BY_CODE = { verification_method: 'microdeposits' };
  const BY_AMOUNTS = { sandbox_action: 'verify_with_amounts' };

  it.each([
    [BY_CODE, {}, 'processing'],
    [BY_CODE, { code: 'SM11AA' }, 'processing'],
    [BY_CODE, { code: ' sm11aa ' }, 'processing'],
    [BY_CODE, { code: 'SM00ZZ' }, 'requires_action'],
    [BY_AMOUNTS, { first: '32', second: '45' }, 'processing'],
    [BY_AMOUNTS, { first: '45', second: '32' }, 'processing'],
    [BY_AMOUNTS, { first: '1', second: '2' }, 'requires_action'],
    [BY_AMOUNTS, { first: 'x', second: '' }, 'requires_action'],
    [BY_AMOUNTS, { code: 'SM11AA' }, 'requires_action'],
  ])('with %o takes %o to %s', async (options, fields, status) => {
    const { id } = await start('us_bank_account', options);
    await client.submit(`/sandbox/microdeposits/${id}`, { answer: 'succeed', ...fields });
    expect(await statusOf(id)).toBe(status);
  });

  it('is filled in with the correct values', async () => {
    const code = await start('us_bank_account', BY_CODE);
    expect((await client.send(`/sandbox/microdeposits/${code.id}`)).body).toContain('SM11AA');
    const amounts = await start('us_bank_account', BY_AMOUNTS);
    const { body } = await client.send(`/sandbox/microdeposits/${amounts.id}`);
    expect(body).toMatch(/name="first" value="32"/);
    expect(body).toMatch(/name="second" value="45"/);
  });

  it('reports wrong values, and fails on request', async () => {
    const { id } = await start('us_bank_account', BY_CODE);
    const url = `/sandbox/microdeposits/${id}`;
    const wrongCode = await client.submit(url, { answer: 'succeed', code: 'SM00ZZ' });
    expect(wrongCode).toMatchObject({ status: 400, body: expect.stringContaining('Try again') });
    await client.submit(url, { answer: 'fail', code: 'SM00ZZ' });
    expect(await statusOf(id)).toBe('requires_payment_method');
  });
});

describe('WeChat’s page for phones', () => {
  const REFERER = { referer: 'https://shop.example/' };
  const openPage = async () => {
    const options = { wechat_pay: { terminal_type: 'WAP' } };
    const params = confirmed('wechat_pay', { payment_method_options: options });
    const { body } = await client.wooshpay('', params);
    return { id: body.id, url: body.next_action.wechat_pay_redirect_to_web.url };
  };

  it('opens from a shop’s link', async () => {
    const { id, url } = await openPage();
    const { status, body, headers } = await client.send(url, { headers: REFERER });
    expect(status).toBe(200);
    expect(body).toContain('Pay with WeChat');
    expect(headers.get('x-frame-options')).toBe('DENY');
    const response = await client.submit(url, { answer: 'succeed' });
    expect(response.headers.get('location')).toBe(RETURN_URL);
    expect(await statusOf(id)).toBe('succeeded');
  });

  it('opens from a shop’s link in a service worker too', async () => {
    const { url } = await openPage();
    const { status } = await client.send(url, { referrer: 'https://shop.example/' });
    expect(status).toBe(200);
  });

  it('refuses to open without a Referer', async () => {
    const { id, url } = await openPage();
    const { status, body } = await client.send(url);
    expect(status).toBe(403);
    expect(body).toContain('商家参数格式有误');
    expect(await statusOf(id)).toBe('requires_action');
  });

  it('refuses to open inside WeChat', async () => {
    const { url } = await openPage();
    const headers = { ...REFERER, 'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0' };
    const { status, body } = await client.send(url, { headers });
    expect(status).toBe(403);
    expect(body).toContain('请在微信外打开订单');
  });

  it('lets a customer return before paying', async () => {
    const { id, url } = await openPage();
    const response = await client.submit(url, { answer: 'leave' });
    expect(response.headers.get('location')).toBe(RETURN_URL);
    expect(await statusOf(id)).toBe('requires_action');
  });

  it('fails', async () => {
    const { id, url } = await openPage();
    await client.submit(url, { answer: 'fail' });
    const { body } = await client.read('wooshpay', id);
    expect(body.last_payment_error.code).toBe('payment_intent_authentication_failure');
  });
});
