import type { Locator, Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { appName, methodName } from '../../src/locales/methods.ts';
import {
  authorize,
  comeBack,
  inNewTab,
  onAnotherDevice,
  payScanned,
  readClipboard,
  scan,
  WECHAT,
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
  /** A tap on a phone, a click elsewhere. */
  readonly press: (it: Locator) => Promise<void>;
  readonly onPhone: boolean;
}

/** Looks at what is on the screen and pays by it. */
export type CustomerJourney = (customer: Customer) => Promise<void>;

export const namesOf = (method: string) => ({
  name: methodName(method, en),
  app: appName(method, en),
});

async function sees({ shop, page }: Customer, step: string, title: string, ...texts: string[]) {
  await expect(shop.widget).toHaveAttribute('data-step', step);
  await expect(page.getByRole('heading', { name: title, exact: true, level: 2 })).toBeVisible();
  for (const text of texts) await expect(shop.widget).toContainText(text);
}

const link = ({ page }: Pick<Customer, 'page'>, name: string) =>
  page.getByRole('link', { name, exact: true });

const tell = ({ page, press }: Customer, button: string) =>
  press(page.getByRole('button', { name: button, exact: true }));

/** Where an action leads, under any of its names. */
const addressIn = ({ payload }: Customer): string =>
  payload.url ??
  payload.mobile_auth_url ??
  payload.native_url ??
  payload.applinkUrl ??
  payload.normalUrl ??
  payload.stripe_js;

/** Is taken to the bank's or wallet's page with nothing to do, and from there to the return page. */
export const leaves: CustomerJourney = async (customer) => {
  const { page } = customer;
  await page.waitForURL(addressIn(customer));
  await authorize(page);
  await page.waitForURL(/\/return\.html/);
};

/** The same by a link; `redirect="button"` makes one of it. */
export const goes: CustomerJourney = async (customer) => {
  const { page, press, name } = customer;
  await sees(customer, 'redirect', en.redirect.title(name), en.redirect.text(name));
  const go = link(customer, en.go(name));
  await expect(go).toHaveAttribute('href', addressIn(customer));
  await expect(go).toHaveAttribute('target', '_top');
  await press(go);
  await authorize(page);
  await page.waitForURL(/\/return\.html/);
};

/** Scans the code from the screen, drawn or only given as a picture, with another device. */
export const scans: CustomerJourney = async (customer) => {
  const { page, payload, onPhone, order, name, app } = customer;
  await sees(customer, 'qr', en.qr.title(name), onPhone ? en.qr.choose(app) : en.qr.open(app));
  const code = page.getByRole('img', { name: new RegExp(`^QR code to pay .*with ${name}$`) });
  const text = await scan(code);
  const { data } = { ...payload, ...payload.qr_code };
  if (data) expect(text).toBe(data);
  expect(text).toContain(`/sandbox/qr/${intentId(order)}`);
  const phone = await page.context().newPage();
  await phone.goto(text);
  await payScanned(phone);
  await phone.close();
  await comeBack(page);
};

/** Opens the code's own page, where a phone has only a picture that it cannot scan itself. */
export const opensCode: CustomerJourney = async (customer) => {
  const { page, payload, press, name } = customer;
  await sees(customer, 'qr', en.qr.title(name), en.qr.save);
  await expect(link(customer, en.picture.save)).toHaveCount(0);
  const hosted = link(customer, 'Open the code on its own page');
  await expect(hosted).toHaveAttribute('href', payload.hosted_instructions_url);
  await expect(hosted).toHaveAttribute('target', '_blank');
  await inNewTab(page, () => press(hosted), payScanned);
  await comeBack(page);
};

/** Taps the link into the wallet's app; `also` are the other links beside it. */
export const opensApp =
  (also: Record<string, string> = {}): CustomerJourney =>
  async (customer) => {
    const { page, press, shop, order, payload, name, app } = customer;
    await sees(customer, 'app', en.app.title(name), en.app.text(app));
    const open = link(customer, en.app.open(app));
    const address = addressIn(customer);
    await expect(open).toHaveAttribute('href', address);
    await expect(open).toHaveAttribute('target', '_top');
    for (const [label, key] of Object.entries(also)) {
      await expect(link(customer, label)).toHaveAttribute('href', payload[key]);
    }
    expect(await shop.widget.getByRole('link').count()).toBe(1 + Object.keys(also).length);
    await press(open);
    if (address.startsWith('http')) {
      await authorize(page);
      return page.waitForURL(/\/return\.html/);
    }
    // Not a tap: Chromium may be asking whether it may open the app.
    await shop.simulate(order, 'succeed');
    await comeBack(page);
  };

/** On a desktop: scans the link that opens the app. */
export const scansLink: CustomerJourney = async (customer) => {
  const { page, name, app } = customer;
  await sees(customer, 'app', en.app.title(name), en.app.scan(app));
  const address = await scan(page.getByRole('img', { name: en.app.label(app) }));
  expect(address).toBe(addressIn(customer));
  await onAnotherDevice(page, async (phone) => {
    await phone.goto(address);
    await authorize(phone);
  });
  await tell(customer, en.iHavePaid);
};

/** On a desktop: takes the page's address to a phone, where the link is. */
export const takesToPhone: CustomerJourney = async (customer) => {
  const { page, shop, order, name, app } = customer;
  await sees(customer, 'app', en.app.title(name), en.app.phone(app));
  await expect(link(customer, en.app.open(app))).toHaveAttribute('href', addressIn(customer));
  const address = await copyAddress(page);
  await onAnotherDevice(page, async (phone) => {
    await phone.goto(address);
    await link({ page: phone }, en.app.open(app)).tap();
    await shop.simulate(order, 'succeed');
  });
  await tell(customer, en.iHavePaid);
};

/** On a desktop: goes on in the browser all the same. */
export const opensPage: CustomerJourney = async (customer) => {
  const { page, press, name, app } = customer;
  await sees(customer, 'app', en.app.title(name), en.app.phone(app), en.app.address);
  const go = link(customer, en.app.page);
  await expect(go).toHaveAttribute('href', addressIn(customer));
  await press(go);
  await authorize(page);
  await page.waitForURL(/\/return\.html/);
};

/** The address that "Copy the address of this page" puts into the clipboard. */
export async function copyAddress(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: en.app.address }).click();
  await expect(page.getByRole('button', { name: en.copied })).toBeVisible();
  const address = await readClipboard(page);
  expect(address).toBe(page.url());
  return address;
}

