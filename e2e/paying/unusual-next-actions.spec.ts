import { en } from '../../src/locales/en.ts';
import { returnToPage, scan } from '../support/customer.ts';
import {
  expect,
  FACES,
  type Face,
  intentId,
  type Order,
  type Shop,
  test,
} from '../support/shop.ts';

/** Whatever was on the screen, the payment is seen. */
async function isStillWatched(shop: Shop, order: Order): Promise<void> {
  await shop.simulate(order, 'succeed');
  await returnToPage(shop.page);
  await shop.expectPhase('succeeded');
}

const WECHAT = { gateway: 'wooshpay', method: 'wechat_pay', currency: 'cny' } as const;

for (const style of ['2022', 'siblings'] as const) {
  const form = { 2022: 'as a string of JSON', siblings: 'among every other key' }[style];
  for (const [name, request, step] of [
    ['a code', WECHAT, 'qr'],
    ['a page', { ...WECHAT, method: 'dana' }, 'redirect'],
    ['a page under another key', { ...WECHAT, method: 'gcash' }, 'redirect'],
    ['an app', { ...WECHAT, options: { terminal_type: 'WAP' } }, 'app'],
    ['WeChat’s own call', { ...WECHAT, options: { openid: 'o1' } }, 'wechat-jsapi'],
    ['a challenge', { ...WECHAT, method: 'card', card: '4000000000003220' }, 'challenge'],
    ['a type of tomorrow', { ...WECHAT, method: 'sandbox_mystery' }, 'unsupported'],
  ] as const) {
    test(`${name} that comes ${form} is the same step`, async ({ shop, page }) => {
      const order = await shop.order({ ...request, style });
      const answer = page.waitForResponse(/\/payment_intents\//);
      await shop.open('script tag', order, { redirect: 'button' });
      const { next_action } = await (await answer).json();
      if (style === '2022') expect(typeof next_action).toBe('string');
      else expect(Object.keys(next_action).length).toBeGreaterThan(20);
      await expect(shop.widget).toHaveAttribute('data-step', step);
      if (step === 'qr') {
        const code = page.getByRole('img', { name: /^QR code to pay/ });
        expect(await scan(code)).toContain(`/sandbox/qr/${intentId(order)}`);
      }
      if (step === 'redirect') {
        const continueLink = page.getByRole('link', { name: /^Continue to / });
        await expect(continueLink).toHaveAttribute(
          'href',
          new RegExp(`/wallet/${intentId(order)}$`),
        );
      }
      await isStillWatched(shop, order);
    });
  }
}

/** A next action of which only the payload, under the type's own key, is odd. */
const nextActionOf = (type: string, payload: unknown) => ({ type, [type]: payload });

const url = 'https://pay.example/';

/** A future answer of a gateway, its step, and the text that the customer reads. */
const ODD: readonly (readonly [action: unknown, step: string, text: string])[] = [
  ...[
    null,
    '',
    'not JSON',
    {},
    nextActionOf('__proto__', {}),
    nextActionOf('redirect_to_url', null),
    nextActionOf('redirect_to_url', { url: 'javascript:alert(1)' }),
    nextActionOf('redirect_to_url', { url: 'https://paypal.com@evil.example/' }),
    nextActionOf('alipayplus_handle_redirect', {
      normalUrl: 'tel:+1',
      applinkUrl: 'market://details?id=a',
    }),
    nextActionOf('wechat_pay_display_qr_code', null),
    nextActionOf('wechat_pay_redirect_to_ios_app', { native_url: 'javascript:alert(1)' }),
    nextActionOf('wechat_pay_official_account_params', { appId: 'wx1' }),
    nextActionOf('upi_handle_redirect_or_display_qr_code', { qr_code: null }),
    nextActionOf('konbini_display_details', { stores: null }),
    nextActionOf('display_bank_transfer_instructions', { financial_addresses: null }),
    nextActionOf('verify_with_microdeposits', { hosted_verification_url: null }),
  ].map((action) => [action, 'unsupported', en.unsupported.title] as const),
  [nextActionOf('use_stripe_sdk', null), 'sdk', en.sdk.title],
  [nextActionOf('blik_authorize', null), 'await', en.await.approve('')],
  [nextActionOf('card_await_notification', null), 'await', en.await.charged('')],
  // No Date can hold it.
  [
    nextActionOf('oxxo_display_details', { number: '1234', expires_after: 8.7e15 }),
    'voucher',
    '1234',
  ],
  [
    nextActionOf('card_await_notification', { charge_attempt_at: 8.7e15 }),
    'await',
    en.await.charged(''),
  ],
  [nextActionOf('blik_authorize', { expires_at: 9e15 }), 'await', en.await.approve('')],
  [
    nextActionOf('wechat_pay_display_qr_code', { data: 'x'.repeat(5_000) }),
    'qr',
    'cannot be shown here',
  ],
  [nextActionOf('wallet_of_2031_handle_redirect', { url }), 'redirect', en.go('Wallet Of 2031')],
  [
    nextActionOf('wallet_of_2031_display_qr_code', { data: url }),
    'qr',
    en.qr.title('Wallet Of 2031'),
  ],
];

for (const [action, step, text] of ODD) {
  const sent = JSON.stringify(action).slice(0, 90);
  test(`${sent} is ${step}, explained plainly and polled`, async ({ shop, page }) => {
    const order = await shop.order(WECHAT);
    await page.route('**/v1/payment_intents/**', async (route) => {
      const response = await route.fetch();
      const json = await response.json();
      if (json.status === 'requires_action') json.next_action = action;
      await route.fulfill({ response, json });
    });
    await shop.open('script tag', order, { redirect: 'button' });
    await expect(shop.widget).toHaveAttribute('data-step', step);
    await expect(shop.widget).toContainText(text);
    await isStillWatched(shop, order);
  });
}

test('a step of a developer’s own network is refused with the reason and the fix', async ({
  shop,
  page,
}) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  const url = 'http://192.168.1.5:4242/sandbox/wallet/pi_1?client_secret=pi_1_secret_2';
  const order = await shop.order(WECHAT);
  await page.route('**/v1/payment_intents/**', async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    if (json.status === 'requires_action')
      json.next_action = nextActionOf('redirect_to_url', { url });
    await route.fulfill({ response, json });
  });
  await shop.open('script tag', order);
  await expect(shop.widget).toContainText(en.unsupported.title);
  await isStillWatched(shop, order);
  const refusals = lines.filter((line) => line.includes('cannot be shown'));
  expect(refusals).toHaveLength(1);
  expect(refusals[0]).toContain('http://192.168.1.5:4242');
  expect(refusals[0]).toMatch(/https: .*localhost/);
});

