import { expect, FACES, type Face, type Shop, test } from '../support/shop.ts';

const CHALLENGED = { gateway: 'wooshpay', method: 'card', card: '4000000000003220' } as const;

/** The issuer's page inside the dialog. */
const bank = ({ page }: Shop) => page.getByRole('dialog').frameLocator('iframe');

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`a card with 3-D Secure by ${face}`, () => {
    test('is confirmed in the dialog, after the device data were collected', async ({ shop }) => {
      await shop.open(face, await shop.order(CHALLENGED));
      await bank(shop).getByRole('textbox').fill('1234');
      await bank(shop).getByRole('button', { name: 'Authenticate' }).click();
      await shop.expectPhase('succeeded');
      const events = await shop.pageEvents();
      const steps = events.map(({ step }) => step).filter(Boolean);
      expect([...new Set(steps)]).toEqual(['fingerprint', 'challenge']);
      expect(events.filter(({ outcome }) => outcome)).toHaveLength(1);
      await expect(shop.page.getByRole('dialog')).toHaveCount(0);
    });

    test('fails where the bank does not recognise the customer', async ({ shop }) => {
      await shop.open(face, await shop.order(CHALLENGED));
      await bank(shop).getByRole('button', { name: 'Fail' }).click();
      await shop.expectPhase('failed');
      await expect(shop.widget).toContainText('could not confirm that it was you');
    });
  });
}

test('a card without a challenge is paid with nothing to do', async ({ shop }) => {
  await shop.open('script tag', await shop.order({ ...CHALLENGED, card: '4000000000003055' }));
  await shop.expectPhase('succeeded');
});

test('a declined card is shown as declined', async ({ shop }) => {
  await shop.open('script tag', await shop.order({ ...CHALLENGED, card: '4000000000000002' }));
  await shop.expectPhase('failed');
  await expect(shop.widget).toContainText('Your bank declined the payment');
});

test('the dialog keeps the focus, and what is typed in it while it is closed', async ({
  shop,
  page,
}) => {
  await shop.open('script tag', await shop.order(CHALLENGED));
  await bank(shop).getByRole('textbox').fill('12');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(shop.widget).toContainText('The payment is not finished');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(bank(shop).getByRole('textbox')).toHaveValue('12');
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(() => {
      const host = document.activeElement;
      const active = host?.shadowRoot?.activeElement;
      return active ? active.closest('dialog') !== null : host === document.body;
    });
    expect(isInside).toBe(true);
  }
  // Within the bank's page, Escape is the bank's.
  await page.getByRole('button', { name: 'Cancel', exact: true }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the challenge goes on after a reload', async ({ shop, page }) => {
  await shop.open('script tag', await shop.order(CHALLENGED));
  await expect(bank(shop).getByRole('textbox')).toBeVisible();
  await page.reload();
  await bank(shop).getByRole('textbox').fill('1234');
  await bank(shop).getByRole('button', { name: 'Authenticate' }).click();
  await shop.expectPhase('succeeded');
});

test('the challenge can be finished on the bank’s own page', async ({ shop, page }) => {
  await page.clock.install();
  await shop.open('script tag', await shop.order(CHALLENGED));
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.clock.runFor(8_500);
  await page.getByRole('link', { name: /on the bank’s page/ }).click();
  await page.waitForURL(/\/sandbox\/acs\//);
  await page.getByRole('textbox').fill('1234');
  await page.getByRole('button', { name: 'Authenticate' }).click();
  await page.waitForURL(/\/return\.html/);
  await shop.expectPhase('succeeded');
});

test('device data collection that never ends offers the bank’s page after 10 s', async ({
  shop,
  page,
}) => {
  await page.route('**/sandbox/acs/*/ddc*', () => {});
  await page.clock.install();
  await shop.open('script tag', await shop.order(CHALLENGED));
  await expect(shop.widget).toContainText('Checking with your bank');
  const bankLink = page.getByRole('link', { name: /on the bank’s page/ });
  await page.clock.runFor(5_000);
  await expect(bankLink).toBeHidden();
  await page.clock.runFor(5_500);
  await expect(bankLink).toBeVisible();
});

test('at Stripe the bank’s page opens in place of the shop', async ({ shop, page }) => {
  await shop.open('script tag', await shop.order({ ...CHALLENGED, gateway: 'stripe' }));
  await page.waitForURL(/\/sandbox\/acs\//);
  await page.getByRole('textbox').fill('1234');
  await page.getByRole('button', { name: 'Authenticate' }).click();
  await page.waitForURL(/\/return\.html/);
  await shop.expectPhase('succeeded');
});

test('a frame that the shop’s own policy refuses becomes a link, at once', async ({
  shop,
  page,
}) => {
  await page.route('**/checkout.html*', async (route) => {
    const response = await route.fetch();
    const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy },
    });
  });
  const order = await shop.order(CHALLENGED);
  await shop.open('script tag', order);
  const bankLink = page.getByRole('link', { name: /on the bank’s page/ });
  // Long before the ten seconds after which a frame that is merely slow gets one.
  await expect(bankLink).toBeVisible({ timeout: 4_000 });
});