/** Takes the page's address into WeChat, whose bridge pays there. */
export const takesToWechat: CustomerJourney = async (customer) => {
  const { page, order, name } = customer;
  await sees(customer, 'wechat-jsapi', en.app.title(name), en.wechat.outside);
  const address = await copyAddress(page);
  const pay = async (wechat: Page) => {
    await installBridge(wechat, order, 'ok');
    await wechat.goto(address);
    await new Shop(wechat).expectPhase('succeeded');
  };
  await onAnotherDevice(page, pay, WECHAT);
  await tell(customer, en.iHavePaid);
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
async function seesValues({ page, shop }: Customer, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const line = shop.widget.locator('.ps-detail:visible').filter({
      has: page.getByText(name, { exact: true }),
    });
    await expect(line.getByRole('definition').first()).toHaveText(value);
    await expect(line.getByRole('button', { name: en.copy(name) })).toBeVisible();
  }
}

/** Groups of values, of which one is open at a time. */
async function seesGroups(customer: Customer, groups: Record<string, Record<string, string>>) {
  const { press, shop } = customer;
  for (const [at, [name, values]] of Object.entries(groups).entries()) {
    if (at > 0) await press(shop.widget.getByText(name, { exact: true }));
    else if (name) await expect(shop.widget.getByText(name, { exact: true })).toBeVisible();
    await seesValues(customer, values);
  }
}

/** Opens the voucher on its own page, pays it there, and comes back. */
export const paysVoucher =
  (where: string, groups: Record<string, Record<string, string>>): CustomerJourney =>
  async (customer) => {
    const { page, payload, press, name } = customer;
    await sees(customer, 'voucher', en.voucher.title(name), where, en.voucher.waiting);
    await seesGroups(customer, groups);
    const end = dateOf(payload.expires_at ?? payload.expires_after);
    await expect(page.getByText(en.voucher.payBy(''))).toHaveText(end);
    const open = link(customer, en.voucher.open);
    await expect(open).toHaveAttribute('href', payload.hosted_voucher_url);
    await expect(open).toHaveAttribute('target', '_blank');
    const pdf = link(customer, en.voucher.pdf);
    if (payload.pdf) await expect(pdf).toHaveAttribute('href', payload.pdf);
    else await expect(pdf).toHaveCount(0);
    await inNewTab(
      page,
      () => press(open),
      async (tab) => {
        await tab.getByRole('button', { name: 'Pay this voucher' }).click();
        await expect(tab.getByText('Payment approved')).toBeVisible();
      },
    );
    await comeBack(page);
  };

