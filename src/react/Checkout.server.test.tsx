import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { intentWithAction, type Json, QR, SECRET } from '../checkout/testing/createTestCheckout.ts';
import { createGateway } from '../gateway/index.ts';
import { DEVICES, type DeviceName } from '../step/testing/devices.ts';
import { example } from '../step/testing/examples.ts';
import { Checkout, type CheckoutProps } from './index.ts';
import { NOW, passTime, stopClock } from './testing/clock.ts';
import { fakeFrames } from './testing/frames.ts';

const BROWSER = ['window', 'document', 'navigator', 'location', 'sessionStorage', 'performance'];

function page(props: Partial<CheckoutProps>, answer: Json = QR) {
  const gateway = createGateway({
    gateway: 'stripe',
    publishableKey: 'pk_test_1',
    fetch: async () => Response.json(answer),
  });
  const given = { gateway, clientSecret: SECRET, locale: 'en' };
  return <Checkout {...given} {...props} />;
}

/** Renders as a server does: without anything of a browser. */
function renderOnServer(props: Partial<CheckoutProps>): string {
  for (const name of BROWSER) vi.stubGlobal(name, undefined);
  try {
    return renderToString(page(props));
  } finally {
    vi.unstubAllGlobals();
  }
}

/** Brings the server's markup to life, and gives every complaint of React's. */
async function hydrate(markup: string, props: Partial<CheckoutProps>, answer?: Json) {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const place = document.createElement('div');
  document.body.append(place);
  place.innerHTML = markup;
  const before = place.querySelector('section');
  fakeFrames();
  const root = await act(async () =>
    hydrateRoot(place, page(props, answer), {
      onRecoverableError: (error) => console.error(error),
    }),
  );
  onTestFinished(() => act(async () => root.unmount()));
  await passTime();
  return { place, before, complaints: complaints.mock.calls };
}

it('gives its loading screen on a server', () => {
  const markup = renderOnServer({});
  expect(markup).toContain('data-phase="loading"');
  expect(markup).toContain('Loading your payment…');
});

it('gives the code on a server that has just made the PaymentIntent', () => {
  const markup = renderOnServer({ initialIntent: QR });
  expect(markup).toContain('data-step="qr"');
  expect(markup).toMatch(/<path d="M\d/);
});

it('never puts the secret into the markup', () => {
  const initialIntent = { ...QR, client_secret: SECRET };
  expect(renderOnServer({ initialIntent })).not.toContain('secret');
});

const url = 'https://pay.example/page';
const PHONE_UA =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1';
const LOADING = 'Loading your payment…';

const shown = (type: string) => intentWithAction(type, example(type));
const ALIPAY = intentWithAction('alipay_handle_redirect', { url });
const WECHAT_PAGE = intentWithAction('wechat_pay_redirect_to_web', { url });
const BRIDGE = shown('wechat_pay_official_account_params');
const TRANSFER = shown('display_bank_transfer_instructions');
const KONBINI = intentWithAction('konbini_display_details', {
  ...example('konbini_display_details'),
  expires_at: 0,
});
const PIX = intentWithAction('pix_display_qr_code', {
  data: '000201',
  expires_at: (NOW + 60_000) / 1000,
});

/** Steps of each kind on a device, and words that are in the markup where the server knows both. */
const KINDS: [kind: string, device: DeviceName, step: Json, words: string][] = [
  ['qr', 'iphone', QR, 'Save this code, or take a screenshot'],
  ['qr', 'wechat', QR, 'Press and hold the code to save it'],
  ['qr', 'iphone', PIX, 'Copy the code as text'],
  ['app', 'iphone', ALIPAY, 'Open Alipay'],
  ['app', 'wechat', ALIPAY, 'Copy the address of this page'],
  ['app', 'desktop', WECHAT_PAGE, 'Copy the address of this page'],
  ['voucher', 'iphone', KONBINI, 'FamilyMart'],
  ['bank-transfer', 'desktop', TRANSFER, 'SWIFT code'],
  ['await', 'iphone', shown('blik_authorize'), 'Approve the payment'],
  ['await', 'iphone', shown('verify_with_microdeposits'), 'Two small amounts'],
  // What acts by itself waits for the gateway.
  ['wechat-jsapi', 'wechat', BRIDGE, LOADING],
  ['redirect', 'desktop', ALIPAY, LOADING],
  ['fingerprint', 'desktop', intentWithAction('ddc_redirect', { url }), LOADING],
  ['challenge', 'desktop', intentWithAction('challenge_redirect', { url }), LOADING],
  ['sdk', 'desktop', shown('use_stripe_sdk'), LOADING],
  ['unsupported', 'desktop', intentWithAction('carrier_pigeon', {}), LOADING],
];

describe.each(KINDS)('a step of kind %s on %s', (kind, device, step, words) => {
  const told = { initialIntent: step, device: DEVICES[device], redirect: 'button' } as const;

  it('comes from a server that knows the device, and to life without a complaint', async () => {
    stopClock();
    sessionStorage.clear();
    const markup = renderOnServer(told);
    expect(markup).toContain(words);
    const { place, before, complaints } = await hydrate(markup, told, step);
    expect(before).toBeTruthy();
    expect(place.querySelector('section')).toBe(before);
    expect(before?.dataset.step).toBe(kind);
    expect(complaints.filter(([word]) => !String(word).startsWith('Paystep:'))).toEqual([]);
  });

  it('comes from a server that does not know the device', () => {
    const markup = renderOnServer({ ...told, device: undefined });
    expect(markup).toContain(kind === 'qr' ? 'Scan this code' : LOADING);
  });
});

it.each([
  ['a phone', PHONE_UA, 'Save this code, or take a screenshot'],
  ['WeChat', `${PHONE_UA} MicroMessenger/8.0.50`, 'Press and hold the code to save it'],
  ['a desktop', navigator.userAgent, 'Scan this code'],
])('draws a desktop’s words for a code, and %s’s own once it is alive', async (...where) => {
  const [, userAgent, words] = where;
  stopClock();
  const props = { initialIntent: QR };
  const markup = renderOnServer(props);
  expect(markup).toContain('Scan this code');
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
  const { place, before, complaints } = await hydrate(markup, props);
  expect(complaints).toEqual([]);
  expect(place.querySelector('section')).toBe(before);
  expect(place.querySelector('.ps-steps')?.textContent).toContain(words);
});

it('counts down only in a browser, whose clock may differ from the server’s', async () => {
  stopClock();
  const props = { initialIntent: PIX };
  const markup = renderOnServer(props);
  expect(markup).not.toContain('Expires in');
  vi.setSystemTime(NOW + 20_000);
  const { place, complaints } = await hydrate(markup, props, PIX);
  expect(complaints).toEqual([]);
  expect(place.querySelector('[role=timer]')?.textContent).toBe('Expires in 0:40');
});

it.each<[string, Partial<CheckoutProps>, string]>([
  ['nothing', {}, navigator.userAgent],
  ['an outcome to be confirmed', { initialIntent: { ...QR, status: 'succeeded' } }, ''],
  ['a wallet’s step, but no phone', { initialIntent: ALIPAY }, PHONE_UA],
])('comes to life without a complaint where the server knew %s', async (_, props, userAgent) => {
  stopClock();
  const markup = renderOnServer(props);
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
  const answer = (props.initialIntent ?? QR) as Json;
  const { place, before, complaints } = await hydrate(markup, props, answer);
  expect(complaints).toEqual([]);
  expect(place.querySelector('section')).toBe(before);
  expect(before?.dataset.phase).not.toBe('loading');
});
