import { expect, FACES, type Face, type Shop, test } from './shop.ts';

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
      const told = await shop.told();
      const steps = told.map(({ step }) => step).filter(Boolean);
      expect([...new Set(steps)]).toEqual(['fingerprint', 'challenge']);
      expect(told.filter(({ type }) => type === 'complete')).toHaveLength(1);
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

test('a declined card says so', async ({ shop }) => {
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
  await shop.open('script tag', await shop.order(CHALLENGED));
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
  await expect(shop.widget).toHaveAttribute('data-step', 'fingerprint');
  const way = page.getByRole('link', { name: /on the bank’s page/ });
  await page.clock.runFor(9_000);
  await expect(way).toBeHidden();
  await page.clock.runFor(1_500);
  await expect(way).toBeVisible();
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
  const way = page.getByRole('link', { name: /on the bank’s page/ });
  // Long before the ten seconds after which a frame that is merely slow gets one.
  await expect(way).toBeVisible({ timeout: 4_000 });
});
