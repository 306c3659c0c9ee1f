import type { Locator } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { readCode, scanBarcode } from '../support/customer.ts';
import { expect, FACES, type Face, type Shop, test } from '../support/shop.ts';

const FACE_NAMES = Object.keys(FACES) as Face[];

const OXXO = { gateway: 'stripe', method: 'oxxo', currency: 'mxn' } as const;
const OXXO_NUMBER = '12345678901234657890123456789012';
const BOLETO = { gateway: 'stripe', method: 'boleto', currency: 'brl' } as const;
const BOLETO_NUMBER = '23793381286000782713695000063305975520000370000';
const BOLETO_DIGITS = '23799755200003700003381260007827139500006330';
const TRANSFER = { gateway: 'stripe', method: 'customer_balance', currency: 'eur' } as const;

const barcodes = async (place: Locator) => scanBarcode(await place.screenshot());
const qrCode = async (place: Locator) => readCode(await place.screenshot());

/** The sandbox's number is Stripe's example, whose check digits are made up; this is one of a real slip. */
async function withRealBoleto({ page }: Shop): Promise<void> {
  await page.route('**/v1/payment_intents/**', async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    const { boleto_display_details: voucher } = json.next_action ?? {};
    if (voucher) voucher.number = BOLETO_NUMBER;
    await route.fulfill({ response, json });
  });
}

const barcodeOf = ({ page }: Shop, number: string) =>
  page.getByRole('img', { name: en.voucher.barcode(number) });

