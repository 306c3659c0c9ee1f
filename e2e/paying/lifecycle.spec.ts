import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { en } from '../../src/locales/en.ts';
import { slowClock } from '../support/customer.ts';
import { expect, intentId, type Order, test } from '../support/shop.ts';

const ORDER = { gateway: 'wooshpay', method: 'wechat_pay', currency: 'cny' } as const;
const READS = '**/v1/payment_intents/**';

test('a lost connection leaves the code on the screen and mends itself', async ({ shop, page }) => {
  const order = await shop.order(ORDER);
  await shop.open('script tag', order);
  const code = page.getByRole('img', { name: /QR code/ });
  await expect(code).toBeVisible();
  await page.route(READS, (route) => route.abort());
  await expect(shop.widget).toContainText('Reconnecting', { timeout: 15_000 });
  await expect(code).toBeVisible();
  await shop.simulate(order, 'succeed');
  await page.unroute(READS);
  await shop.expectPhase('succeeded');
});

test('a server fault in place of an answer takes nothing from the screen', async ({
  shop,
  page,
}) => {
  const order = await shop.order(ORDER);
  await shop.open('script tag', order);
  const code = page.getByRole('img', { name: /QR code/ });
  await expect(code).toBeVisible();
  const json = { error: { type: 'api_error' } };
  await page.route(READS, (route) => route.fulfill({ status: 503, json }));
  await expect(shop.widget).toContainText('Reconnecting', { timeout: 15_000 });
  await expect(code).toBeVisible();
  await page.unroute(READS);
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
});

const html = (status: number, body: string) => ({ status, contentType: 'text/html', body });

for (const [name, answer] of Object.entries({
  'a sign-in page': html(200, '<h1>Log in to the hotel Wi-Fi</h1>'),
  'another object': { status: 200, json: { object: 'charge', id: 'ch_1' } },
  'a firewall’s 403': html(403, '<h1>Blocked</h1>'),
  'a 401': { status: 401, json: { error: { type: 'invalid_request_error' } } },
  'a 404': html(404, '<h1>Not found</h1>'),
  'a censor’s 451': html(451, ''),
})) {
  test(`${name} among good answers changes nothing on screen, and the payment is seen`, async ({
    shop,
    page,
  }) => {
    const passTime = await slowClock(page);
    const order = await shop.order(ORDER);
    await shop.open('script tag', order);
    const code = page.getByRole('img', { name: /QR code/ });
    await expect(code).toBeVisible();
    let strayAnswers = 0;
    await page.route(READS, (route) => {
      strayAnswers += 1;
      return route.fulfill(answer);
    });
    for (const count of [1, 2]) {
      while (strayAnswers < count) await passTime(2_000);
      await expect(code).toBeVisible();
      await expect(shop.widget).not.toContainText(en.reconnecting);
      await expect(shop.widget).not.toContainText(en.paused);
    }
    await page.unroute(READS);
    await shop.simulate(order, 'succeed');
    await passTime(16_000);
    await shop.expectPhase('succeeded');
    expect((await shop.pageEvents()).filter(({ type }) => type === 'error')).toEqual([]);
  });
}

test('a wrong secret is shown plainly, reported once, and not tried again', async ({
  shop,
  page,
}) => {
  const order = await shop.order(ORDER);
  await shop.open('script tag', order, { 'client-secret': `${intentId(order)}_secret_wrong` });
  await shop.expectPhase('unavailable');
  await expect(shop.widget).toContainText('cannot be shown');
  expect(await shop.pageEvents()).toMatchObject([
    { type: 'change' },
    { type: 'error', error: 'rejected' },
  ]);
  await page.clock.install();
  await page.clock.runFor(60_000);
  expect(await shop.pageEvents()).toHaveLength(2);
});

test('a secret key in the page is refused with a word to the developer', async ({ shop, page }) => {
  const warned = page.waitForEvent('console', (message) => message.text().includes('secret key'));
  await shop.open('script tag', await shop.order(ORDER), { 'publishable-key': 'sk_test_x' });
  await shop.expectPhase('unavailable');
  expect((await warned).text()).not.toContain('sk_test_x');
});

/** What a page without our scripts still has to itself. */
const requests = (order: Order) => (request: { url(): string }) =>
  request.url().includes(intentId(order));

test('a removed checkout sends no request, and goes on when it is put back', async ({
  shop,
  page,
}) => {
  const order = await shop.order(ORDER);
  await shop.open('script tag', order);
  await shop.expectPhase('action');
  await page.evaluate(() => {
    const element = document.querySelector('paystep-checkout');
    Object.assign(window, { removedElement: element });
    element?.remove();
  });
  await page.clock.install();
  let readCount = 0;
  page.on('request', (request) => {
    if (requests(order)(request)) readCount++;
  });
  const events = (await shop.pageEvents()).length;
  await shop.simulate(order, 'succeed');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.clock.runFor(60_000);
  expect(readCount).toBe(0);
  expect(await shop.pageEvents()).toHaveLength(events);
  await page.evaluate(() => {
    document
      .querySelector('main')
      ?.append((window as unknown as { removedElement: Element }).removedElement);
  });
  await shop.expectPhase('succeeded');
});

