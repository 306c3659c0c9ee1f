import type { Locator, Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { appName, methodName } from '../../src/locales/methods.ts';
import {
  authorize,
  onAnotherDevice,
  payOnScannedPage,
  readClipboard,
  returnToPage,
  scan,
  WECHAT,
  withNewTab,
} from './customer.ts';
import { expect, intentId, type NextAction, type Order, Shop } from './shop.ts';
import { installBridge } from './wechatBridge.ts';

/** A customer in front of a shop's page that has just been opened. */
interface Customer {
  readonly shop: Shop;
  readonly page: Page;
  readonly order: Order;
  /** The payment method's name, and that of its app. */
  readonly name: string;
  readonly app: string;
  readonly payload: NextAction['payload'];
  /** A tap on a phone, a click on a desktop. */
  readonly activate: (target: Locator) => Promise<void>;
  readonly onPhone: boolean;
}

/** Checks what is on the screen and pays by it. */
export type CustomerJourney = (customer: Customer) => Promise<void>;

export const namesOf = (method: string) => ({
  name: methodName(method, en),
  app: appName(method, en),
});

async function expectStep(
  { shop, page }: Customer,
  step: string,
  title: string,
  ...texts: string[]
) {
  await expect(shop.widget).toHaveAttribute('data-step', step);
  await expect(page.getByRole('heading', { name: title, exact: true, level: 2 })).toBeVisible();
  for (const text of texts) await expect(shop.widget).toContainText(text);
}

const link = ({ page }: Pick<Customer, 'page'>, name: string) =>
  page.getByRole('link', { name, exact: true });

const pressButton = ({ page, activate: press }: Customer, button: string) =>
  press(page.getByRole('button', { name: button, exact: true }));

/** The URL of an action, under any of its names. */
const urlIn = ({ payload }: Customer): string =>
  payload.url ??
  payload.mobile_auth_url ??
  payload.native_url ??
  payload.applinkUrl ??
  payload.normalUrl ??
  payload.stripe_js;

/** The checkout redirects to the bank's or wallet's page, and that to the return page. */
export const isRedirected: CustomerJourney = async (customer) => {
  const { page } = customer;
  await page.waitForURL(urlIn(customer));
  await authorize(page);
  await page.waitForURL(/\/return\.html/);
};

/** The same by a link; `redirect="button"` makes one of it. */
export const followsRedirectLink: CustomerJourney = async (customer) => {
  const { page, activate: press, name } = customer;
  await expectStep(customer, 'redirect', en.redirect.title(name), en.redirect.text(name));
  const continueLink = link(customer, en.go(name));
  await expect(continueLink).toHaveAttribute('href', urlIn(customer));
  await expect(continueLink).toHaveAttribute('target', '_top');
  await press(continueLink);
  await authorize(page);
  await page.waitForURL(/\/return\.html/);
};

/** Scans the code from the screen, drawn or only given as a picture, with another device. */
export const scansQrCode: CustomerJourney = async (customer) => {
  const { page, payload, onPhone, order, name, app } = customer;
  await expectStep(
    customer,
    'qr',
    en.qr.title(name),
    onPhone ? en.qr.choose(app) : en.qr.open(app),
  );
  const code = page.getByRole('img', { name: new RegExp(`^QR code to pay .*with ${name}$`) });
  const text = await scan(code);
  const { data } = { ...payload, ...payload.qr_code };
  if (data) expect(text).toBe(data);
  expect(text).toContain(`/sandbox/qr/${intentId(order)}`);
  const phone = await page.context().newPage();
  await phone.goto(text);
  await payOnScannedPage(phone);
  await phone.close();
  await returnToPage(page);
};

/** Opens the code's own page, where a phone has only a picture that it cannot scan itself. */
export const opensHostedQrCode: CustomerJourney = async (customer) => {
  const { page, payload, activate: press, name } = customer;
  await expectStep(customer, 'qr', en.qr.title(name), en.qr.hold);
  await expect(link(customer, en.picture.save)).toHaveCount(0);
  const hosted = link(customer, 'Open the code on its own page');
  await expect(hosted).toHaveAttribute('href', payload.hosted_instructions_url);
  await expect(hosted).toHaveAttribute('target', '_blank');
  await withNewTab(page, () => press(hosted), payOnScannedPage);
  await returnToPage(page);
};

/** Taps the link into the wallet's app; `also` are the other links beside it. */
export const opensApp =
  (otherLinks: Record<string, string> = {}): CustomerJourney =>
  async (customer) => {
    const { page, activate: press, shop, order, payload, name, app } = customer;
    await expectStep(customer, 'app', en.app.title(name), en.app.text(app));
    const openLink = link(customer, en.app.open(app));
    const url = urlIn(customer);
    await expect(openLink).toHaveAttribute('href', url);
    await expect(openLink).toHaveAttribute('target', '_top');
    for (const [label, key] of Object.entries(otherLinks)) {
      await expect(link(customer, label)).toHaveAttribute('href', payload[key]);
    }
    expect(await shop.widget.getByRole('link').count()).toBe(1 + Object.keys(otherLinks).length);
    await press(openLink);
    if (url.startsWith('http')) {
      await authorize(page);
      return page.waitForURL(/\/return\.html/);
    }
    // Not a tap: Chromium may be asking whether it may open the app.
    await shop.simulate(order, 'succeed');
    await returnToPage(page);
  };

/** On a desktop: scans the link that opens the app. */
export const scansAppLink: CustomerJourney = async (customer) => {
  const { page, name, app } = customer;
  await expectStep(customer, 'app', en.app.title(name), en.app.scan(app));
  const url = await scan(page.getByRole('img', { name: en.app.label(app) }));
  expect(url).toBe(urlIn(customer));
  await onAnotherDevice(page, async (phone) => {
    await phone.goto(url);
    await authorize(phone);
  });
  await pressButton(customer, en.iHavePaid);
};

/** On a desktop: copies the page's URL, opens it on a phone, and uses the link there. */
export const opensPageOnPhone: CustomerJourney = async (customer) => {
  const { page, shop, order, name, app } = customer;
  await expectStep(customer, 'app', en.app.title(name), en.app.phone(app));
  await expect(link(customer, en.app.open(app))).toHaveAttribute('href', urlIn(customer));
  const url = await copyPageUrl(page);
  await onAnotherDevice(page, async (phone) => {
    await phone.goto(url);
    await link({ page: phone }, en.app.open(app)).tap();
    await shop.simulate(order, 'succeed');
  });
  await pressButton(customer, en.iHavePaid);
};

/** On a desktop: continues in the browser. */
export const continuesInBrowser: CustomerJourney = async (customer) => {
  const { page, activate: press, name, app } = customer;
  await expectStep(customer, 'app', en.app.title(name), en.app.phone(app), en.app.address);
  const continueLink = link(customer, en.app.page);
  await expect(continueLink).toHaveAttribute('href', urlIn(customer));
  await press(continueLink);
  await authorize(page);
  await page.waitForURL(/\/return\.html/);
};

/** The URL that "Copy the address of this page" puts into the clipboard. */
export async function copyPageUrl(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: en.app.address }).click();
  await expect(page.getByRole('button', { name: en.copied })).toBeVisible();
  const url = await readClipboard(page);
  expect(url).toBe(page.url());
  return url;
}