const SDK_ORDER = {
  gateway: 'stripe',
  method: 'card',
  currency: 'eur',
  card: '4000000000003220',
  useStripeSdk: true,
  options: { sandbox_action: 'stripe_3ds2_fingerprint' },
} as const;

interface Handler {
  readonly sdkActions: unknown[];
  end(succeeds: boolean): void;
}

/** A shop that can do what Paystep cannot, and takes its time. */
async function handle({ page }: Shop): Promise<void> {
  await page.addInitScript(() => {
    const sdkActions: unknown[] = [];
    const onSdkAction = (action: unknown) => {
      sdkActions.push(action);
      return new Promise<void>((resolve, reject) => {
        const end = (succeeds: boolean) => (succeeds ? resolve() : reject(new Error('Sandbox')));
        Object.assign(window, { end });
      });
    };
    Object.assign(window, { sdkActions, callbacks: { onSdkAction } });
  });
}

const sdkActions = ({ page }: Shop) => page.evaluate(() => (window as never as Handler).sdkActions);

const end = ({ page }: Shop, succeeds: boolean) =>
  page.evaluate((success) => (window as never as Handler).end(success), succeeds);

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`what only the shop can do, by ${face}`, () => {
    test('is handed to it once, and its end is looked into', async ({ shop, page }) => {
      await shop.stopPolling();
      await handle(shop);
      const order = await shop.order(SDK_ORDER);
      const action = await shop.nextAction(order);
      await shop.open(face, order);
      await expect(shop.widget).toContainText(en.sdk.text);
      await expect.poll(() => sdkActions(shop)).toEqual([action]);
      // Another read with the same action is no reason to ask again.
      await Promise.all([page.waitForResponse(/payment_intents/), returnToPage(page)]);
      expect(await sdkActions(shop)).toHaveLength(1);
      await shop.simulate(order, 'succeed');
      await end(shop, true);
      await shop.expectPhase('succeeded');
    });

    test('can be repeated after it failed', async ({ shop, page }) => {
      await shop.stopPolling();
      await handle(shop);
      const order = await shop.order(SDK_ORDER);
      await shop.open(face, order);
      await expect.poll(() => sdkActions(shop)).toHaveLength(1);
      await end(shop, false);
      await page.getByRole('button', { name: en.challenge.resume, exact: true }).click();
      await expect(shop.widget).toContainText(en.sdk.text);
      await expect.poll(() => sdkActions(shop)).toHaveLength(2);
      await shop.simulate(order, 'succeed');
      await end(shop, true);
      await shop.expectPhase('succeeded');
    });

    test('is offered also where nobody knows the step', async ({ shop }) => {
      await handle(shop);
      const order = await shop.order({ ...WECHAT, method: 'sandbox_mystery' });
      await shop.open(face, order);
      await expect(shop.widget).toContainText(en.unsupported.title);
      await expect.poll(() => sdkActions(shop)).toEqual([{ type: 'carrier_pigeon', payload: {} }]);
      await isStillWatched(shop, order);
    });
  });
}

test('a handler that an element gets later is called as well', async ({ shop, page }) => {
  const order = await shop.order(SDK_ORDER);
  const action = await shop.nextAction(order);
  await shop.open('script tag', order);
  await expect(shop.widget).toContainText(en.sdk.unhandled);
  await page.locator('paystep-checkout').evaluate((element) => {
    const onSdkAction = (action: unknown) => Object.assign(window, { sdkActions: [action] });
    Object.assign(element, { onSdkAction });
  });
  await expect.poll(() => sdkActions(shop)).toEqual([action]);
  await isStillWatched(shop, order);
});