test('several elements on one page do not affect each other', async ({ shop, page }) => {
  const [first, second] = [await shop.order(ORDER), await shop.order(ORDER)];
  await shop.open('script tag', first);
  await shop.expectPhase('action');
  await page.evaluate((secret) => {
    const element = document.querySelector('paystep-checkout');
    const other = element?.cloneNode() as Element;
    other.setAttribute('client-secret', secret);
    element?.after(other);
  }, second.clientSecret);
  const elements = page.locator('paystep-checkout');
  await expect(elements.nth(1)).toHaveAttribute('data-phase', 'action');
  await shop.simulate(second, 'succeed');
  await expect(elements.nth(1)).toHaveAttribute('data-phase', 'succeeded', { timeout: 15_000 });
  await expect(elements.nth(0)).toHaveAttribute('data-phase', 'action');
});

test('another client secret is another payment', async ({ shop, page }) => {
  const [first, second] = [await shop.order(ORDER), await shop.order({ ...ORDER, amount: 555 })];
  await shop.open('script tag', first);
  await expect(shop.widget).toContainText('CN¥20.99');
  const element = page.locator('paystep-checkout');
  await element.evaluate(
    (node, secret) => node.setAttribute('client-secret', secret),
    second.clientSecret,
  );
  await expect(shop.widget).toContainText('CN¥5.55');
  await expect(element).toHaveAttribute('data-status', 'requires_action');
});

test('mount, update, refetch and unmount do what they say', async ({ shop, page }) => {
  const order = await shop.order(ORDER);
  await shop.stopPolling();
  await shop.open('script tag', order);
  // The page's own checkout, which makes way for another.
  await shop.expectPhase('action');
  await page.evaluate(async ({ gateway, apiBase, publishableKey, clientSecret }) => {
    document.querySelector('paystep-checkout')?.remove();
    const outcomes: string[] = [];
    const mounted = window.Paystep.mount('main', {
      gateway,
      apiBase,
      publishableKey,
      onSuccess: ({ outcome }) => outcomes.push(outcome),
      onFailure: ({ outcome }) => outcomes.push(outcome),
    });
    mounted.update({ clientSecret });
    Object.assign(window, { mounted, outcomes });
  }, order);
  await shop.expectPhase('action');
  await page.clock.install();
  await shop.simulate(order, 'succeed');
  await page.evaluate(() =>
    (window as never as { mounted: { refetch(): void } }).mounted.refetch(),
  );
  await shop.expectPhase('succeeded');
  // The callback comes a moment after the customer has seen it.
  await expect
    .poll(() => page.evaluate(() => (window as never as { outcomes: string[] }).outcomes))
    .toEqual(['succeeded']);
  await page.evaluate(() =>
    (window as never as { mounted: { unmount(): void } }).mounted.unmount(),
  );
  await expect(page.locator('paystep-checkout')).toHaveCount(0);
});

test('a code is covered at its own expiry, after one last read', async ({ shop, page }) => {
  const refreshed = page.waitForEvent('console', (message) => message.text() === 'refresh');
  await page.clock.install();
  const order = await shop.order(ORDER);
  const at = Math.floor(Date.now() / 1000) + 30;
  await page.route(READS, async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    json.next_action.wechat_pay_display_qr_code.expires_at = at;
    await route.fulfill({ response, json });
  });
  await shop.open('script tag', order);
  await shop.expectPhase('action');
  await page.locator('paystep-checkout').evaluate((element) => {
    Object.assign(element, { onRetry: () => console.log('refresh') });
  });
  await page.clock.fastForward(31_000);
  await expect(shop.widget).toContainText('This code has expired');
  await page.getByRole('button', { name: 'Get a new code' }).click();
  await refreshed;
});

for (const event of ['online', 'pageshow', 'visibilitychange']) {
  test(`${event} wakes it at once`, async ({ shop, page }) => {
    await shop.stopPolling();
    const order = await shop.order(ORDER);
    await shop.open('script tag', order);
    await shop.expectPhase('action');
    await shop.simulate(order, 'succeed');
    await page.evaluate((type) => {
      const persisted = { persisted: true };
      if (type === 'pageshow') dispatchEvent(new PageTransitionEvent(type, persisted));
      else (type === 'online' ? window : document).dispatchEvent(new Event(type));
    }, event);
    await shop.expectPhase('succeeded');
  });
}

