import { act, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { intentWithAction, type Json } from '../../checkout/testing/createTestCheckout.ts';
import { DEVICES, type DeviceName } from '../../step/testing/devices.ts';
import { heading, linkTo, type Options, openCheckout } from '../testing/openCheckout.tsx';
import { hidePage, showPage } from '../testing/page.ts';

const url = 'https://wallet.example/pay';
const ALIPAY_PLUS = {
  normalUrl: 'https://wallet.example/page',
  applinkUrl: 'https://wallet.example/app',
  schemeUrl: 'gcash://pay?id=1',
};
const STEP = intentWithAction('alipayplus_handle_redirect', ALIPAY_PLUS);
const COPY = 'Copy the address of this page';

const openOn = (device: DeviceName, step: Json, options?: Options) =>
  openCheckout(step, { device: DEVICES[device], locale: 'en', ...options });

it('offers each way into the wallet as a link, and opens none by itself', async () => {
  const leave = vi.spyOn(location, 'assign');
  const { root } = await openOn('android', STEP);
  expect(root.dataset.step).toBe('app');
  expect(heading()).toBe('Pay with Alipay+');
  expect(linkTo('Open your wallet app')).toMatchObject({
    href: 'https://wallet.example/app',
    target: '_top',
  });
  expect(linkTo('Continue in the browser').href).toBe('https://wallet.example/page');
  expect(linkTo('Open the app directly').href).toBe('gcash://pay?id=1');
  expect(leave).not.toHaveBeenCalled();
});

it('sends the Referer along, without which a wallet’s page may refuse to pay', async () => {
  await openOn('android', STEP);
  for (const link of screen.getAllByRole('link')) {
    expect(link.getAttribute('rel')).toBeNull();
    expect(link.getAttribute('referrerpolicy')).toBe('origin');
  }
});

it('reads again when the customer says to have paid', async () => {
  const { click, reads } = await openOn('android', STEP);
  await click('I have paid');
  expect(reads).toHaveLength(2);
});

it.each([
  ['alipay_handle_redirect', { url }, 'Alipay', 'Alipay'],
  ['wechat_pay_redirect_to_web', { url }, 'WeChat Pay', 'WeChat'],
  ['swish_handle_redirect_or_display_qr_code', { mobile_auth_url: url }, 'Swish', 'Swish'],
  [
    'cashapp_handle_redirect_or_display_qr_code',
    { mobile_auth_url: url },
    'Cash App Pay',
    'Cash App',
  ],
])('names the method and the app of %s', async (type, payload, method, app) => {
  await openOn('iphone', intentWithAction(type, payload));
  expect(heading()).toBe(`Pay with ${method}`);
  expect(linkTo(`Open ${app}`).href).toBe(url);
  expect(screen.getByText(`Confirm the payment in ${app}, then come back here.`)).toBeTruthy();
});

const UPI = intentWithAction('upi_handle_redirect_or_display_qr_code', {
  hosted_instructions_url: url,
  qr_code: { data: 'upi://pay?pa=tea@bank&am=18.00&cu=INR' },
});

it('lets an iPhone’s customer choose the UPI app, of which no page knows which are there', async () => {
  const { tap, root } = await openOn('iphone', UPI);
  expect(heading()).toBe('Pay with UPI');
  expect(screen.getByText('Choose your app')).toBeTruthy();
  const links = screen.getAllByRole<HTMLAnchorElement>('link');
  const query = '?pa=tea@bank&am=18.00&cu=INR';
  expect(links.map(({ textContent, href }) => [textContent, href])).toEqual([
    ['Google Pay', `tez://upi/pay${query}`],
    ['PhonePe', `phonepe://pay${query}`],
    ['Paytm', `paytmmp://pay${query}`],
    ['Another app', `upi://pay${query}`],
  ]);
  expect(await tap('PhonePe')).toBe(true);
  expect(root.textContent).toContain('Choose your app');
});

it('offers the same apps to who has come back unpaid', async () => {
  const { tap, root } = await openOn('iphone', UPI);
  await tap('Paytm');
  await act(async () => hidePage());
  await act(async () => showPage());
  expect(root.textContent).toContain('Have you paid in your wallet app?');
  expect(linkTo('Google Pay').href).toMatch(/^tez:/);
  expect(screen.queryByRole('link', { name: 'Pay again' })).toBeNull();
});

it('leaves the choice of the UPI app to Android', async () => {
  await openOn('android', UPI);
  expect(linkTo('Open your wallet app').href).toMatch(/^upi:/);
  expect(screen.getAllByRole('link')).toHaveLength(1);
});

it.each([
  ['agrees', () => Promise.resolve()],
  ['refuses', () => Promise.reject(new Error('No.'))],
  [
    'throws',
    () => {
      throw new Error('No.');
    },
  ],
])('opens the app without waiting for a shop that %s', async (_, beforeRedirect) => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const asked = vi.fn(beforeRedirect);
  const { tap } = await openOn('iphone', STEP, { beforeRedirect: asked });
  expect(asked).not.toHaveBeenCalled();
  expect(await tap('Open your wallet app')).toBe(true);
  expect(asked).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'app' }));
});