/** Opens the page's URL in WeChat, whose bridge pays there. */
export const opensPageInWechat: CustomerJourney = async (customer) => {
  const { page, order, name } = customer;
  await expectStep(customer, 'wechat-jsapi', en.app.title(name), en.wechat.outside);
  const url = await copyPageUrl(page);
  const pay = async (wechat: Page) => {
    await installBridge(wechat, order, 'ok');
    await wechat.goto(url);
    await new Shop(wechat).expectPhase('succeeded');
  };
  await onAnotherDevice(page, pay, WECHAT);
  await pressButton(customer, en.iHavePaid);
};

const day = (seconds: number, month: 'long' | 'short') =>
  new Date(seconds * 1000).toLocaleDateString('en-US', { day: 'numeric', month, year: 'numeric' });

const long = (seconds: number) => day(seconds, 'long');

/** A day, in either length, and the time of it. @param seconds since 1970 */
function dateOf(seconds: number): RegExp {
  const time = new Date(seconds * 1000).toLocaleTimeString('en-US', { timeStyle: 'short' });
  const date = `(${long(seconds)}|${day(seconds, 'short')})(,| at) ${time}`;
  return new RegExp(date.replaceAll(/\s/g, '\\s'));
}

/** Values under their names, each with a button to copy it. */
async function expectValues({ page, shop }: Customer, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const line = shop.widget.locator('.ps-detail:visible').filter({
      has: page.getByText(name, { exact: true }),
    });
    await expect(line.getByRole('definition').first()).toHaveText(value);
    await expect(line.getByRole('button', { name: en.copy(name) })).toBeVisible();
  }
}

/** Groups of values, of which one is open at a time. */
async function expectGroups(customer: Customer, groups: Record<string, Record<string, string>>) {
  const { activate: press, shop } = customer;
  for (const [at, [name, values]] of Object.entries(groups).entries()) {
    if (at > 0) await press(shop.widget.getByText(name, { exact: true }));
    else if (name) await expect(shop.widget.getByText(name, { exact: true })).toBeVisible();
    await expectValues(customer, values);
  }
}

