import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { readClipboard, returnToPage, stopClock, withNewTab } from '../support/customer.ts';
import {
  expect,
  FACES,
  type Face,
  intentId,
  type OrderRequest,
  type Shop,
  test,
} from '../support/shop.ts';

const stripe = (method: string, currency: string, more: Partial<OrderRequest> = {}) =>
  ({ gateway: 'stripe', method, currency, ...more }) as const;

const OXXO = stripe('oxxo', 'mxn');
const KONBINI = stripe('konbini', 'jpy');
const TRANSFER = stripe('customer_balance', 'eur');
const READS = '**/v1/payment_intents/**';

/** Puts another expiry into the gateway's answers, in seconds since 1970. */
async function endAt({ page }: Shop, at: number): Promise<void> {
  await page.route(READS, async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    const { oxxo_display_details: voucher } = json.next_action ?? {};
    if (voucher) voucher.expires_after = at;
    await route.fulfill({ response, json });
  });
}

test.describe('what is to be typed elsewhere', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const face of Object.keys(FACES) as Face[]) {
    for (const [name, request, values] of [
      ['voucher', OXXO, { Number: '12345678901234657890123456789012' }],
      ['transfer', TRANSFER, { [en.transfer.amount]: '20.99', IBAN: 'DE89370400440532013000' }],
    ] as const) {
      test(`is copied unchanged, with an announcement: a ${name} by ${face}`, async ({
        shop,
        page,
      }) => {
        await shop.open(face, await shop.order(request));
        const copied = shop.widget.getByRole('status').filter({ hasText: /^Copied$/ });
        for (const [name, value] of Object.entries(values)) {
          await page.getByRole('button', { name: en.copy(name), exact: true }).click();
          // Only for the one that was copied last.
          await expect(copied).toHaveCount(1);
          expect(await readClipboard(page)).toBe(value);
        }
      });
    }
  }

  test('is copied in a browser without a clipboard of today', async ({ shop, page }) => {
    await page.addInitScript(() => {
      const { clipboard } = navigator;
      Object.assign(window, { clipboard });
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await shop.open('script tag', await shop.order(OXXO));
    await page.getByRole('button', { name: en.copy(en.details.number) }).click();
    await expect(shop.widget.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    const text = await page.evaluate(() =>
      (window as never as { clipboard: Clipboard }).clipboard.readText(),
    );
    expect(text).toBe('12345678901234657890123456789012');
  });
});

test.describe('on paper', () => {
  for (const face of Object.keys(FACES) as Face[]) {
    test(`are the codes of all stores and no buttons, by ${face}`, async ({ shop, page }) => {
      await shop.open(face, await shop.order(KONBINI));
      const codes = shop.widget.getByText(/^(123456|234567|345678|456789)$/);
      const shown = codes.filter({ visible: true });
      const buttons = shop.widget.locator(':is(button, a):visible');
      await expect(shown).toHaveText(['123456']);
      await page.getByText('Lawson', { exact: true }).click();
      await expect(shown).toHaveText(['234567']);
      expect(await buttons.count()).toBeGreaterThan(3);
      await page.emulateMedia({ media: 'print' });
      await expect(shown).toHaveCount(4);
      await expect(buttons).toHaveCount(0);
      await expect(shop.widget).toContainText('¥2,099');
      await expect(page.getByText(en.voucher.payBy(''))).toBeVisible();
    });
  }

  test('are both accounts of a transfer, with amount and reference', async ({ shop, page }) => {
    const order = await shop.order(stripe('customer_balance', 'usd'));
    const { payload } = await shop.nextAction(order);
    await shop.open('script tag', order);
    await expect(page.getByText('TESTUS99XXX')).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    for (const value of ['TESTUS99XXX', '110000000', payload.reference, '$20.99']) {
      await expect(page.getByText(value, { exact: true }).last()).toBeVisible();
    }
  });

  test('it goes by the browser’s own dialog', async ({ shop, page }) => {
    await page.addInitScript(() => {
      window.print = () => Object.assign(window, { printed: true });
    });
    await shop.open('script tag', await shop.order(OXXO));
    await page.getByRole('button', { name: en.voucher.print, exact: true }).click();
    expect(await page.evaluate(() => (window as { printed?: boolean }).printed)).toBe(true);
  });
});

test.describe('a transfer in parts', () => {
  for (const face of Object.keys(FACES) as Face[]) {
    test(`lowers what is still to come, until all is there, by ${face}`, async ({ shop, page }) => {
      await shop.stopPolling();
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const order = await shop.order(stripe('customer_balance', 'usd'));
      await shop.open(face, order);
      const remainder = shop.widget
        .locator('.ps-detail', { hasText: en.transfer.amount })
        .getByRole('definition');
      await expect(remainder.first()).toHaveText('$20.99');
      await page.getByText(String(en.accounts.swift)).click();
      const openTransferPage = () => page.getByRole('link', { name: en.transfer.open }).click();
      const send = async (bank: Page, amount: string) => {
        await bank.getByRole('textbox', { name: /^Amount/ }).fill(amount);
        await bank.getByRole('button', { name: 'Send the transfer' }).click();
      };
      await withNewTab(page, openTransferPage, async (bank) => {
        await send(bank, '500');
        await expect(bank.getByText('$15.99')).toBeVisible();
      });
      await page.getByRole('button', { name: en.checkAgain }).click();
      await expect(remainder.first()).toHaveText('$15.99');
      const part = en.transfer.part('$5.00', '$20.99', '$15.99');
      await expect(page.getByText(part, { exact: true })).toHaveCount(1);
      const announcement = page.getByRole('status').filter({ hasText: part });
      await expect(announcement).toHaveText(`${en.transfer.title}. ${part}`);
      await expect(shop.widget).not.toContainText(en.notYet);
      await page.getByRole('button', { name: en.checkAgain }).click();
      await expect(shop.widget).toContainText(en.transfer.still('$5.00'));
      await page.getByRole('button', { name: en.copy(en.transfer.amount) }).click();
      expect(await readClipboard(page)).toBe('15.99');
      // The account that the customer has opened stays open.
      await expect(page.getByText('TESTUS99XXX')).toBeVisible();
      await withNewTab(page, openTransferPage, async (bank) => {
        await send(bank, '1599');
        await expect(bank.getByText('Payment approved')).toBeVisible();
      });
      await returnToPage(page);
      await shop.expectPhase('succeeded');
    });
  }
});

test.describe('a voucher whose time is over', () => {
  test('explains that a customer who has paid is done, and a late payment still counts', async ({
    shop,
    page,
  }) => {
    await page.clock.install();
    const order = await shop.order(OXXO);
    await endAt(shop, Math.floor(Date.now() / 1000) + 3600);
    await shop.open('script tag', order);
    await expect(page.getByText('12345 67890 12346')).toBeVisible();
    await page.clock.fastForward('01:00:01');
    await expect(shop.widget).toContainText(en.voucher.expired);
    await expect(shop.widget).toContainText(en.voucher.expiredText);
    await expect(shop.widget).not.toContainText('12345 67890 12346');
    await shop.expectPhase('action');
    await shop.simulate(order, 'succeed');
    await page.clock.fastForward('01:00');
    await shop.expectPhase('succeeded');
  });

  test('has failed once the gateway says so', async ({ shop, page }) => {
    const order = await shop.order(OXXO);
    await shop.open('script tag', order);
    await shop.expectPhase('action');
    await shop.simulate(order, 'expire');
    await page.getByRole('button', { name: en.checkAgain }).click();
    await shop.expectPhase('failed');
    await expect(shop.widget).toContainText(en.failed.expired);
  });
});

test('a code’s remaining time is counted down to the second, and then the code is covered', async ({
  shop,
  page,
}) => {
  await page.clock.install();
  const order = await shop.order(stripe('pix', 'brl'));
  const { payload } = await shop.nextAction(order);
  await shop.open('script tag', order);
  const timer = page.getByRole('timer');
  await expect(timer).toHaveText(/^Expires in (4:00:00|3:59:\d\d)$/);
  await page.clock.pauseAt(payload.expires_at * 1000 - 65_500);
  await expect(timer).toHaveText(en.expiresIn('1:06'));
  for (const [seconds, countdown] of [
    [0.5, '1:05'],
    [1, '1:04'],
    [4, '1:00'],
    [1, '0:59'],
    [29, '0:30'],
    [1, '0:29'],
    [28, '0:01'],
  ] as const) {
    await page.clock.runFor(seconds * 1000);
    await expect(timer).toHaveText(en.expiresIn(countdown));
  }
  await page.clock.runFor(1_000);
  // A read that was on its way while the clock jumped has run out of time, and is made again.
  await page.clock.resume();
  await expect(page.getByRole('alert').filter({ hasText: en.expired.title })).toBeVisible();
  await expect(timer).toHaveCount(0);
});

for (const [name, request] of Object.entries({
  'a voucher': OXXO,
  'a transfer': TRANSFER,
  'a notice of the bank': stripe('card', 'inr', { card: '4000003560000123' }),
  'small deposits': stripe('us_bank_account', 'usd', {
    options: { verification_method: 'microdeposits' },
  }),
})) {
  test(`${name} of days costs few reads, and is still polled`, async ({ shop, page }) => {
    await page.clock.install();
    const order = await shop.order(request);
    let readsStarted = 0;
    let answered = 0;
    const isRead = (request: { url(): string }) =>
      request.url().includes(`payment_intents/${intentId(order)}`);
    page.on('request', (request) => {
      if (isRead(request)) readsStarted++;
    });
    page.on('requestfinished', (request) => {
      if (isRead(request)) answered++;
    });
    await shop.open('script tag', order);
    await expect(page.getByRole('button', { name: en.checkAgain })).toBeVisible();
    await stopClock(page);
    const passTime = async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        await page.clock.runFor(1_000);
        await expect.poll(() => answered).toBe(readsStarted);
      }
    };
    await passTime(60);
    expect(readsStarted).toBeGreaterThanOrEqual(4);
    expect(readsStarted).toBeLessThanOrEqual(10);
    await shop.simulate(order, 'succeed');
    await passTime(40);
    await shop.expectPhase(name === 'small deposits' ? 'processing' : 'succeeded');
  });
}
