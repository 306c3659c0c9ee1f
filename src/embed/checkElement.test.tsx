import { expect, it, vi } from 'vitest';
import { QR, SECRET } from '../checkout/testing/createTestCheckout.ts';
import { passTime } from '../react/testing/clock.ts';
import { isIgnoredAttribute } from './ignoredAttributes.ts';
import { mayHaveMistakes } from './lazy/checkElement.ts';
import { mount } from './mount.ts';
import { readOptions } from './options.ts';
import { createElement, openShop, place } from './testing/renderElement.ts';

/** Lines are said once a page; each of these is another. */
function listen() {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  return () => spy.mock.calls.map(([line]) => String(line));
}

it.each<[Record<string, string | null>, RegExp]>([
  [{ 'client-secret': null }, /no client secret for 5 seconds.*attribute client-secret/],
  [{ clientsecret: SECRET }, /no attribute clientsecret\. Did you mean client-secret/],
  [{ pk: 'pk_test_1' }, /no attribute pk\. Did you mean publishable-key/],
  [{ redirect: 'popups' }, /redirect is "popups"/],
  [
    { 'api-base': 'http://localhost:4242/wooshpay' },
    /gateway is "stripe", and api-base is wooshpay/,
  ],
  [{ locale: 'xx' }, /locale is "xx"/],
  [{ 'on-complete': 'done()' }, /attribute on-complete does nothing\. Set .*element\.onSuccess/],
  [{ onrefresh: 'renew()' }, /attribute onrefresh does nothing\. Set .*element\.onRetry/],
  [{ callbacks: '{}' }, /no attribute callbacks\. .*onSuccess/],
  [{ 'continue-url': '/next' }, /attribute continue-url is not known to this version/],
  [{ 'stripe-account': 'acct_1' }, /no attribute stripe-account\. Did you mean account/],
  [{ account: 'acct_1', gateway: 'wooshpay' }, /wooshpay has no connected accounts/],
  [{ account: 'pk_test_1' }, /account is malformed/],
  [{ 'client-secret': 'cs_test_1_secret_2' }, /belongs to a Checkout Session/],
])('what is wrong with an element is said: %j', async (attributes, words) => {
  const said = listen();
  await place(QR, attributes);
  await passTime(6_000);
  expect(said().filter((line) => words.test(line))).toHaveLength(1);
  expect(said().filter((line) => line.includes(SECRET) || /pk_test_\w/.test(line))).toEqual([]);
});

it('a property that is misspelt is said, and none that is right or a framework’s', async () => {
  const said = listen();
  openShop(QR);
  const mistaken = { returnUrls: '/back', onPaid: () => {}, __reactProps$1: {}, _value: 1 };
  const element = Object.assign(createElement(), mistaken, { onSucces: () => {} });
  element.returnUrl = '/back';
  element.onFailure = () => {};
  document.body.append(element);
  await passTime(2_000);
  expect(said()).toEqual([
    expect.stringMatching(/no property returnUrls\. Did you mean returnUrl/),
    expect.stringMatching(/no property onPaid\. Did you mean onSuccess/),
    expect.stringMatching(/no property onSucces\. Did you mean onSuccess/),
  ]);
});

it('a name that is misspelt in mount() is said', async () => {
  const said = listen();
  openShop(QR);
  const options = { gateway: 'stripe', publishableKey: 'pk_test_1', clientSecret: SECRET };
  mount(document.body, {
    ...options,
    ...{ onComplete: () => {}, title: 'no option, but harmless' },
  });
  await passTime(2_000);
  expect(said()).toEqual([
    expect.stringMatching(/no property onComplete\. Did you mean onSuccess/),
  ]);
});

it('what is changed is looked at again', async () => {
  const said = listen();
  const { element } = await place(QR);
  await passTime(10_000);
  expect(said()).toEqual([]);
  element.setAttribute('theme', 'night');
  await passTime(2_000);
  expect(said()).toEqual([expect.stringMatching(/theme is "night"/)]);
});

