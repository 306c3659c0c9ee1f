import { expect, it, vi } from 'vitest';
import {
  intent,
  intentWithAction,
  QR,
  SECRET,
  SETUP_SECRET,
  setupIntent,
} from '../checkout/testing/createTestCheckout.ts';
import type { CheckoutProps } from './index.ts';
import { passTime } from './testing/clock.ts';
import { openCheckout } from './testing/openCheckout.tsx';

/** Lines are said once a page; each of these is another. */
async function said(
  wrong: Record<string, unknown>,
  first: Parameters<typeof openCheckout>[0] = QR,
): Promise<string[]> {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  await openCheckout(first, { locale: 'en', strict: true, ...(wrong as Partial<CheckoutProps>) });
  await passTime(6_000);
  return spy.mock.calls.map(([line]) => String(line));
}

it.each<[string, Record<string, unknown>, RegExp]>([
  ['no client secret', { clientSecret: undefined }, /no client secret for 5 seconds.*clientSecret/],
  ['a redirect', { redirect: 'popups' }, /redirect is "popups", so it counts as auto/],
  ['a theme', { theme: 'night' }, /theme is "night"/],
  ['a language', { locale: 'xx' }, /locale is "xx", for which there are no words/],
  ['no language', { locale: 'de_DE_!' }, /locale is its value, which is no language tag/],
  ['a usage', { setupFutureUsage: 'always', consent: 'Yes' }, /setupFutureUsage is "always"/],
  ['consent', { setupFutureUsage: 'on_session' }, /setupFutureUsage is not sent without consent/],
  ['paymentMethodTypes', { paymentMethodTypes: 'blik' }, /paymentMethodTypes is no list/],
  ['a callback', { onComplet: () => {} }, /no option onComplet\. Did you mean onSuccess/],
  ['a theme’s value', { theme: {} }, /theme is of type object, so it looks/],
  ['a customer', { customer: 'Ana' }, /customer is no object: it is a string/],
  ['a customer’s name', { customer: { name: 7 } }, /customer\.name is no text/],
  ['messages', { messages: 'de' }, /messages is no object: it is a string/],
  ['a text’s name', { messages: { pay: { refuzed: 'No' } } }, /messages\.pay\.refuzed.*refused/],
  ['a text', { messages: { pay: 'x' } }, /messages\.pay is no group of texts/],
  ['a return URL', { returnUrl: 7 }, /returnUrl is no text: it is a number/],
  ['a script', { returnUrl: 'javascript:alert(1)' }, /returnUrl is its value, which is no URL/],
  ['a stream', { updatesUrl: '::' }, /updatesUrl is "::", which is no URL/],
  ['an onChange', { onChange: 'x' }, /onChange is no function, and is not called/],
  ['a retrieve', { retrieve: 'x' }, /retrieve is no function/],
  ['a maker', { createPaymentMethod: 'text' }, /createPaymentMethod is no function/],
  ['an icon', { icon: 'x' }, /icon is no function/],
  ['card fields', { cardFields: {} }, /cardFields is nothing that React can render/],
  ['an API name', { return_url: '/' }, /no option return_url\. Did you mean returnUrl/],
])('what is wrong is said once, in StrictMode too: %s', async (_, wrong, words) => {
  const lines = await said(wrong);
  expect(lines).toEqual([expect.stringMatching(words)]);
  expect(lines[0]).not.toContain(SECRET);
});

it.each<Record<string, unknown>>([
  {},
  { redirect: 'popup', theme: 'dark', locale: 'pt-BR', paymentMethodTypes: ['blik'] },
  { setupFutureUsage: 'off_session', consent: 'Keep it' },
  { locale: 'nl', messages: { payment: 'Betaling' } },
  { locale: 'en_US', id: 'checkout', children: null, 'data-x': 1 },
])('what is right is not said: %j', async (right) => {
  expect(await said(right)).toEqual([]);
});

it('a payment that the gateway does not know is said with the likely cause', async () => {
  expect(await said({}, { http: 404 })).toEqual([
    expect.stringMatching(/Paystep: The gateway knows no such PaymentIntent/),
  ]);
});

it('what keeps a method from the list is said', async () => {
  const types = ['blik', 'card'];
  const payable = intent({ status: 'requires_payment_method', payment_method_types: types });
  expect(await said({ paymentMethodTypes: ['blick', 'card', 'blik'] }, payable)).toEqual([
    expect.stringMatching(/card cannot be offered without createPaymentMethod/),
    expect.stringMatching(/paymentMethodTypes names "blick".*Did you mean blik\?/),
  ]);
});

it('a step that is as it should be is not said', async () => {
  expect(await said({}, intentWithAction('blik_authorize', {}))).toEqual([]);
});

it('says that a SetupIntent takes no setupFutureUsage, and nothing where it gets none', async () => {
  const options = {
    consent: 'Yes',
    clientSecret: SETUP_SECRET,
    createPaymentMethod: async () => null,
  };
  expect(await said(options, setupIntent())).toEqual([]);
  expect(await said({ ...options, setupFutureUsage: 'on_session' }, setupIntent())).toEqual([
    expect.stringMatching(/setupFutureUsage is not sent for a SetupIntent/),
  ]);
});
