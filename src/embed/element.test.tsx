import { expect, it, vi } from 'vitest';
import { intent, intentWithAction, PAID, QR } from '../checkout/testing/createTestCheckout.ts';
import { createGateway } from '../gateway/index.ts';
import { passTime } from '../react/testing/clock.ts';
import { postMessageFrom } from '../react/testing/frames.ts';
import { attributeOf, OPTIONS, STRING_OPTIONS } from './options.ts';
import { headingOf, inside, PK, place, settle } from './testing/renderElement.ts';

const REDIRECT = intentWithAction('gcash_handle_redirect', { url: 'https://wallet.example/pay' });

it('shows the checkout in an open shadow root', async () => {
  const { element } = await place(QR);
  expect(element.shadowRoot?.mode).toBe('open');
  expect(inside(element).getByRole('img', { name: /QR code/ })).toBeTruthy();
});

it.each([
  ['api.stripe.com', { gateway: 'stripe' }],
  ['apitest.wooshpay.com', { gateway: 'wooshpay' }],
  ['api.wooshpay.com', { gateway: 'wooshpay', 'publishable-key': 'pk_live_1' }],
  ['shop.example', { 'api-base': 'https://shop.example/proxy/' }],
])('reads from %s for %o', async (host, attributes) => {
  const { reads } = await place(QR, attributes);
  expect(reads).toHaveLength(1);
  expect(reads[0]?.url.host).toBe(host);
});

it.each([
  ['de', '20,99'],
  ['en', '20.99'],
])('writes the amount as in %s', async (locale, amount) => {
  const { element } = await place(QR, { locale });
  expect(inside(element).getByRole('img').getAttribute('aria-label')).toContain(amount);
});

it.each([
  ['auto', 'Taking you to GCash…', 1],
  ['Button?', 'Taking you to GCash…', 1],
  ['button', 'Pay with GCash', 0],
  ['popup', 'Pay with GCash', 0],
])('leaves the shop as redirect="%s" says', async (redirect, title, departures) => {
  sessionStorage.clear();
  const leave = vi.spyOn(location, 'assign').mockImplementation(() => {});
  const { element } = await place(REDIRECT, { redirect });
  await settle();
  expect(headingOf(element)).toBe(title);
  expect(leave).toHaveBeenCalledTimes(departures);
});

it('expects the customer back at its return-url', async () => {
  const { element, reads } = await place(
    intentWithAction('challenge_redirect', { url: 'https://acs.test/' }),
    {
      'return-url': 'https://back.example/thanks',
    },
  );
  const source = element.shadowRoot?.querySelector('iframe')?.contentWindow;
  postMessageFrom({ source });
  await settle();
  expect(reads).toHaveLength(1);
  postMessageFrom({ source, origin: 'https://back.example' });
  await settle();
  expect(reads).toHaveLength(2);
});

it('paints its initial-intent before any answer, and reads it at once', async () => {
  const { element, reads } = await place('silence', { 'initial-intent': JSON.stringify(QR) });
  expect(element.dataset).toMatchObject({ phase: 'action', step: 'qr' });
  expect(reads).toHaveLength(1);
});

it('takes no outcome from its initial-intent', async () => {
  const { element } = await place('silence', { 'initial-intent': JSON.stringify(PAID) });
  expect(element.dataset.phase).toBe('loading');
});

it('reads an unusable initial-intent instead, without quoting it', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { element } = await place(QR, { 'initial-intent': '{"client_secret":"pi_1_secret_2"' });
  expect(element.dataset.step).toBe('qr');
  expect(warn).toHaveBeenCalled();
  expect(JSON.stringify(warn.mock.calls)).not.toMatch(/secret/);
});

it('listens at the URL of its updates', async () => {
  const opened: string[] = [];
  vi.stubGlobal(
    'EventSource',
    class {
      constructor(address: string) {
        opened.push(address);
      }
      close() {}
    },
  );
  await place(QR, { 'updates-url': 'https://shop.example/updates' });
  expect(opened).toEqual(['https://shop.example/updates']);
});

it.each([
  [QR, { phase: 'action', step: 'qr', status: 'requires_action' }],
  [PAID, { phase: 'succeeded', status: 'succeeded' }],
  [intent({ status: 'new_status' }), { phase: 'processing', status: 'new_status' }],
  [{ http: 404 }, { phase: 'unavailable' }],
  ['silence' as const, { phase: 'loading' }],
])('mirrors the state of %o on itself', async (answer, data) => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { element } = await place(answer);
  expect({ ...element.dataset }).toEqual(data);
});

it('takes the mark of a step away with the step', async () => {
  const { element, answerNext } = await place(QR);
  await answerNext(PAID);
  expect({ ...element.dataset }).toEqual({ phase: 'succeeded', status: 'succeeded' });
});

