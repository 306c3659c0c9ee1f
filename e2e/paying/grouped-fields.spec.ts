import { devices, type Locator, type Page } from '@playwright/test';
import { messages as ar } from '../../src/locales/ar.ts';
import { en } from '../../src/locales/en.ts';
import { expect, FACES, type Face, type Shop, test } from '../support/shop.ts';

const BOLETO = { gateway: 'stripe', methods: ['boleto'], currency: 'brl' } as const;
const MB_WAY = { gateway: 'stripe', methods: ['mb_way'], currency: 'eur' } as const;

/** Opens a form, as soon as what groups its fields is there. */
async function openField(
  shop: Shop,
  face: Face,
  label: string,
  order = BOLETO as typeof MB_WAY | typeof BOLETO,
) {
  await shop.open(face, await shop.order(order));
  await shop.expectPhase('payable');
  const input = shop.page.getByLabel(label);
  await expect(async () => {
    await input.fill('12345678');
    await expect(input).not.toHaveValue('12345678', { timeout: 500 });
  }).toPass();
  await input.fill('');
  await input.focus();
  return input;
}

/** An input's text with `|` at its caret. */
const shown = (input: Locator) =>
  input.evaluate(
    ({ value, selectionStart: at }: HTMLInputElement) =>
      `${value.slice(0, at ?? 0)}|${value.slice(at ?? 0)}`,
  );

const expectShown = (input: Locator, text: string) => expect.poll(() => shown(input)).toBe(text);

const setCaret = (input: Locator, start: number, end = start) =>
  input.evaluate((element: HTMLInputElement, [from, to]) => element.setSelectionRange(from, to), [
    start,
    end,
  ] as const);

/** What a keyboard composes, as Chromium's own protocol has it. */
async function compose(page: Page, text: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const caret = text.length;
  await client.send('Input.imeSetComposition', {
    text,
    selectionStart: caret,
    selectionEnd: caret,
  });
}

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`a tax ID, by ${face},`, () => {
    test('is grouped while it is typed, with the caret where the customer types', async ({
      shop,
      page,
    }) => {
      const input = await openField(shop, face, en.pay.fields.taxId);
      await page.keyboard.type('111444777');
      await expectShown(input, '111.444.777|');
      await page.keyboard.type('35');
      await expectShown(input, '111.444.777-35|');
      await setCaret(input, 2);
      await page.keyboard.type('9');
      await expectShown(input, '11.9|14.447/7735');
      await page.keyboard.press('Backspace');
      await expectShown(input, '11|1.444.777-35');
    });

    test('loses a digit by each Backspace and Delete, never a separator alone', async ({
      shop,
      page,
    }) => {
      const input = await openField(shop, face, en.pay.fields.taxId);
      await page.keyboard.type('11144477735');
      await setCaret(input, 8);
      await page.keyboard.press('Backspace');
      await expectShown(input, '111.44|7.773-5');
      await setCaret(input, 3);
      await page.keyboard.press('Delete');
      await expectShown(input, '111|.477.735');
      for (let left = 3; left > 0; left--) await page.keyboard.press('Backspace');
      await expectShown(input, '|477.735');
      await page.keyboard.press('Backspace');
      await expectShown(input, '|477.735');
    });

    test('is grouped when it is pasted over a selection', async ({ shop, page }) => {
      const input = await openField(shop, face, en.pay.fields.taxId);
      await page.keyboard.type('999');
      await setCaret(input, 0, 3);
      await page.keyboard.insertText(' 11222333 0001－81');
      await expectShown(input, '11.222.333/0001-81|');
      await setCaret(input, 3, 10);
      await page.keyboard.insertText('abc345');
      await expectShown(input, '11.abc.345|/0001-81');
    });

    test('is grouped when it comes from the clipboard', async ({ shop, page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const input = await openField(shop, face, en.pay.fields.taxId);
      await page.evaluate(() => navigator.clipboard.writeText('111 444 777-35\n'));
      await page.keyboard.press('ControlOrMeta+v');
      await expectShown(input, '111.444.777-35|');
    });

    test('is grouped among other fields that a browser fills in at once', async ({
      shop,
      page,
    }) => {
      const input = await openField(shop, face, en.pay.fields.taxId);
      await input.evaluate((element) => {
        const form = element.closest('form') ?? element.getRootNode();
        for (const [name, text] of [
          ['taxId', '11222333000181'],
          ['address-level2', 'São Paulo'],
          ['postal-code', '01310100'],
        ]) {
          const filled = (form as ParentNode).querySelector<HTMLInputElement>(`[name="${name}"]`);
          // React keeps a property of its own on the element.
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
            filled,
            text,
          );
          filled?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        }
      });
      await expect(input).toHaveValue('11.222.333/0001-81');
      await expect(page.getByLabel(en.pay.fields.city)).toHaveValue('São Paulo');
      await expect(page.getByLabel(en.pay.fields.postalCode)).toHaveValue('01310-100');
    });

    test('can be undone step by step, and done again', async ({ shop, page }) => {
      const input = await openField(shop, face, en.pay.fields.taxId);
      await page.keyboard.type('11144477735', { delay: 20 });
      const texts = new Set<string>();
      for (let i = 0; i < 30; i++) {
        await page.keyboard.press('ControlOrMeta+z');
        texts.add(await input.inputValue());
      }
      expect(texts.size).toBeGreaterThan(8);
      await expect(input).not.toHaveValue(/111\.4/);
      for (let i = 0; i < 40; i++) await page.keyboard.press('ControlOrMeta+Shift+z');
      await expect(input).toHaveValue('111.444.777-35');
    });

    test('is left alone while an input method composes it', async ({ shop, page }) => {
      const input = await openField(shop, face, en.pay.fields.taxId);
      await compose(page, '１１１４４');
      await expect(input).toHaveValue('１１１４４');
      await page.keyboard.insertText('１１１４４');
      await page.keyboard.press('Tab');
      await expect(input).toHaveValue('111.44');
    });
  });
}

test.describe('on a phone', () => {
  const { defaultBrowserType: _, ...PHONE } = devices['Pixel 7'];
  test.use(PHONE);

  test('a number is grouped, sent in one piece, and has the keyboard of digits', async ({
    shop,
    page,
  }) => {
    const input = await openField(shop, 'script tag', en.pay.fields.phone, MB_WAY);
    await expect(input).toHaveAttribute('inputmode', 'tel');
    // As Android's keyboards enter text: without keys.
    for (const digit of '+351912345678') await page.keyboard.insertText(digit);
    await expectShown(input, '+351 912 345 678|');
    const [confirm] = await Promise.all([
      page.waitForRequest(/\/confirm$/),
      page.keyboard.press('Enter'),
    ]);
    const body = new URLSearchParams(confirm.postData() ?? '');
    expect(body.get('payment_method_data[billing_details][phone]')).toBe('+351912345678');
  });
});

test('a number reads from left to right at the right edge of an Arabic page', async ({
  shop,
  page,
}) => {
  await shop.open('script tag', await shop.order(MB_WAY), { locale: 'ar' });
  const input = page.getByLabel(ar.pay.fields.phone);
  await input.fill('+351912345678');
  await expect(input).toHaveCSS('direction', 'ltr');
  await expect(input).toHaveCSS('text-align', 'end');
});