it('leads out of WeChat, where Alipay does not open, and still lets the customer try', async () => {
  const { user, root } = await openOn(
    'wechat',
    intentWithAction('alipay_handle_redirect', { url }),
  );
  history.replaceState(null, '', '/checkout?order=7');
  expect(screen.getByText('Alipay cannot be used inside this app.')).toBeTruthy();
  expect(screen.getByText(/Open this page in your browser: tap the menu/)).toBeTruthy();
  expect(root.querySelector('.ps-button:not(.ps-quiet)')).toBeNull();
  expect(linkTo('Open Alipay').href).toBe(url);
  await user.click(screen.getByRole('button', { name: COPY }));
  expect(await navigator.clipboard.readText()).toBe(location.href);
  expect(location.href).toContain('order=7');
});

it('says inside WeChat that its page for other browsers is not for there', async () => {
  await openOn('wechat', intentWithAction('wechat_pay_redirect_to_web', { url }));
  expect(screen.getByText('This payment cannot be made inside WeChat.')).toBeTruthy();
  expect(screen.getByRole('button', { name: COPY })).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});

it('keeps a client secret out of the address that the customer takes along', async () => {
  const { click } = await openOn('wechat', intentWithAction('alipay_handle_redirect', { url }));
  history.replaceState(null, '', '/back?order=7&payment_intent_client_secret=pi_1_secret_2');
  await click(COPY);
  const address = await navigator.clipboard.readText();
  expect(address).toContain('order=7');
  expect(address).not.toContain('secret');
});

it.each([
  ['wechat', intentWithAction('alipay_handle_redirect', { url }), 'Open Alipay'],
  ['desktop', intentWithAction('wechat_pay_redirect_to_web', { url }), 'Continue in the browser'],
] as const)('tells the shop also of a link that is followed on %s', async (device, step, link) => {
  const beforeRedirect = vi.fn();
  const { tap } = await openOn(device, step, { beforeRedirect });
  expect(await tap(link)).toBe(true);
  expect(beforeRedirect).toHaveBeenCalledOnce();
});

it('shows on a desktop a code that the phone’s camera takes over', async () => {
  const link = 'https://wx.example/universal?a=1';
  await openOn('desktop', intentWithAction('wechat_pay_redirect_to_ios_app', { native_url: link }));
  expect(screen.getByRole('img', { name: 'QR code that opens WeChat on your phone' })).toBeTruthy();
  expect(
    screen.getByText(/Scan this code with your phone’s camera to go on in WeChat/),
  ).toBeTruthy();
  expect(linkTo('Continue in the browser').href).toBe(link);
  expect(screen.queryByRole('button', { name: COPY })).toBeNull();
});

it.each([
  [
    'for the shop’s own page only',
    'wechat_pay_redirect_to_web',
    { url },
    'Continue in the browser',
  ],
  [
    'for this device’s app only',
    'wechat_pay_redirect_to_ios_app',
    { native_url: 'weixin://a' },
    'Open WeChat',
  ],
])('sends a desktop to the phone where a link is %s', async (_, type, payload, link) => {
  await openOn('desktop', intentWithAction(type, payload));
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.getByText(/only be made in WeChat on a phone. Open this page there/)).toBeTruthy();
  expect(screen.getByRole('button', { name: COPY })).toBeTruthy();
  expect(linkTo(link)).toBeTruthy();
});

it('reads on a desktop, too, when the customer says to have paid', async () => {
  const { click, reads } = await openOn(
    'desktop',
    intentWithAction('wechat_pay_redirect_to_web', { url }),
  );
  await click('I have paid');
  expect(reads).toHaveLength(2);
});
