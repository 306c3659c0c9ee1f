import type { FrameLocator, Page, Route } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import {
  expect,
  FACES,
  type Face,
  intentId,
  type Order,
  type Shop,
  test,
} from '../support/shop.ts';

const BANK = { gateway: 'stripe', method: 'ideal', currency: 'eur' } as const;
const CHALLENGED = { gateway: 'wooshpay', method: 'card', card: '4000000000003220' } as const;
const CODE = { gateway: 'stripe', method: 'wechat_pay', currency: 'cny' } as const;
const AT_BANK = '**/sandbox/bank/**';

const bankLink = (at: Page | FrameLocator) => at.getByRole('link', { name: /^Continue to/ });

/** The same server by another name is another site. */
const otherOriginUrl = (page: Page, path: string) =>
  new URL(path, page.url()).href.replace('localhost', '127.0.0.1');

async function beforeRedirect({ page }: Shop, answer: 'agrees' | 'never answers'): Promise<void> {
  await page.addInitScript((agrees) => {
    const beforeRedirect = () => (agrees ? Promise.resolve() : new Promise(() => {}));
    Object.assign(window, { callbacks: { beforeRedirect } });
  }, answer === 'agrees');
}

/** What a browser takes for a reason to stay on the page. */
const NOWHERE: Record<string, (route: Route) => Promise<void>> = {
  'no content': (route) => route.fulfill({ status: 204 }),
  'a download': (route) =>
    route.fulfill({ headers: { 'content-disposition': 'attachment; filename=a.txt' }, body: 'a' }),
  'a broken connection': (route) => route.abort('aborted'),
};

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`a customer whose redirect did not leave the page, by ${face}`, () => {
    for (const [name, answer] of Object.entries(NOWHERE)) {
      test(`gets a link to go on where the bank answers with ${name}`, async ({ shop, page }) => {
        await beforeRedirect(shop, 'agrees');
        await page.route(AT_BANK, answer);
        await shop.open(face, await shop.order(BANK));
        await expect(shop.widget).toContainText('Taking you to');
        await expect(bankLink(page)).toBeVisible();
        await page.unroute(AT_BANK);
        await bankLink(page).click();
        await page.waitForURL(AT_BANK);
      });
    }

    test('gets a link to go on where they chose “Stay” in the browser’s prompt', async ({
      shop,
      page,
    }) => {
      await beforeRedirect(shop, 'agrees');
      await page.addInitScript(() => {
        addEventListener('beforeunload', (event) => event.preventDefault());
      });
      const prompts: string[] = [];
      page.on('dialog', (dialog) => {
        prompts.push(dialog.type());
        return prompts.length === 1 ? dialog.dismiss() : dialog.accept();
      });
      await shop.open(face, await shop.order(BANK), { redirect: 'button' });
      await bankLink(page).click();
      await expect.poll(() => prompts).toEqual(['beforeunload']);
      await expect(bankLink(page)).toBeVisible();
      await bankLink(page).click();
      await page.waitForURL(AT_BANK);
    });

    test('gets a link to go on where beforeRedirect never settles', async ({ shop, page }) => {
      await beforeRedirect(shop, 'never answers');
      await shop.open(face, await shop.order(BANK));
      await expect(shop.widget).toContainText('Taking you to');
      await bankLink(page).click();
      await page.waitForURL(AT_BANK);
    });
  });
}

/** The shop in a frame of another site's page, with what that page lets it do. */
async function openFramed(shop: Shop, face: Face, order: Order, sandbox: string | null) {
  const { page } = shop;
  await page.addInitScript(() => Object.assign(window, { checkoutOptions: {} }));
  await page.goto('/framed.html');
  const src = otherOriginUrl(page, `${FACES[face]}?order=${order.orderId}`);
  await page.evaluate(
    ([src, sandbox]) => {
      const frame = document.createElement('iframe');
      if (sandbox) frame.setAttribute('sandbox', sandbox);
      Object.assign(frame, { src, width: 500, height: 600 });
      document.body.append(frame);
    },
    [src, sandbox] as const,
  );
  return page.frameLocator('iframe').first();
}

