import type { Locator, Page } from '@playwright/test';
import {
  authorize,
  clipboard,
  comeBack,
  elsewhere,
  inNewTab,
  payScanned,
  scan,
  WECHAT,
} from './customer.ts';
import { expect, intentId, type NextAction, type Order, type Shop } from './shop.ts';
import { installBridge } from './wechat.ts';

/** A customer in front of a shop's page that has just been opened. */
export interface Customer {
  readonly shop: Shop;
  readonly page: Page;
  readonly order: Order;
  readonly payload: NextAction['payload'];
  /** A tap on a phone, a click elsewhere. */
  readonly press: (it: Locator) => Promise<void>;
  readonly onPhone: boolean;
}

/** Looks at what is on the screen and pays by it. */
export type Way = (customer: Customer) => Promise<void>;

async function sees({ shop, page }: Customer, step: string, title: string, ...texts: string[]) {
  await expect(shop.widget).toHaveAttribute('data-step', step);
  await expect(page.getByRole('heading', { name: title, exact: true, level: 2 })).toBeVisible();
  for (const text of texts) await expect(shop.widget).toContainText(text);
}

const link = ({ page }: Customer, name: string) => page.getByRole('link', { name, exact: true });

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
export const leaves: Way = async (customer) => {
  const { page } = customer;
  await page.waitForURL(addressIn(customer));
  await authorize(page);
  await page.waitForURL(/\/return\.html/);
};

/** The same by a link; `redirect="button"` makes one of it. */
export const goes =
  (name: string): Way =>
  async (customer) => {
    const { page, press } = customer;
    const text = `You will finish the payment with ${name || 'your bank'}`;
    await sees(customer, 'redirect', name ? `Pay with ${name}` : 'Continue to pay', text);
    const go = link(customer, `Continue to ${name || 'your bank'}`);
    await expect(go).toHaveAttribute('href', addressIn(customer));
    await expect(go).toHaveAttribute('target', '_top');
    await press(go);
    await authorize(page);
    await page.waitForURL(/\/return\.html/);
  };

/** Scans the code from the screen, drawn or only given as a picture, with another device. */
export const scans =
  (name: string, app = name): Way =>
  async (customer) => {
    const { page, payload, onPhone, order } = customer;
    const how = onPhone ? `Open ${app}, scan, and choose the picture` : `Open ${app} on your phone`;
    await sees(customer, 'qr', `Pay with ${name}`, how);
    const code = page.getByRole('img', { name: new RegExp(`^QR code to pay .*with ${name}$`) });
    const text = await scan(code);
    const { data } = { ...payload, ...payload.qr_code };
    if (data) expect(text).toBe(data);
    expect(text).toContain(`/sandbox/qr/${intentId(order)}`);
    await elsewhere(page, async (phone) => {
      await phone.goto(text);
      await payScanned(phone);
    });
    await comeBack(page);
  };

/** Opens the code's own page, where a phone has only a picture that it cannot scan itself. */
export const opensCode =
  (name: string): Way =>
  async (customer) => {
    const { page, payload, press } = customer;
    await sees(customer, 'qr', `Pay with ${name}`, 'Save this code, or take a screenshot');
    await expect(page.getByRole('link', { name: 'Save the code' })).toHaveCount(0);
    const hosted = link(customer, 'Open the code on its own page');
    await expect(hosted).toHaveAttribute('href', payload.hosted_instructions_url);
    await expect(hosted).toHaveAttribute('target', '_blank');
    await inNewTab(page, () => press(hosted), payScanned);
    await comeBack(page);
  };

