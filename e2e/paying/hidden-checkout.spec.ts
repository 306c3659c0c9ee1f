import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { expect, FACES, type Face, type Shop, test } from '../support/shop.ts';

const CHALLENGED = { gateway: 'wooshpay', method: 'card', card: '4000000000003220' } as const;
const BANK = { gateway: 'stripe', method: 'ideal', currency: 'eur' } as const;

/** What a shop has around its checkout, and what makes it hidden and shown again. */
const HIDING_METHODS = {
  'display: none': {
    html: '<div id="tab"></div>',
    hidden: 'tab.style.display = "none"',
    shown: 'tab.style.display = ""',
  },
  hidden: {
    html: '<div id="tab"></div>',
    hidden: 'tab.hidden = true',
    shown: 'tab.hidden = false',
  },
  'hidden=until-found': {
    html: '<div id="tab"></div>',
    hidden: 'tab.setAttribute("hidden", "until-found")',
    shown: 'tab.removeAttribute("hidden")',
  },
  'visibility: hidden': {
    html: '<div id="tab"></div>',
    hidden: 'tab.style.visibility = "hidden"',
    shown: 'tab.style.visibility = ""',
  },
  'content-visibility: hidden': {
    html: '<div id="tab"></div>',
    hidden: 'tab.style.contentVisibility = "hidden"',
    shown: 'tab.style.contentVisibility = ""',
  },
  'closed details': {
    html: '<details id="tab"><summary>Pay</summary></details>',
    hidden: 'tab.open = false',
    shown: 'tab.open = true',
  },
  'a closed dialog of the shop’s': {
    html: '<dialog id="tab"></dialog>',
    hidden: 'tab.close()',
    shown: 'tab.showModal()',
  },
  'a closed popover': {
    html: '<div id="tab" popover="manual"></div>',
    hidden: 'if (tab.matches(":popover-open")) tab.hidePopover()',
    shown: 'tab.showPopover()',
  },
} as const;

type HidingMethod = keyof typeof HIDING_METHODS;

/** Puts the checkout's place into something of the shop's, before there is a checkout in it. */
async function wrap(page: Page, hidingMethod: HidingMethod, isHidden: boolean): Promise<void> {
  const { html, hidden, shown } = HIDING_METHODS[hidingMethod];
  await page.addInitScript(`addEventListener('DOMContentLoaded', () => {
    if (parent !== window || !/checkout|react/.test(location.pathname)) return;
    const main = document.querySelector('main');
    main.insertAdjacentHTML('beforebegin', '<button id="outside">Another tab</button>${html}');
    const tab = document.getElementById('tab');
    tab.append(main);
    ${isHidden ? hidden : shown};
  })`);
}

const setVisibility = (page: Page, hidingMethod: HidingMethod, to: 'hidden' | 'shown') =>
  page.evaluate(
    `{ const tab = document.getElementById('tab'); ${HIDING_METHODS[hidingMethod][to]}; }`,
  );

const modal = (page: Page) => page.locator('dialog.ps-dialog:modal');
const bank = ({ page }: Shop) =>
  page.getByRole('dialog', { name: en.challenge.title }).frameLocator('iframe');

/** How often the bank's page was loaded for a challenge. */
function countLoads(page: Page): { count: number } {
  const loads = { count: 0 };
  page.on('framenavigated', (frame) => {
    if (/\/sandbox\/acs\/.*challenge/.test(frame.url())) loads.count += 1;
  });
  return loads;
}

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`a checkout in something hidden, by ${face}`, () => {
    for (const hidingMethod of Object.keys(HIDING_METHODS) as HidingMethod[]) {
      test(`opens its challenge when it is seen, and takes it away with ${hidingMethod}`, async ({
        shop,
        page,
      }) => {
        const loads = countLoads(page);
        await wrap(page, hidingMethod, true);
        await shop.open(face, await shop.order(CHALLENGED));
        await expect(shop.widget).toHaveAttribute('data-step', 'challenge');
        await expect.poll(() => loads.count).toBe(1);
        await expect(modal(page)).toHaveCount(0);
        await page.locator('#outside').click();
        await setVisibility(page, hidingMethod, 'shown');
        await expect(modal(page)).toBeVisible();
        await bank(shop).getByRole('textbox').fill('12');
        await setVisibility(page, hidingMethod, 'hidden');
        await expect(modal(page)).toHaveCount(0);
        await page.locator('#outside').click();
        await setVisibility(page, hidingMethod, 'shown');
        await expect(modal(page)).toBeVisible();
        await expect(bank(shop).getByRole('textbox')).toHaveValue('12');
        expect(loads.count).toBe(1);
        await bank(shop).getByRole('textbox').fill('1234');
        await bank(shop).getByRole('button', { name: 'Authenticate' }).click();
        await shop.expectPhase('succeeded');
        await expect(modal(page)).toHaveCount(0);
      });
    }

    test('stays closed where the customer has closed it', async ({ shop, page }) => {
      await wrap(page, 'hidden', false);
      await shop.open(face, await shop.order(CHALLENGED));
      await expect(modal(page)).toBeVisible();
      await page.getByRole('button', { name: en.challenge.cancel }).click();
      await expect(shop.widget).toContainText(en.challenge.dismissed);
      await setVisibility(page, 'hidden', 'hidden');
      await expect(shop.widget).toBeHidden();
      await setVisibility(page, 'hidden', 'shown');
      await page.getByRole('button', { name: en.challenge.resume }).click();
      await expect(modal(page)).toBeVisible();
    });

    test('does not leave the page by itself, until it is seen', async ({ shop, page }) => {
      await wrap(page, 'visibility: hidden', true);
      const order = await shop.order(BANK);
      await shop.open(face, order);
      await shop.expectPhase('action');
      // A few reads later it is still there.
      await expect.poll(() => shop.reads(order)).toBeGreaterThan(2);
      expect(page.url()).toContain('order=');
      await setVisibility(page, 'visibility: hidden', 'shown');
      await page.waitForURL(/\/sandbox\/bank\//);
    });
  });
}