it('waits for its client-secret, and tells the developer alone, once', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { element, reads, events, answerNext } = await place(QR, { 'client-secret': null });
  await passTime(4_900);
  expect(log).not.toHaveBeenCalled();
  await passTime(60_000);
  expect([element.dataset.phase, reads.length, events.length]).toEqual(['loading', 0, 0]);
  expect(headingOf(element)).toBe('Loading your payment…');
  element.setAttribute('client-secret', 'pi_1_secret_2');
  await answerNext(QR);
  expect(element.dataset.step).toBe('qr');
  expect(log.mock.calls).toEqual([[expect.stringContaining('no client secret')]]);
});

it('says that its publishable-key is missing, and goes on when it comes', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { element, reads, answerNext } = await place(QR, { 'publishable-key': null });
  await passTime(100);
  expect([element.dataset.phase, reads.length]).toEqual(['unavailable', 0]);
  expect(log).toHaveBeenCalledWith(expect.stringContaining('publishable key is missing'));
  element.setAttribute('publishable-key', PK);
  await answerNext(QR);
  expect(element.dataset.step).toBe('qr');
});

it('takes over what was set before the script had come', async () => {
  const { element } = await place(QR, { locale: 'en' });
  element.remove();
  await passTime();
  const onChange = vi.fn();
  const early = { onChange, locale: 'de', gateway: 'stripe', assetsBase: '/paystep/' };
  // What a plain element keeps until it is made one of ours.
  for (const [name, value] of Object.entries(early)) {
    Object.defineProperty(element, name, { value, configurable: true, writable: true });
  }
  document.body.append(element);
  await settle();
  for (const name of Object.keys(early)) expect(Object.hasOwn(element, name)).toBe(false);
  expect(element).toMatchObject(early);
  expect(element.getAttribute('locale')).toBe('de');
  expect(element.hasAttribute('assets-base')).toBe(false);
  expect(onChange).toHaveBeenCalled();
});

it.each(STRING_OPTIONS.map((name) => [name, attributeOf(name)] as const))(
  'reflects %s as the attribute %s',
  async (name, attribute) => {
    const { element } = await place(QR, { [attribute]: 'of HTML' });
    expect(Reflect.get(element, name)).toBe('of HTML');
    Reflect.set(element, name, 'of a script');
    expect(element.getAttribute(attribute)).toBe('of a script');
    Reflect.set(element, name, null);
    expect(element.hasAttribute(attribute)).toBe(false);
    expect(Reflect.get(element, name)).toBeNull();
  },
);

it('has no option by a name that every element has', () => {
  const plain = document.createElement('div');
  expect(OPTIONS.filter((name) => name in plain)).toEqual([]);
});

it.each([
  ['gateway', { ...createGateway({ gateway: 'stripe', publishableKey: PK }) }, 'stripe'],
  ['initialIntent', QR, JSON.stringify(QR)],
  ['paymentMethodTypes', ['alipay'], 'alipay'],
] as const)(
  'holds %s as an object or as a text, the later of the two',
  async (name, object, text) => {
    const { element } = await place(QR);
    Reflect.set(element, name, object);
    expect(Reflect.get(element, name)).toBe(object);
    expect(element.hasAttribute(attributeOf(name))).toBe(false);
    element.setAttribute(attributeOf(name), text);
    expect(Reflect.get(element, name)).toBe(text);
  },
);

it('reads through a gateway that createGateway has made', async () => {
  const { element, reads } = await place(QR, { gateway: null, 'publishable-key': null });
  element.gateway = createGateway({
    gateway: 'stripe',
    publishableKey: PK,
    apiBase: 'https://shop.example',
  });
  await settle();
  expect(reads.map(({ url }) => url.host)).toEqual(['shop.example']);
  expect(element.dataset.step).toBe('qr');
});

it('takes listeners that frameworks make of its callbacks for these, and no others', async () => {
  const { element, answerNext } = await place(QR);
  const called: string[] = [];
  const onSuccess = () => called.push('success');
  // As React 19 and Svelte 5 do with `onSuccess={…}` on an element.
  element.addEventListener('Success', onSuccess);
  element.addEventListener('change', () => called.push('change'));
  expect(element.onSuccess).toBe(onSuccess);
  element.dispatchEvent(new Event('change'));
  await answerNext(PAID);
  expect(called).toEqual(['change', 'success']);
  element.removeEventListener('Success', onSuccess);
  expect(element.onSuccess).toBeNull();
});

it('puts back what a DOM morph takes of its state, and lets nobody else change it', async () => {
  const { element, answerNext } = await place(QR);
  const marks = { ...element.dataset };
  for (const name of ['data-phase', 'data-step', 'data-status']) {
    element.removeAttribute(name);
    expect({ ...element.dataset }).toEqual(marks);
    element.setAttribute(name, 'else');
    expect({ ...element.dataset }).toEqual(marks);
  }
  await answerNext(PAID);
  element.setAttribute('data-step', 'qr');
  expect({ ...element.dataset }).toEqual({ phase: 'succeeded', status: 'succeeded' });
});

it('keeps the mark of an ended payment out of its beginning', async () => {
  const { element } = await place('silence', { 'data-phase': 'succeeded', 'data-step': 'qr' });
  expect({ ...element.dataset }).toEqual({ phase: 'loading' });
});