it('nothing is said of what has been taken away', async () => {
  const said = listen();
  const { element } = await place(QR, { redirect: 'sideways' });
  element.remove();
  await passTime(6_000);
  expect(said()).toEqual([]);
});

it('the first file sees what has not come, and what is misspelt on the element', () => {
  const element = createElement({ 'client-secret': null });
  const odd = (place: Element, isWaiting: boolean) =>
    mayHaveMistakes(place, readOptions(place, {}), isWaiting);
  expect(odd(element, false)).toBeFalsy();
  expect(odd(element, true)).toBeTruthy();
  expect(odd(Object.assign(createElement(), { onSucces: () => {} }), false)).toBeTruthy();
  expect(odd(Object.assign(createElement(), { clientSecret: SECRET }), false)).toBeFalsy();
  expect(odd(Object.assign(createElement(), { __vnode: {} }), false)).toBeFalsy();
});

it.each([
  'class',
  'id',
  'style',
  'slot',
  'part',
  'data-phase',
  'aria-label',
  'onclick',
  'onchange',
  'onerror',
  'onpaystep-success',
  'v-if',
  'ng-model',
  '_ngcontent-abc-1',
  'x-data',
  '@click',
  ':key',
  '[prop]',
  '(event)',
  '#ref',
  'hx-get',
])('%s is another’s attribute', (name) => {
  expect(isIgnoredAttribute(name, createElement())).toBe(true);
});

it.each([
  'client_secret',
  'clientsecret',
  'pk',
  'api-url',
  'returnurl',
  'on-complete',
  'onrefresh',
])('%s may be meant for Paystep', (name) => {
  expect(isIgnoredAttribute(name, createElement())).toBe(false);
});

it.each<[Record<string, string | null>, boolean]>([
  [{}, false],
  [{ redirect: '', theme: '', locale: 'pt-BR' }, false],
  [{ 'api-base': 'http://localhost:4242/stripe', 'payment-method-types': 'blik' }, false],
  [{ 'setup-future-usage': 'on_session', consent: 'Keep it' }, false],
  [{ 'setup-future-usage': 'on_session' }, true],
  [{ 'setup-future-usage': 'always', consent: 'Keep it' }, true],
  [{ 'api-base': 'http://localhost:4242/wooshpay' }, true],
  [{ theme: 'night' }, true],
  [{ account: 'acct_1' }, false],
  [{ account: 'acct_1', gateway: 'wooshpay' }, true],
  [{ 'client-secret': 'cs_test_1_secret_2' }, true],
  [{ locale: 'xx' }, true],
  [{ clientsecret: 'x' }, true],
])(
  'the script tag’s first file sends for the rest where something is odd: %j %s',
  (attributes, wanted) => {
    const element = createElement(attributes);
    expect(Boolean(mayHaveMistakes(element, readOptions(element, {}), false))).toBe(wanted);
  },
);

it('what this version does not know is told, however it was given', async () => {
  const said = listen();
  openShop(QR);
  const options = { gateway: 'stripe', publishableKey: 'pk_test_1', clientSecret: SECRET };
  mount(document.body, { ...options, ...{ callbacks: {}, reference: '7' } });
  await passTime(2_000);
  expect(said()).toEqual([
    expect.stringMatching(/no property callbacks\. .*onSuccess/),
    expect.stringMatching(/property reference is not known to this version/),
  ]);
});

it('what is misspelt in a later update() is told', async () => {
  const said = listen();
  openShop(QR);
  const options = { gateway: 'stripe', publishableKey: 'pk_test_1', clientSecret: SECRET };
  const checkout = mount(document.body, options);
  await passTime(6_000);
  checkout.update({ locale: 'en', ...{ methods: ['blik'] } });
  await passTime(2_000);
  expect(said()).toEqual([expect.stringMatching(/no property methods\. .*paymentMethodTypes/)]);
});