const ACS = '**/sandbox/acs/*/challenge*';

test('the link to the bank’s own page appears only after a while', async ({ shop, page }) => {
  await page.clock.install();
  await shop.open('script tag', await shop.order(CHALLENGED));
  await expect(bank(shop).getByRole('textbox')).toBeVisible();
  const bankLink = page.getByRole('link', { name: /on the bank’s page/ });
  await expect(bankLink).toBeHidden();
  await page.clock.runFor(8_500);
  await expect(bankLink).toBeVisible();
  await expect(page.getByRole('dialog')).toContainText('Trouble with this page?');
});

test('the customer learns after 8 s that a bank’s page never answers', async ({ shop, page }) => {
  await page.route(ACS, () => {});
  await page.clock.install();
  await shop.open('script tag', await shop.order(CHALLENGED));
  await expect(shop.widget).toHaveAttribute('data-step', 'challenge');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.clock.runFor(8_500);
  await expect(page.getByRole('dialog')).toContainText('Your bank’s page is not responding');
  await page.unroute(ACS);
  await page.getByRole('link', { name: /on the bank’s page/ }).click();
  await page.waitForURL(/\/sandbox\/acs\//);
});

test('a bank’s page that takes over the top window returns to a paid checkout', async ({
  shop,
  page,
}) => {
  // As some access control servers do it: a form that posts to the window around the frame.
  await page.route(ACS, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const body = `<form method="post" target="_top"><input name="code" value="1234">
      <button name="answer" value="succeed">Authenticate</button></form>`;
    return route.fulfill({ contentType: 'text/html', body });
  });
  await shop.open('script tag', await shop.order(CHALLENGED));
  await bank(shop).getByRole('button').click();
  await page.waitForURL(/\/return\.html/);
  await shop.expectPhase('succeeded');
});

for (const [height, frame] of [
  [900, { width: 500, height: 600 }],
  [640, { width: 600, height: 400 }],
] as const) {
  test(`the bank’s page has one of EMVCo’s sizes in a window ${height} pixels high`, async ({
    shop,
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height });
    await shop.open('script tag', await shop.order(CHALLENGED));
    await expect(bank(shop).getByRole('textbox')).toBeVisible();
    expect(await page.getByRole('dialog').locator('iframe').boundingBox()).toMatchObject(frame);
  });
}

test('on a phone the bank’s page has the whole screen', async ({ shop, page }) => {
  const phone = { width: 375, height: 667 };
  await page.setViewportSize(phone);
  await shop.open('script tag', await shop.order(CHALLENGED));
  await expect(bank(shop).getByRole('textbox')).toBeVisible();
  expect(await page.getByRole('dialog').boundingBox()).toEqual({ x: 0, y: 0, ...phone });
  const box = await page.getByRole('dialog').locator('iframe').boundingBox();
  expect(box).toMatchObject({ x: 0, width: phone.width });
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(phone.height);
});

test('between device data and challenge nothing else flashes up', async ({ shop, page }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    // Each change of the widget, whether a frame shows it or not; from its root's first moment on,
    // since a script that comes late gives the page no other sign.
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      new MutationObserver(() => {
        const heading = root.querySelector('h2')?.textContent ?? '';
        if (heading && seen.at(-1) !== heading) seen.push(heading);
      }).observe(root, { subtree: true, childList: true, characterData: true });
      return root;
    };
  });
  await shop.open('script tag', await shop.order(CHALLENGED));
  await expect(bank(shop).getByRole('textbox')).toBeVisible();
  const seen = await page.evaluate(() => (window as never as { seen: string[] }).seen);
  expect(seen).toEqual([
    'Loading your payment…',
    'Checking with your bank',
    'Confirm with your bank',
  ]);
});