/** Sends the money at the bank, all at once, and comes back. */
export const transfers =
  (amount: string, groups: Record<string, Record<string, string>>): CustomerJourney =>
  async (customer) => {
    const { page, payload, press } = customer;
    await sees(customer, 'bank-transfer', en.transfer.title, en.transfer.waiting);
    const { reference } = payload;
    await seesValues(customer, { [en.transfer.amount]: amount, [en.details.reference]: reference });
    await seesGroups(customer, groups);
    const open = link(customer, en.transfer.open);
    await expect(open).toHaveAttribute('href', payload.hosted_instructions_url);
    await expect(open).toHaveAttribute('target', '_blank');
    await inNewTab(
      page,
      () => press(open),
      async (bank) => {
        await bank.getByRole('button', { name: 'Send the transfer' }).click();
        await expect(bank.getByText('Payment approved')).toBeVisible();
      },
    );
    await comeBack(page);
  };

/** Enters what has arrived on the account. */
export const verifies =
  (awaited: 'code' | 'amounts', fields: Record<string, string>): CustomerJourney =>
  async (customer) => {
    const { page, payload, press } = customer;
    const text = en.await[awaited](long(payload.arrival_date));
    await sees(customer, 'await', en.await.deposits, text);
    const open = link(customer, awaited === 'code' ? en.await.enterCode : en.await.enterAmounts);
    await expect(open).toHaveAttribute('href', payload.hosted_verification_url);
    await expect(open).toHaveAttribute('target', '_blank');
    await inNewTab(
      page,
      () => press(open),
      async (bank) => {
        for (const [label, value] of Object.entries(fields)) {
          await bank.getByRole('textbox', { name: label }).fill(value);
        }
        await bank.getByRole('button', { name: 'Verify', exact: true }).click();
        await expect(bank.getByText('Payment under way')).toBeVisible();
      },
    );
    await comeBack(page);
  };

/** Agrees in an app, outside of any page. */
export const approves: CustomerJourney = async (customer) => {
  const { shop, order, app } = customer;
  await sees(customer, 'await', en.await.approval, en.await.approve(app));
  await shop.simulate(order, 'succeed');
  await tell(customer, en.checkAgain);
};

/** Hears of a charge that the bank announces. */
export const isNotified: CustomerJourney = async (customer) => {
  const { shop, order, payload } = customer;
  await sees(customer, 'await', en.await.notice, en.await.charged(long(payload.charge_attempt_at)));
  await shop.simulate(order, 'succeed');
  await tell(customer, en.checkAgain);
};

/** Has a say in such a charge, until a day. */
export const approvesInTime: CustomerJourney = async (customer) => {
  const { shop, order, payload } = customer;
  await sees(customer, 'await', en.await.approval);
  await expect(shop.widget).toContainText(dateOf(payload.charge_attempt_at));
  await shop.simulate(order, 'succeed');
  await tell(customer, en.checkAgain);
};

/** Is asked by the issuer in the dialog, after the device data were collected unseen. */
export const isChallenged: CustomerJourney = async ({ page, shop, press }) => {
  await expect(shop.widget).toHaveAttribute('data-step', 'challenge');
  const issuer = page.getByRole('dialog').frameLocator('iframe');
  await issuer.getByRole('textbox').fill('1234');
  await press(issuer.getByRole('button', { name: 'Authenticate' }));
  await shop.expectPhase('succeeded');
  const steps = (await shop.pageEvents()).map(({ step }) => step).filter(Boolean);
  expect([...new Set(steps)]).toEqual(['fingerprint', 'challenge']);
};

/** Meets a step that this page cannot show; it is watched all the same. */
const cannot =
  (step: string, title: string, text: string): CustomerJourney =>
  async (customer) => {
    const { shop, order } = customer;
    await sees(customer, step, title, text);
    await shop.simulate(order, 'succeed');
    await tell(customer, en.checkAgain);
  };

export const isLeftToTheShop = cannot('sdk', en.sdk.title, en.sdk.unhandled);

export const isTold = cannot('unsupported', en.unsupported.title, en.unsupported.text);