/** Opens the voucher on its own page, pays it there, and comes back. */
export const paysVoucher =
  (instructions: string, groups: Record<string, Record<string, string>>): CustomerJourney =>
  async (customer) => {
    const { page, payload, activate: press, name } = customer;
    await expectStep(customer, 'voucher', en.voucher.title(name), instructions, en.voucher.waiting);
    await expectGroups(customer, groups);
    const end = dateOf(payload.expires_at ?? payload.expires_after);
    await expect(page.getByText(en.voucher.payBy(''))).toHaveText(end);
    const openLink = link(customer, en.voucher.open);
    await expect(openLink).toHaveAttribute('href', payload.hosted_voucher_url);
    await expect(openLink).toHaveAttribute('target', '_blank');
    const pdf = link(customer, en.voucher.pdf);
    if (payload.pdf) await expect(pdf).toHaveAttribute('href', payload.pdf);
    else await expect(pdf).toHaveCount(0);
    await withNewTab(
      page,
      () => press(openLink),
      async (tab) => {
        await tab.getByRole('button', { name: 'Pay this voucher' }).click();
        await expect(tab.getByText('Payment approved')).toBeVisible();
      },
    );
    await returnToPage(page);
  };

/** Sends the money at the bank, all at once, and comes back. */
export const sendsTransfer =
  (amount: string, groups: Record<string, Record<string, string>>): CustomerJourney =>
  async (customer) => {
    const { page, payload, activate: press } = customer;
    await expectStep(customer, 'bank-transfer', en.transfer.title, en.transfer.waiting);
    const { reference } = payload;
    await expectValues(customer, {
      [en.transfer.amount]: amount,
      [en.details.reference]: reference,
    });
    await expectGroups(customer, groups);
    const openLink = link(customer, en.transfer.open);
    await expect(openLink).toHaveAttribute('href', payload.hosted_instructions_url);
    await expect(openLink).toHaveAttribute('target', '_blank');
    await withNewTab(
      page,
      () => press(openLink),
      async (bank) => {
        await bank.getByRole('button', { name: 'Send the transfer' }).click();
        await expect(bank.getByText('Payment approved')).toBeVisible();
      },
    );
    await returnToPage(page);
  };

/** Enters what has arrived on the account. */
export const verifiesMicrodeposits =
  (awaited: 'code' | 'amounts', fields: Record<string, string>): CustomerJourney =>
  async (customer) => {
    const { page, payload, activate: press } = customer;
    const text = en.await[awaited](long(payload.arrival_date));
    await expectStep(customer, 'await', en.await.deposits, text);
    const openLink = link(
      customer,
      awaited === 'code' ? en.await.enterCode : en.await.enterAmounts,
    );
    await expect(openLink).toHaveAttribute('href', payload.hosted_verification_url);
    await expect(openLink).toHaveAttribute('target', '_blank');
    await withNewTab(
      page,
      () => press(openLink),
      async (bank) => {
        for (const [label, value] of Object.entries(fields)) {
          await bank.getByRole('textbox', { name: label }).fill(value);
        }
        await bank.getByRole('button', { name: 'Verify', exact: true }).click();
        await expect(bank.getByText('Payment under way')).toBeVisible();
      },
    );
    await returnToPage(page);
  };

/** Agrees in an app, outside of any page. */
export const approvesInApp: CustomerJourney = async (customer) => {
  const { shop, order, app } = customer;
  await expectStep(customer, 'await', en.await.approval, en.await.approve(app));
  await shop.simulate(order, 'succeed');
  await pressButton(customer, en.checkAgain);
};

/** Reads the notice of a charge that the bank announces. */
export const seesChargeNotice: CustomerJourney = async (customer) => {
  const { shop, order, payload } = customer;
  await expectStep(
    customer,
    'await',
    en.await.notice,
    en.await.charged(long(payload.charge_attempt_at)),
  );
  await shop.simulate(order, 'succeed');
  await pressButton(customer, en.checkAgain);
};

/** Approves such a charge before a date. */
export const approvesBeforeDate: CustomerJourney = async (customer) => {
  const { shop, order, payload } = customer;
  await expectStep(customer, 'await', en.await.approval);
  await expect(shop.widget).toContainText(dateOf(payload.charge_attempt_at));
  await shop.simulate(order, 'succeed');
  await pressButton(customer, en.checkAgain);
};

/** Answers the issuer's challenge in the dialog, after the device data were collected in a hidden frame. */
export const passesChallenge: CustomerJourney = async ({ page, shop, activate: press }) => {
  await expect(shop.widget).toHaveAttribute('data-step', 'challenge');
  const issuer = page.getByRole('dialog').frameLocator('iframe');
  await issuer.getByRole('textbox').fill('1234');
  await press(issuer.getByRole('button', { name: 'Authenticate' }));
  await shop.expectPhase('succeeded');
  const steps = (await shop.pageEvents()).map(({ step }) => step).filter(Boolean);
  expect([...new Set(steps)]).toEqual(['fingerprint', 'challenge']);
};

/** Sees a step that this page cannot show; the checkout still polls. */
const cannotContinueHere =
  (step: string, title: string, text: string): CustomerJourney =>
  async (customer) => {
    const { shop, order } = customer;
    await expectStep(customer, step, title, text);
    await shop.simulate(order, 'succeed');
    await pressButton(customer, en.checkAgain);
  };

export const seesSdkStep = cannotContinueHere('sdk', en.sdk.title, en.sdk.unhandled);

export const seesUnsupportedStep = cannotContinueHere(
  'unsupported',
  en.unsupported.title,
  en.unsupported.text,
);
