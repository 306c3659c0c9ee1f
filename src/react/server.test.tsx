import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, onTestFinished, vi } from 'vitest';
import { asks, type Json, QR, SECRET } from '../checkout/testing/world.ts';
import { createGateway } from '../gateway/index.ts';
import type { Device } from '../step/index.ts';
import { Checkout, type CheckoutProps } from './index.ts';
import { pass, stopClock } from './testing/clock.ts';

const BROWSER = ['window', 'document', 'navigator', 'location', 'sessionStorage', 'performance'];
const PHONE: Device = { form: 'mobile', os: 'ios', inApp: null };

function page(props: Partial<CheckoutProps>, answer: Json = QR) {
  const gateway = createGateway({
    gateway: 'stripe',
    publishableKey: 'pk_test_1',
    fetch: async () => Response.json(answer),
  });
  return <Checkout gateway={gateway} clientSecret={SECRET} locale="en" {...props} />;
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
  const root = await act(async () =>
    hydrateRoot(place, page(props, answer), {
      onRecoverableError: (error) => console.error(error),
    }),
  );
  onTestFinished(() => act(async () => root.unmount()));
  await pass();
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

const ALIPAY = asks('alipay_handle_redirect', { url: 'https://wallet.example/pay' });
const PHONE_UA = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148';

it.each<[string, Partial<CheckoutProps>, string]>([
  ['nothing', {}, navigator.userAgent],
  ['the code', { initialIntent: QR }, navigator.userAgent],
  ['an outcome to be confirmed', { initialIntent: { ...QR, status: 'succeeded' } }, ''],
  ['a wallet’s step and the phone', { initialIntent: ALIPAY, device: PHONE }, PHONE_UA],
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
