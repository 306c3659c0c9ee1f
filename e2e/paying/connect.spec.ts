import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect } from '../support/base.ts';

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const code = { data: 'weixin://wxpay/bizpayurl?pr=1' };
const UNPAID = {
  id: 'pi_1',
  object: 'payment_intent',
  status: 'requires_payment_method',
  amount: 2099,
  currency: 'cny',
  payment_method_types: ['wechat_pay'],
};
const WAITING = {
  ...UNPAID,
  status: 'requires_action',
  next_action: { type: 'wechat_pay_display_qr_code', wechat_pay_display_qr_code: code },
};

/**
 * A gateway of another origin that has the payment under one connected account alone, and takes down
 * what a browser asks: no test can see a preflight in the page itself.
 */
class ConnectedGateway {
  readonly asked: Asked[] = [];
  readonly #server: Server = createServer(async (request, response) => {
    const { method = '', url = '/' } = request;
    const body = await textOf(request);
    const asked = { method, url: new URL(url, this.url), body };
    this.asked.push(asked);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'idempotency-key, content-type');
    if (method === 'OPTIONS') return response.writeHead(204).end();
    const params = method === 'GET' ? asked.url.searchParams : new URLSearchParams(body);
    if (params.get('_stripe_account') !== 'acct_1') {
      return response.writeHead(404).end('{"error":{"code":"resource_missing"}}');
    }
    if (method === 'POST') this.payment = WAITING;
    return response.end(JSON.stringify(this.payment));
  });

  constructor(public payment: object) {}

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const test = base.extend<{ open: (payment: object, account: string) => Promise<ConnectedGateway> }>(
  {
    open: async ({ page }, use) => {
      const gateways: ConnectedGateway[] = [];
      await use(async (payment, account) => {
        const gateway = new ConnectedGateway(payment);
        gateways.push(gateway);
        await gateway.listen();
        const order = { gateway: 'stripe', publishableKey: 'pk_test_1', apiBase: gateway.url };
        await page.route('**/shop/orders/**', (route) =>
          route.fulfill({ json: { ...order, clientSecret: 'pi_1_secret_2' } }),
        );
        await page.addInitScript((checkoutOptions) => Object.assign(window, { checkoutOptions }), {
          account,
        });
        await page.goto('/checkout.html?order=1');
        return gateway;
      });
      for (const gateway of gateways) gateway.close();
    },
  },
);

test('a direct charge of a connected account is read without a preflight', async ({
  open,
  page,
}) => {
  const gateway = await open(WAITING, 'acct_1');
  await expect(page.locator('.paystep')).toHaveAttribute('data-step', 'qr');
  expect(gateway.asked.map(({ method }) => method)).not.toContain('OPTIONS');
  for (const { url } of gateway.asked) {
    expect(url.pathname).toBe('/v1/payment_intents/pi_1');
    expect(url.searchParams.get('_stripe_account')).toBe('acct_1');
  }
});

test('a direct charge is confirmed on its account', async ({ open, page }) => {
  const gateway = await open(UNPAID, 'acct_1');
  await page.getByRole('button', { name: 'Show QR code' }).click();
  await expect(page.locator('.paystep')).toHaveAttribute('data-step', 'qr');
  const sent = gateway.asked.filter(({ method }) => method === 'POST');
  expect(sent.map(({ body }) => new URLSearchParams(body).get('_stripe_account'))).toEqual([
    'acct_1',
  ]);
});

test('a payment of another account is not there', async ({ open, page }) => {
  await open(WAITING, 'acct_2');
  await expect(page.locator('.paystep')).toHaveAttribute('data-phase', 'unavailable');
});