const SANDBOX = 'allow-scripts allow-same-origin allow-forms';

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`a frame that may not leave, by ${face}`, () => {
    test('offers the bank’s page in a new tab', async ({ shop, page }) => {
      const order = await shop.order(BANK);
      const framed = await openFramed(
        shop,
        face,
        order,
        `${SANDBOX} allow-popups allow-popups-to-escape-sandbox`,
      );
      await bankLink(framed).click();
      const tab = framed.getByRole('link', { name: en.framed.tab });
      await expect(framed.getByText(en.framed.text).first()).toBeVisible();
      const [bank] = await Promise.all([page.waitForEvent('popup'), tab.click()]);
      await bank.getByRole('button', { name: 'Authorize test payment' }).click();
      await expect(framed.locator('.paystep')).toHaveAttribute('data-phase', 'succeeded');
    });

    test('gives the address where no tab opens either', async ({ shop }) => {
      const framed = await openFramed(shop, face, await shop.order(BANK), SANDBOX);
      await bankLink(framed).click();
      await framed.getByRole('link', { name: en.framed.tab }).click();
      await expect(framed.getByText(en.framed.noTab).first()).toBeVisible();
      await framed.getByRole('button', { name: en.framed.copy }).click();
      const done = framed.getByText(new RegExp(`${en.copied}|/sandbox/bank/`));
      await expect(done.first()).toBeVisible();
    });

    test('shows no notice where the frame may navigate the top window', async ({ shop, page }) => {
      const framed = await openFramed(shop, face, await shop.order(BANK), null);
      await bankLink(framed).click();
      await page.waitForURL(AT_BANK);
    });
  });
}

test('a challenge’s link out of such a frame opens a new tab, too', async ({ shop, page }) => {
  const order = await shop.order(CHALLENGED);
  const framed = await openFramed(shop, 'script tag', order, `${SANDBOX} allow-popups`);
  await framed.getByRole('button', { name: en.challenge.cancel }).click();
  await framed.getByRole('link', { name: en.challenge.ownPage }).click();
  const tab = framed.getByRole('link', { name: en.framed.tab });
  const [bank] = await Promise.all([page.waitForEvent('popup'), tab.click()]);
  await bank.waitForURL('**/sandbox/acs/**');
});

/** Has the gateway name addresses of another origin than the shop's, as they are in life. */
async function moveAway(page: Page, path: string): Promise<void> {
  await page.route('**/v1/payment_intents/**', async (route) => {
    const body = await (await route.fetch()).text();
    const moved = body.replaceAll(new RegExp(`localhost(:\\d+${path})`, 'g'), '127.0.0.1$1');
    await route.fulfill({ body: moved, contentType: 'application/json' });
  });
}

async function openPopup(shop: Shop, face: Face, order: Order): Promise<Page> {
  const { page } = shop;
  await moveAway(page, '/sandbox/bank');
  await shop.open(face, order, { redirect: 'popup' });
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: /^Continue to/ }).click(),
  ]);
  await popup.waitForURL(AT_BANK);
  return popup;
}

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`the bank’s window, by ${face}`, () => {
    test('cannot reach the shop’s', async ({ shop, page }) => {
      const popup = await openPopup(shop, face, await shop.order(BANK));
      expect(new URL(popup.url()).hostname).not.toBe(new URL(page.url()).hostname);
      expect(await popup.evaluate(() => window.opener)).toBeNull();
    });

    test('closes itself also where all was paid before it came back', async ({ shop, page }) => {
      const order = await shop.order(BANK);
      const popup = await openPopup(shop, face, order);
      await shop.simulate(order, 'succeed');
      await shop.expectPhase('succeeded');
      const back = new URL(`/return.html?order=${order.orderId}`, page.url()).href;
      const closed = popup.waitForEvent('close');
      await popup.evaluate((url) => location.assign(url), back);
      await closed;
    });

    test('may show another order of the shop’s', async ({ shop }) => {
      const popup = await openPopup(shop, face, await shop.order(BANK));
      const other = await shop.order(CODE);
      await popup.addInitScript(() => Object.assign(window, { checkoutOptions: {} }));
      await popup.goto(`${FACES[face]}?order=${other.orderId}`);
      await expect(popup.locator('.paystep')).toHaveAttribute('data-phase', 'action');
    });

    test('opens again by another tap', async ({ shop, page }) => {
      const order = await shop.order(BANK);
      await openPopup(shop, face, order);
      const again = page.getByRole('button', { name: en.redirect.again });
      const [second] = await Promise.all([page.waitForEvent('popup'), again.click()]);
      const agree = second.getByRole('button', { name: 'Authorize test payment' });
      await Promise.all([second.waitForEvent('close'), agree.click()]);
      await shop.expectPhase('succeeded');
    });
  });

  test.describe(`a name that another site gives the window, by ${face}`, () => {
    for (const name of ['paystep-frame1', 'paystep-popup', 'paystep-popup-1a2b3c']) {
      test(`does not stop a checkout from starting: ${name}`, async ({ shop, page }) => {
        const order = await shop.order(CODE);
        await page.context().addInitScript(() => Object.assign(window, { checkoutOptions: {} }));
        await page.goto('/framed.html');
        const url = new URL(`${FACES[face]}?order=${order.orderId}`, page.url()).href;
        await page.goto(otherOriginUrl(page, '/framed.html'));
        const [opened] = await Promise.all([
          page.waitForEvent('popup'),
          page.evaluate(([url, target]) => window.open(url, target), [url, name] as const),
        ]);
        await expect(opened.locator('.paystep')).toHaveAttribute('data-phase', 'action');
        expect(await opened.evaluate(() => window.name)).toBe(name);
      });
    }

    test('does not stop a checkout in a frame from starting', async ({ shop, page }) => {
      const order = await shop.order(BANK);
      await page.addInitScript(() => Object.assign(window, { checkoutOptions: {} }));
      await page.goto('/framed.html');
      const src = otherOriginUrl(page, `${FACES[face]}?order=${order.orderId}`);
      await page.evaluate((src) => {
        document.body.append(
          Object.assign(document.createElement('iframe'), { name: 'paystep-frame1', src }),
        );
      }, src);
      const framed = page.frameLocator('iframe');
      await expect(framed.locator('.paystep')).toHaveAttribute('data-phase', 'action');
    });
  });
}

