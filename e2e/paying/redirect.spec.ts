import { expect, FACES, type Face, intentId, type Shop, test } from '../support/shop.ts';

const BANK = { gateway: 'stripe', method: 'ideal', currency: 'eur' } as const;

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`a redirect by ${face}`, () => {
    test('leaves for the bank at once and comes back paid', async ({ shop, page }) => {
      await shop.open(face, await shop.order(BANK));
      await page.getByRole('button', { name: 'Authorize test payment' }).click();
      await page.waitForURL(/\/return\.html/);
      await shop.expectPhase('succeeded');
    });

    test('comes back failed', async ({ shop, page }) => {
      await shop.open(face, await shop.order(BANK));
      await page.getByRole('button', { name: 'Fail test payment' }).click();
      await page.waitForURL(/\/return\.html/);
      await shop.expectPhase('failed');
    });

    test('does not repeat itself after Back from the bank', async ({ shop, page }) => {
      const order = await shop.order(BANK);
      await shop.open(face, order);
      await page.waitForURL(/\/sandbox\/bank\//);
      await page.goBack();
      await shop.expectPhase('action');
      const link = page.getByRole('link', { name: /^Continue to/ });
      await expect(link).toBeVisible();
      await page.reload();
      await expect(link).toBeVisible();
      await shop.simulate(order, 'succeed');
      await shop.expectPhase('succeeded');
    });

    test('waits for a tap where the shop wants a button', async ({ shop, page }) => {
      await shop.open(face, await shop.order(BANK), { redirect: 'button' });
      await page.getByRole('link', { name: /^Continue to/ }).click();
      await page.waitForURL(/\/sandbox\/bank\//);
    });

    test('in a pop-up leaves the shop in place, and the pop-up closes itself', async ({
      shop,
      page,
    }) => {
      await shop.open(face, await shop.order(BANK), { redirect: 'popup' });
      const opened = page.waitForEvent('popup');
      await page.getByRole('button', { name: /^Continue to/ }).click();
      const popup = await opened;
      const closed = popup.waitForEvent('close');
      await popup.getByRole('button', { name: 'Authorize test payment' }).click();
      await closed;
      await shop.expectPhase('succeeded');
      await expect(page).toHaveURL(/order=/);
    });
  });
}