const setMode = (page: Page, mode: 'hidden' | 'visible') =>
  page.evaluate(
    (newMode) => (window as never as { setMode(mode: string): void }).setMode(newMode),
    mode,
  );

test.describe('in React’s Activity', () => {
  test('a challenge goes away with it, and comes back where it was', async ({ shop, page }) => {
    const loads = countLoads(page);
    await shop.open('React', await shop.order(CHALLENGED));
    await bank(shop).getByRole('textbox').fill('12');
    await setMode(page, 'hidden');
    await expect(modal(page)).toHaveCount(0);
    await setMode(page, 'visible');
    await expect(modal(page)).toBeVisible();
    await expect(bank(shop).getByRole('textbox')).toHaveValue('12');
    expect(loads.count).toBe(1);
    await bank(shop).getByRole('textbox').fill('1234');
    await bank(shop).getByRole('button', { name: 'Authenticate' }).click();
    await shop.expectPhase('succeeded');
  });

  test('the form keeps what was chosen and typed, and pays with it', async ({ shop, page }) => {
    const order = await shop.order({
      gateway: 'stripe',
      methods: ['alipay', 'boleto'],
      currency: 'brl',
    });
    await page.clock.install();
    await shop.open('React', order);
    const boleto = page.getByRole('radio', { name: 'Boleto', exact: true });
    await boleto.check();
    const fields = en.pay.fields;
    await page.getByLabel(fields.name).fill('Ana Souza');
    await page.getByLabel(fields.taxId).fill('529.982');
    await setMode(page, 'hidden');
    await expect(shop.widget).toBeHidden();
    const reads = await shop.reads(order);
    // Longer than a cache keeps unobserved data; nothing is read meanwhile.
    await page.clock.runFor(60_000);
    expect(await shop.reads(order)).toBe(reads);
    await setMode(page, 'visible');
    await expect(boleto).toBeChecked();
    await expect(page.getByLabel(fields.name)).toHaveValue('Ana Souza');
    await expect(page.getByLabel(fields.taxId)).toHaveValue('529.982');
    await expect.poll(() => shop.reads(order)).toBeGreaterThan(reads);
    // And what comes after is seen.
    await shop.simulate(order, 'cancel');
    await page.clock.runFor(20_000);
    await shop.expectPhase('canceled');
  });

  test('what has come of the payment meanwhile is there at once', async ({ shop, page }) => {
    const order = await shop.order({ gateway: 'stripe', method: 'wechat_pay', currency: 'cny' });
    await shop.open('React', order);
    await shop.expectPhase('action');
    await setMode(page, 'hidden');
    await expect(shop.widget).toBeHidden();
    await shop.simulate(order, 'succeed');
    await setMode(page, 'visible');
    await shop.expectPhase('succeeded');
    const events = await shop.pageEvents();
    expect(events.filter(({ outcome }) => outcome)).toHaveLength(1);
  });

  test('a bank’s window stays open', async ({ shop, page }) => {
    await shop.open('React', await shop.order(BANK), { redirect: 'popup' });
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: /^Continue to/ }).click(),
    ]);
    const agree = popup.getByRole('button', { name: 'Authorize test payment' });
    await expect(agree).toBeVisible();
    await setMode(page, 'hidden');
    await expect(shop.widget).toBeHidden();
    await setMode(page, 'visible');
    await Promise.all([popup.waitForEvent('close'), agree.click()]);
    await shop.expectPhase('succeeded');
  });
});