test.describe('the barcode of a voucher', () => {
  for (const face of FACE_NAMES) {
    test(`of OXXO is read from the screen and from paper, also in the dark, by ${face}`, async ({
      shop,
      page,
    }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await shop.open(face, await shop.order(OXXO));
      await expect(barcodeOf(shop, OXXO_NUMBER)).toHaveCount(1);
      expect(await barcodes(barcodeOf(shop, OXXO_NUMBER))).toEqual([`Code128 ${OXXO_NUMBER}`]);
      await page.emulateMedia({ media: 'print' });
      await expect(barcodeOf(shop, OXXO_NUMBER)).toHaveCount(1);
      expect(await barcodes(barcodeOf(shop, OXXO_NUMBER))).toEqual([`Code128 ${OXXO_NUMBER}`]);
    });

    test(`of Boleto holds the 44 digits of its line, on screen and on paper, by ${face}`, async ({
      shop,
      page,
    }) => {
      await withRealBoleto(shop);
      await shop.open(face, await shop.order(BOLETO));
      const barcode = barcodeOf(shop, BOLETO_NUMBER);
      await expect(barcode).toHaveCount(1);
      expect(await barcodes(barcode)).toEqual([`ITF ${BOLETO_DIGITS}`]);
      await page.emulateMedia({ media: 'print' });
      expect(await barcodes(barcode)).toEqual([`ITF ${BOLETO_DIGITS}`]);
    });
  }

  test.describe('on a phone of 375 px', () => {
    test.use({ viewport: { width: 375, height: 667 }, deviceScaleFactor: 3 });

    for (const [method, request, number, text] of [
      ['OXXO', OXXO, OXXO_NUMBER, `Code128 ${OXXO_NUMBER}`],
      ['Boleto', BOLETO, BOLETO_NUMBER, `ITF ${BOLETO_DIGITS}`],
    ] as const) {
      test(`of ${method} is read, has whole pixels and stays in its column`, async ({
        shop,
        page,
      }) => {
        await withRealBoleto(shop);
        await shop.open('script tag', await shop.order(request));
        const barcode = barcodeOf(shop, number);
        await expect(barcode).toHaveCount(1);
        expect(await barcodes(barcode)).toEqual([text]);
        const { width, height } = (await barcode.boundingBox()) ?? { width: 0, height: 0 };
        const modules = method === 'OXXO' ? 231 : 425;
        const pixels = (Math.max(width, height) * 3) / modules;
        expect(pixels).toBeGreaterThanOrEqual(3);
        expect(pixels).toBeCloseTo(Math.round(pixels), 2);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
        // Also where the phone is turned to its side and back.
        await page.setViewportSize({ width: 667, height: 375 });
        await expect.poll(() => barcodes(barcode)).toEqual([text]);
        await page.setViewportSize({ width: 375, height: 667 });
        await expect.poll(async () => (await barcode.boundingBox())?.width).toBe(width);
        expect(await barcodes(barcode)).toEqual([text]);
      });
    }
  });

  test('is black on white in the customer’s own colours', async ({ shop, page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await shop.open('script tag', await shop.order(OXXO));
    await expect(barcodeOf(shop, OXXO_NUMBER)).toHaveCount(1);
    expect(await barcodes(barcodeOf(shop, OXXO_NUMBER))).toEqual([`Code128 ${OXXO_NUMBER}`]);
  });

  test('is left out where the number cannot be right', async ({ shop, page }) => {
    const file = page.waitForResponse('**/paystep-barcodes.js*');
    await shop.open('script tag', await shop.order(BOLETO));
    await (await file).finished();
    await expect(page.getByText('01010 10101')).toBeVisible();
    await expect(page.getByRole('img')).toHaveCount(0);
  });

  test('is loaded by no other step, and its absence leaves the number', async ({ shop, page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await shop.open('script tag', await shop.order(TRANSFER));
    await expect(page.getByRole('img')).toHaveCount(1);
    expect(asked).not.toContain('/paystep-barcodes.js');
    await page.route('**/paystep-barcodes.js*', (route) => route.abort());
    await shop.open('script tag', await shop.order(OXXO));
    await expect(page.getByText('12345 67890 12346')).toBeVisible();
    await expect.poll(() => asked).toContain('/paystep-barcodes.js');
    await expect(page.getByRole('img')).toHaveCount(0);
  });
});

test.describe('the code of a SEPA transfer', () => {
  for (const face of FACE_NAMES) {
    test(`fills in a bank’s app, from the screen in the dark and from paper, by ${face}`, async ({
      shop,
      page,
    }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      const order = await shop.order(TRANSFER);
      const { payload } = await shop.nextAction(order);
      await shop.open(face, order);
      const code = page.getByRole('img', { name: en.transfer.label('€20.99') });
      const lines = [
        ...['BCD', '002', '1', 'SCT', 'TESTDEFF', 'Paystep sandbox', 'DE89370400440532013000'],
        ...['EUR20.99', '', '', payload.reference],
      ];
      await expect(code).toBeVisible();
      expect(await qrCode(code)).toBe(lines.join('\n'));
      await page.emulateMedia({ media: 'print' });
      expect(await qrCode(code)).toBe(lines.join('\n'));
    });
  }

  test('asks for what is still to pay', async ({ shop, page }) => {
    const order = await shop.order(TRANSFER);
    await shop.open('script tag', order);
    await shop.simulate(order, 'succeed', 500);
    await page.getByRole('button', { name: en.checkAgain }).click();
    const code = page.getByRole('img', { name: en.transfer.label('€15.99') });
    await expect(code).toBeVisible();
    expect(await qrCode(code)).toContain('\nEUR15.99\n');
  });
});

test.describe('a voucher to keep', () => {
  test('is all that its own button prints, and the page is as before after that', async ({
    shop,
    page,
  }) => {
    await shop.open('script tag', await shop.order(OXXO), { 'merchant-name': 'Tea & Co' });
    await page.evaluate(() => {
      const order = document.createElement('p');
      order.textContent = 'Your order';
      document.body.append(order);
      window.print = () => {};
    });
    await page.getByRole('button', { name: en.voucher.print, exact: true }).click();
    await expect(page.getByText('Your order')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Your order')).toBeHidden();
    await expect(page.getByText('Tea & Co')).toBeVisible();
    await expect(shop.widget).toContainText('MX$20.99');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(page.getByText('Your order')).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await expect(page.getByText('Tea & Co')).toBeHidden();
  });

  test('is shared as a text by the phone’s own sheet', async ({ shop, page }) => {
    await page.addInitScript(() => {
      const share = async (data: ShareData) => Object.assign(window, { shared: data.text });
      Object.assign(navigator, { share, canShare: () => true });
    });
    const order = await shop.order(OXXO);
    const { payload } = await shop.nextAction(order);
    await shop.open('script tag', order);
    await page.getByRole('button', { name: en.shareDetails }).click();
    const text = await page.evaluate(() => (window as { shared?: string }).shared);
    expect(text).toContain(`Number: ${OXXO_NUMBER}`);
    expect(text).toContain(payload.hosted_voucher_url);
    expect(text).not.toContain('_secret_');
  });
});