test('a blocked pop-up becomes a redirect', async ({ shop, page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await shop.open('script tag', await shop.order(BANK), { redirect: 'popup' });
  await page.getByRole('button', { name: /^Continue to/ }).click();
  await page.waitForURL(/\/sandbox\/bank\//);
});

test('a shop in a frame redirects by a link that targets the top window', async ({
  shop,
  page,
}) => {
  const order = await shop.order(BANK);
  await page.goto('/framed.html');
  await page.evaluate((id) => {
    const frame = document.createElement('iframe');
    frame.src = `http://127.0.0.1:${location.port}/checkout.html?order=${id}`;
    document.body.append(frame);
  }, order.orderId);
  await page
    .frameLocator('iframe')
    .getByRole('link', { name: /^Continue to/ })
    .click();
  await page.waitForURL(/\/sandbox\/bank\//);
  expect(page.frames()).toHaveLength(1);
});

test('the return page takes the secret out of the address at once', async ({ shop, page }) => {
  const order = await shop.order(BANK);
  const query = new URLSearchParams({
    order: order.orderId,
    payment_intent: intentId(order),
    payment_intent_client_secret: order.clientSecret,
    redirect_status: 'succeeded',
  });
  await page.goto(`/return.html?${query}`);
  expect(page.url()).not.toContain('secret');
  expect(page.url()).toContain('payment_intent=');
  // The URL says "succeeded"; the gateway does not, and only the gateway counts. And a customer who comes
  // back, perhaps in another browser than the one that left, is not sent away again.
  await expect(shop.widget).toHaveAttribute('data-phase', 'action');
  await expect(page.getByRole('link', { name: /^Continue to/ })).toBeVisible();
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
});

test('a return page of two lines works from its URL', async ({ shop, page }) => {
  const order = await shop.order(BANK);
  const query = new URLSearchParams({
    payment_intent: intentId(order),
    payment_intent_client_secret: order.clientSecret,
  });
  await page.goto(`/return-static.html?${query}`);
  expect(page.url()).not.toContain('secret');
  await shop.expectPhase('action');
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
});

test('a return page within the checkout’s own frame starts no second checkout', async ({
  shop,
  page,
}) => {
  const order = await shop.order({ gateway: 'wooshpay', method: 'card', card: '4000000000003220' });
  // A gateway that is slow to know: its first answer stands while the frame is back already.
  let first: unknown;
  const reads = '**/v1/payment_intents/**';
  await page.route(reads, async (route) => {
    first ??= await (await route.fetch()).json();
    await route.fulfill({ json: first });
  });
  const [frame] = await Promise.all([
    page.waitForEvent('framenavigated', (value) => value.url().includes('/return.html')),
    shop.open('script tag', order),
  ]);
  await expect(frame.getByText('You can go back to the shop.')).toBeVisible();
  expect(await frame.locator('paystep-checkout').count()).toBe(0);
  await page.unroute(reads);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a return in another tab wakes the shop’s tab', async ({ shop, context }) => {
  await shop.stopPolling();
  const order = await shop.order(BANK);
  await shop.open('script tag', order, { redirect: 'button' });
  await shop.expectPhase('action');
  const other = await context.newPage();
  await shop.simulate(order, 'succeed');
  await other.goto(`/return.html?order=${order.orderId}`);
  await shop.expectPhase('succeeded');
});

test('GCash’s mismatched next action is a redirect to its page', async ({ shop, page }) => {
  await shop.open(
    'script tag',
    await shop.order({ gateway: 'wooshpay', method: 'gcash', currency: 'php' }),
  );
  await page.waitForURL(/\/sandbox\/wallet\//);
  await page.getByRole('button').first().click();
  await page.waitForURL(/\/return\.html/);
  await shop.expectPhase('succeeded');
});

/** Gives the page's checkout a `beforeRedirect` that the test settles; `redirectRequests` has its calls. */
async function holdBeforeRedirect({
  page,
}: Shop): Promise<(answer: 'go' | 'stay') => Promise<void>> {
  await page.addInitScript(() => {
    const redirectRequests: string[] = [];
    const beforeRedirect = ({ method }: { method: string }) =>
      new Promise<void>((resolve, reject) => {
        redirectRequests.push(method);
        const settle = (answer: string) => (answer === 'go' ? resolve() : reject(new Error('no')));
        Object.assign(window, { settle });
      });
    Object.assign(window, { redirectRequests, callbacks: { beforeRedirect } });
  });
  return async (answer) => {
    await page.waitForFunction(() => 'settle' in window);
    await page.evaluate((value) => {
      const { settle } = window as never as { settle(answer: string): void };
      delete (window as never as { settle?: unknown }).settle;
      settle(value);
    }, answer);
  };
}

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`a shop with beforeRedirect, by ${face}`, () => {
    test('is waited for, and then the customer leaves', async ({ shop, page }) => {
      const settle = await holdBeforeRedirect(shop);
      await shop.open(face, await shop.order(BANK));
      await expect(shop.widget).toContainText('Taking you to');
      await page.waitForFunction(
        () => (window as never as { redirectRequests: unknown[] }).redirectRequests.length === 1,
      );
      expect(page.url()).toContain('order=');
      await settle('go');
      await page.waitForURL(/\/sandbox\/bank\//);
    });

    test('that rejects keeps the customer, who may try again', async ({ shop, page }) => {
      const settle = await holdBeforeRedirect(shop);
      const reported = page.waitForEvent('console', (value) =>
        value.text().includes('beforeRedirect'),
      );
      await shop.open(face, await shop.order(BANK));
      await settle('stay');
      await reported;
      await expect(shop.widget).toContainText('could not prepare this step');
      await page.getByRole('link', { name: /^Continue to/ }).click();
      await settle('go');
      await page.waitForURL(/\/sandbox\/bank\//);
    });

    test('keeps a pop-up empty until it resolves, and closes it where it rejects', async ({
      shop,
      page,
    }) => {
      const settle = await holdBeforeRedirect(shop);
      await shop.open(face, await shop.order(BANK), { redirect: 'popup' });
      const button = page.getByRole('button', { name: /^Continue to/ });
      const [refused] = await Promise.all([page.waitForEvent('popup'), button.click()]);
      expect(refused.url()).toBe('about:blank');
      await Promise.all([refused.waitForEvent('close'), settle('stay')]);
      await expect(shop.widget).toContainText('could not prepare this step');
      const [popup] = await Promise.all([page.waitForEvent('popup'), button.click()]);
      await settle('go');
      await popup.getByRole('button', { name: 'Authorize test payment' }).click();
      await shop.expectPhase('succeeded');
    });
  });
}

test('a pop-up that the customer closes makes the shop look', async ({ shop, page }) => {
  await shop.stopPolling();
  const order = await shop.order(BANK);
  await shop.open('script tag', order, { redirect: 'popup' });
  const button = page.getByRole('button', { name: /^Continue to/ });
  const [popup] = await Promise.all([page.waitForEvent('popup'), button.click()]);
  await shop.simulate(order, 'succeed');
  await popup.close();
  await shop.expectPhase('succeeded');
});

test('a pop-up that is blocked in a frame of another origin becomes a redirect of the top window', async ({
  shop,
  page,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  const order = await shop.order(BANK);
  await page.addInitScript(() => Object.assign(window, { checkoutOptions: { redirect: 'popup' } }));
  await page.goto('/framed.html');
  await page.evaluate((id) => {
    const frame = document.createElement('iframe');
    frame.src = `http://127.0.0.1:${location.port}/checkout.html?order=${id}`;
    document.body.append(frame);
  }, order.orderId);
  const framed = page.frameLocator('iframe');
  await framed.getByRole('button', { name: /^Continue to/ }).click();
  await framed.getByRole('link', { name: /^Continue to/ }).click();
  await page.waitForURL(/\/sandbox\/bank\//);
  expect(page.frames()).toHaveLength(1);
});