test('however often it is triggered, it reads at most once a second, and after the last trigger', async ({
  shop,
  page,
}) => {
  await page.clock.install();
  const order = await shop.order(ORDER);
  await shop.open('script tag', order);
  await shop.expectPhase('action');
  const other = await page.context().newPage();
  await other.goto('/return.html');
  const before = await shop.reads(order);
  for (let i = 0; i < 30; i++) {
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await other.evaluate((intent) => {
      const channel = new BroadcastChannel('paystep');
      channel.postMessage({ paystep: 'return', intent });
      channel.close();
    }, intentId(order));
    await page.clock.runFor(100);
  }
  // Time goes on between the steps, too; without the limit it would be thirty at least.
  expect((await shop.reads(order)) - before).toBeLessThanOrEqual(12);
  await shop.simulate(order, 'succeed');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.clock.runFor(1_100);
  await shop.expectPhase('succeeded');
});

test('an event of the updates stream causes a read at once', async ({ shop, page }) => {
  const order = await shop.order(ORDER);
  await shop.stopPolling();
  const updatesUrl = `/sandbox/intents/${intentId(order)}/updates?client_secret=${order.clientSecret}`;
  await shop.open('script tag', order);
  await shop.expectPhase('action');
  const streamOpened = page.waitForResponse(/updates\?/);
  await page
    .locator('paystep-checkout')
    .evaluate((element, url) => element.setAttribute('updates-url', url), updatesUrl);
  await streamOpened;
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
});

test('a stream that a server refuses at first is opened anew', async ({ shop, page }) => {
  const order = await shop.order(ORDER);
  let requests = 0;
  await page.route(/updates\?client_secret=/, (route) => {
    requests += 1;
    return requests === 1 ? route.fulfill({ status: 503 }) : route.continue();
  });
  const url = `/sandbox/intents/${intentId(order)}/updates?client_secret=${order.clientSecret}`;
  await shop.open('script tag', order, { 'updates-url': url });
  await expect.poll(() => requests).toBe(2);
});

test('an intent brought along paints the code without a request, and no outcome', async ({
  shop,
  page,
}) => {
  const order = await shop.order(ORDER);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(READS, async (route) => {
    await held;
    await route.continue();
  });
  const intent = {
    id: intentId(order),
    object: 'payment_intent',
    status: 'requires_action',
    amount: 2099,
    currency: 'cny',
    next_action: {
      type: 'wechat_pay_display_qr_code',
      wechat_pay_display_qr_code: { data: 'weixin://wxpay/bizpayurl?pr=x' },
    },
  };
  await shop.open('script tag', order, { 'initial-intent': JSON.stringify(intent) });
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await shop.open('script tag', order, {
    'initial-intent': JSON.stringify({ ...intent, status: 'succeeded', next_action: null }),
  });
  await shop.expectPhase('loading');
  release();
  await shop.expectPhase('action');
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology, ${scheme}`, async ({ shop, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const order = await shop.order(ORDER);
    await shop.open('script tag', order);
    for (const outcome of [null, 'process', 'fail'] as const) {
      if (outcome) await shop.simulate(order, outcome);
      await shop.expectPhase(
        { null: 'action', process: 'processing', fail: 'failed' }[String(outcome)] ?? '',
      );
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string }[] }> };
        };
        return (await axe.run()).violations.map(({ id }) => id);
      });
      expect(found).toEqual([]);
    }
  });
}

test('the demo shop’s strict policy is not violated', async ({ shop, page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { violations: [] });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      (window as unknown as { violations: string[] }).violations.push(
        `${effectiveDirective} ${blockedURI}`,
      ),
    );
  });
  const order = await shop.order({ gateway: 'wooshpay', method: 'card', card: '4000000000003220' });
  const answer = await page.goto(`/?order=${order.orderId}`);
  expect(answer?.headers()['content-security-policy']).toContain(
    "require-trusted-types-for 'script'",
  );
  await expect(page.getByRole('dialog').frameLocator('iframe').getByRole('textbox')).toBeVisible();
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
  expect(
    await page.evaluate(() => (window as unknown as { violations: string[] }).violations),
  ).toEqual([]);
});

for (const face of ['script tag', 'React'] as const) {
  test(`a bank debit says that all is done here, and is seen when it is paid, by ${face}`, async ({
    shop,
  }) => {
    const order = await shop.order({ gateway: 'stripe', method: 'sepa_debit', currency: 'eur' });
    await shop.open(face, order);
    await shop.expectPhase('processing');
    await expect(shop.widget.getByRole('heading')).toHaveText(en.delayed.title);
    await expect(shop.widget).toContainText(en.delayed.text);
    await expect(shop.widget.locator('.ps-spinner')).toHaveCount(0);
    await shop.simulate(order, 'succeed');
    await shop.expectPhase('succeeded');
  });
}