test('a return page in a window of such a name stays open, and tells the customer', async ({
  shop,
  page,
}) => {
  const order = await shop.order(BANK);
  await shop.simulate(order, 'succeed');
  await page.goto('/framed.html');
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate(
      (url) => window.open(url, 'paystep-popup'),
      `/return.html?order=${order.orderId}`,
    ),
  ]);
  await expect(opened.locator('.paystep')).toHaveAttribute('data-phase', 'succeeded');
});

test('a return page of another origin gives way to the checkout around its frame', async ({
  shop,
  page,
}) => {
  const order = await shop.order(CHALLENGED);
  await moveAway(page, '/return');
  await shop.open('script tag', order);
  const dialog = page.getByRole('dialog', { name: en.challenge.title });
  await expect(dialog.frameLocator('iframe').getByRole('textbox')).toBeVisible();
  // The demo's page may be framed only by its own origin.
  const query = `payment_intent=${intentId(order)}&payment_intent_client_secret=${order.clientSecret}`;
  const back = otherOriginUrl(page, `/return-static.html?${query}`);
  await dialog.locator('iframe').evaluate((frame, url) => {
    (frame as HTMLIFrameElement).contentWindow?.location.replace(url);
  }, back);
  const returned = () => page.frames().find((frame) => frame.url().includes('/return-static.html'));
  await expect.poll(() => returned()?.evaluate(() => window.PaystepReturn?.isWaitedFor)).toBe(true);
  await expect(dialog.frameLocator('iframe').locator('paystep-checkout')).toHaveCount(0);
});

test.describe('a return address', () => {
  const secretOf = ({ clientSecret }: Order) => `payment_intent_client_secret=${clientSecret}`;

  test('with the secret of another payment shows nothing of that payment', async ({
    shop,
    page,
  }) => {
    const order = await shop.order(BANK);
    await page.goto(`/return-static.html?payment_intent=pi_other&${secretOf(order)}`);
    expect(page.url()).toMatch(/\?payment_intent=pi_other$/);
    await shop.simulate(order, 'succeed');
    await expect(shop.widget).toHaveAttribute('data-phase', 'loading');
    expect(await shop.reads(order)).toBe(0);
  });

  for (const before of ['#', '#/return?', '#!/orders/7?tab=1&']) {
    test(`is read and cleaned behind ${before}`, async ({ shop, page }) => {
      const order = await shop.order(BANK);
      const returnParams = `payment_intent=${intentId(order)}&redirect_status=succeeded`;
      await page.goto(`/return-static.html${before}${secretOf(order)}&${returnParams}`);
      expect(page.url().endsWith(`html${before}${returnParams}`)).toBe(true);
      await shop.expectPhase('action');
      await shop.simulate(order, 'succeed');
      await shop.expectPhase('succeeded');
    });
  }

  test('gives way to the order that the shop’s page names', async ({ shop, page }) => {
    const ownOrder = await shop.order({ ...BANK, amount: 1234 });
    const other = await shop.order({ ...BANK, amount: 9900 });
    const body = `<!doctype html><script src="/return.js"></script>
      <script async src="/paystep.js"></script>
      <paystep-checkout gateway="stripe" publishable-key="pk_test_1" api-base="/stripe"
        client-secret="${ownOrder.clientSecret}"></paystep-checkout>`;
    await page.route('**/own.html*', (route) => route.fulfill({ body, contentType: 'text/html' }));
    await page.goto(`/own.html?payment_intent=${intentId(other)}&${secretOf(other)}`);
    await expect(shop.widget).toContainText('12.34');
    expect(await shop.reads(other)).toBe(0);
  });
});