/** Taps the link into the wallet's app; `also` are the other links beside it. */
export const opensApp =
  (name: string, app = name, also: Record<string, string> = {}): Way =>
  async (customer) => {
    const { page, press, shop, order, payload } = customer;
    await sees(
      customer,
      'app',
      `Pay with ${name}`,
      `Confirm the payment in ${app}, then come back`,
    );
    const open = link(customer, `Open ${app}`);
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
export const scansLink =
  (name: string, app: string): Way =>
  async (customer) => {
    const { page } = customer;
    const how = `Scan this code with your phone’s camera to go on in ${app}.`;
    await sees(customer, 'app', `Pay with ${name}`, how);
    const address = await scan(
      page.getByRole('img', { name: `QR code that opens ${app} on your phone` }),
    );
    expect(address).toBe(addressIn(customer));
    await elsewhere(page, async (phone) => {
      await phone.goto(address);
      await authorize(phone);
    });
    await tell(customer, 'I have paid');
  };

/** On a desktop: takes the page's address to a phone, where the link is. */
export const takesToPhone =
  (name: string, app: string): Way =>
  async (customer) => {
    const { page, shop, order } = customer;
    const how = `This payment is made in ${app} on a phone. Open this page there to go on.`;
    await sees(customer, 'app', `Pay with ${name}`, how);
    await expect(link(customer, `Open ${app}`)).toHaveAttribute('href', addressIn(customer));
    const address = await copyAddress(customer);
    await elsewhere(page, async (phone) => {
      await phone.goto(address);
      await phone.getByRole('link', { name: `Open ${app}`, exact: true }).tap();
      await shop.simulate(order, 'succeed');
    });
    await tell(customer, 'I have paid');
  };

/** On a desktop: goes on in the browser all the same. */
export const opensPage =
  (name: string, app: string): Way =>
  async (customer) => {
    const { page, press } = customer;
    const how = `This payment is made in ${app} on a phone.`;
    await sees(customer, 'app', `Pay with ${name}`, how, 'Copy the address of this page');
    const go = link(customer, 'Continue in the browser');
    await expect(go).toHaveAttribute('href', addressIn(customer));
    await press(go);
    await authorize(page);
    await page.waitForURL(/\/return\.html/);
  };

/** The address that "Copy the address of this page" puts into the clipboard. */
export async function copyAddress(customer: Pick<Customer, 'page'>): Promise<string> {
  const { page } = customer;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the address of this page' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const address = await clipboard(page);
  expect(address).toBe(page.url());
  return address;
}

/** Takes the page's address into WeChat, whose bridge pays there. */
export const takesToWechat: Way = async (customer) => {
  const { page, order } = customer;
  const how = 'This payment can only be made inside WeChat. Open this page there to go on.';
  await sees(customer, 'wechat-jsapi', 'Pay with WeChat Pay', how);
  const address = await copyAddress(customer);
  const pay = async (wechat: Page) => {
    await installBridge(wechat, order, 'ok');
    await wechat.goto(address);
    await expect(wechat.getByText('Payment complete')).toBeVisible();
  };
  await elsewhere(page, pay, WECHAT);
  await tell(customer, 'I have paid');
};

/** Values under their names, each with a button to copy it. */
async function seesValues({ page, shop }: Customer, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const line = shop.widget.locator('.ps-detail:visible').filter({
      has: page.getByText(name, { exact: true }),
    });
    await expect(line.getByRole('definition').first()).toHaveText(value);
    await expect(line.getByRole('button', { name: `Copy ${name}` })).toBeVisible();
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

/** Opens the voucher on its own page, pays it there, and comes back to look. */
export const paysVoucher =
  (name: string, where: string, groups: Record<string, Record<string, string>>): Way =>
  async (customer) => {
    const { page, payload, press } = customer;
    await sees(customer, 'voucher', `Pay with ${name}`, where);
    await seesGroups(customer, groups);
    const end = new Date((payload.expires_at ?? payload.expires_after) * 1000);
    const date = end.toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' });
    await expect(page.getByText(`Pay by ${date}`)).toBeVisible();
    const open = link(customer, 'Open the voucher');
    await expect(open).toHaveAttribute('href', payload.hosted_voucher_url);
    await expect(open).toHaveAttribute('target', '_blank');
    const pdf = link(customer, 'Download as PDF');
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
    await tell(customer, 'Check again');
  };

/** Sends the money at the bank, all at once, and comes back to look. */
export const transfers =
  (amount: string, groups: Record<string, Record<string, string>>): Way =>
  async (customer) => {
    const { page, payload, press } = customer;
    await sees(customer, 'bank-transfer', 'Pay by bank transfer', 'Awaiting your transfer.');
    await seesValues(customer, { Amount: amount, Reference: payload.reference });
    await seesGroups(customer, groups);
    const open = link(customer, 'Open the instructions');
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
    await tell(customer, 'Check again');
  };

/** Enters what has arrived on the account. */
export const verifies =
  (linkName: string, text: string, fields: Record<string, string>): Way =>
  async (customer) => {
    const { page, payload, press } = customer;
    const at = new Date(payload.arrival_date * 1000);
    const day = at.toLocaleDateString('en-US', { dateStyle: 'long' });
    await sees(customer, 'await', 'Verify your bank account', `in your account by ${day}`, text);
    const open = link(customer, linkName);
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
    await tell(customer, 'Check again');
  };

/** Agrees in an app, outside of any page. */
export const approves =
  (app: string): Way =>
  async (customer) => {
    const { shop, order } = customer;
    const how = `Open ${app} on your phone and approve the payment.`;
    await sees(customer, 'await', 'Approve the payment', how);
    await shop.simulate(order, 'succeed');
    await tell(customer, 'Check again');
  };

/** Hears of a charge that the bank announces, with or without a say in it. */
export const isNotified =
  (title: string, words: (date: Date) => string): Way =>
  async (customer) => {
    const { shop, order, payload } = customer;
    await sees(customer, 'await', title, words(new Date(payload.charge_attempt_at * 1000)));
    await shop.simulate(order, 'succeed');
    await tell(customer, 'Check again');
  };

/** Is asked by the issuer in the dialog, after the device data were collected unseen. */
export const isChallenged: Way = async ({ page, shop, press }) => {
  await expect(shop.widget).toHaveAttribute('data-step', 'challenge');
  const issuer = page.getByRole('dialog').frameLocator('iframe');
  await issuer.getByRole('textbox').fill('1234');
  await press(issuer.getByRole('button', { name: 'Authenticate' }));
  await shop.expectPhase('succeeded');
  const steps = (await shop.told()).map(({ step }) => step).filter(Boolean);
  expect([...new Set(steps)]).toEqual(['fingerprint', 'challenge']);
};

/** Meets a step that this page cannot show; it is watched all the same. */
export const cannot =
  (step: 'delegate' | 'unsupported', title: string, text: string): Way =>
  async (customer) => {
    const { shop, order } = customer;
    await sees(customer, step, title, text);
    await shop.simulate(order, 'succeed');
    await tell(customer, 'Check again');
  };
