import { expect, it, vi } from 'vitest';
import {
  intent,
  intentWithAction,
  PAID,
  QR,
  SECRET,
} from '../checkout/testing/createTestCheckout.ts';
import { passTime } from '../react/testing/clock.ts';
import type { Answer } from '../react/testing/fakeGateway.ts';
import { type ElementOptions, mount } from './index.ts';
import { inside, openShop, PK, settle } from './testing/renderElement.ts';

const OPTIONS: ElementOptions = { gateway: 'stripe', publishableKey: PK, clientSecret: SECRET };

/** A shop with a place for the checkout, which its script fills. */
async function mountInShop(first: Answer, options: ElementOptions = {}) {
  const shop = openShop(first);
  document.body.innerHTML = '<main id="pay"></main>';
  const mounted = mount('#pay', { ...OPTIONS, ...options });
  await settle();
  const element = document.querySelector('paystep-checkout');
  if (!element) throw new Error('There is no checkout.');
  return { ...shop, ...mounted, element };
}

it('puts a checkout into the element that a selector names', async () => {
  const { element } = await mountInShop(QR);
  expect(element.parentElement?.id).toBe('pay');
  expect(element.dataset).toMatchObject({ phase: 'action', step: 'qr' });
});

it('puts a checkout into an element', async () => {
  openShop(QR);
  mount(document.body, OPTIONS);
  await settle();
  expect(document.querySelector('body > paystep-checkout')).toBeTruthy();
});

it('says what is missing where the page has no such element', () => {
  openShop(QR);
  expect(() => mount('#nowhere', OPTIONS)).toThrow(/no element "#nowhere"/);
  expect(() => mount(null as never, OPTIONS)).toThrow(/no element null on this page/);
  expect(() => mount('::', OPTIONS)).toThrow(/Paystep\.mount: .*no element "::" on this page/);
  expect(document.querySelector('paystep-checkout')).toBeNull();
});

it('takes texts as attributes', async () => {
  const { element } = await mountInShop(QR, {
    apiBase: 'https://shop.example',
    returnUrl: '/thanks',
    locale: 'de',
    redirect: 'button',
    updatesUrl: null,
  });
  expect(
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  ).toEqual({
    gateway: 'stripe',
    'publishable-key': PK,
    'client-secret': SECRET,
    'api-base': 'https://shop.example',
    'return-url': '/thanks',
    locale: 'de',
    redirect: 'button',
    'data-phase': 'action',
    'data-step': 'qr',
    'data-status': 'requires_action',
  });
});

it('takes an object as a property alone', async () => {
  const { element, reads } = await mountInShop('silence', { initialIntent: QR });
  expect(element.hasAttribute('initial-intent')).toBe(false);
  expect(element.initialIntent).toBe(QR);
  expect(element.dataset).toMatchObject({ phase: 'action', step: 'qr' });
  expect(reads).toHaveLength(1);
});

it('calls the handlers back, each for its own', async () => {
  const heard: unknown[] = [];
  const failed = intent({ status: 'requires_payment_method', last_payment_error: {} });
  const { answerNext, user, element } = await mountInShop(
    intentWithAction('use_stripe_sdk', { a: 1 }),
    {
      onChange: ({ phase }) => heard.push(phase),
      onSuccess: ({ outcome }) => heard.push(`success ${outcome}`),
      onFailure: ({ outcome }) => heard.push(`failure ${outcome}`),
      onSdkAction: ({ type }) => heard.push(`sdk ${type}`),
      onRetry: () => heard.push('refresh'),
    },
  );
  await answerNext(failed);
  await user.click(inside(element).getByRole('button', { name: 'Try again' }));
  expect(heard).toEqual(['sdk use_stripe_sdk', 'action', 'failed', 'failure failed', 'refresh']);
});

it('calls back an error', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const kinds: string[] = [];
  await mountInShop({ http: 401 }, { onError: ({ kind }) => kinds.push(kind) });
  expect(kinds).toEqual(['unauthorized']);
});

it('reads through the shop’s own server where it is told how', async () => {
  const { element, reads } = await mountInShop('offline', { retrieve: async () => PAID });
  expect(element.dataset.phase).toBe('succeeded');
  expect(reads).toEqual([]);
});

it('reads at once on refresh', async () => {
  const { refetch, reads } = await mountInShop(QR);
  refetch();
  await settle();
  expect(reads).toHaveLength(2);
});

it('changes what update gives and keeps the rest', async () => {
  const heard: string[] = [];
  const onChange = () => heard.push('change');
  const onSuccess = () => heard.push('success');
  const { update, element, answerNext } = await mountInShop(QR, { onChange, redirect: 'button' });
  update({ locale: 'de', redirect: undefined, onSuccess });
  await answerNext(PAID);
  expect(heard).toEqual(['change', 'change', 'success']);
  expect(element.getAttribute('locale')).toBe('de');
  expect(element.getAttribute('redirect')).toBeNull();
  expect(element.getAttribute('client-secret')).toBe(SECRET);
  update({ onChange: undefined });
  await answerNext(intent({ status: 'canceled' }));
  expect(heard).toEqual(['change', 'change', 'success']);
});

it('calls nothing back after unmount', async () => {
  const heard: string[] = [];
  const { unmount, refetch, setAnswer, element, reads } = await mountInShop(QR, {
    onChange: ({ phase }) => heard.push(phase),
  });
  setAnswer(PAID);
  refetch();
  unmount();
  await passTime(60_000);
  expect(element.isConnected).toBe(false);
  expect(heard).toEqual(['action']);
  expect(reads.length).toBeLessThanOrEqual(2);
});

it('goes on with the checkout that is there where it mounts twice, with the later options alone', async () => {
  const heard: string[] = [];
  const first = await mountInShop(QR, {
    redirect: 'button',
    onChange: () => heard.push('first'),
  });
  const later = mount('#pay', { ...OPTIONS, locale: 'de', onChange: () => heard.push('later') });
  await settle();
  const all = document.querySelectorAll('paystep-checkout');
  expect([...all]).toEqual([first.element]);
  expect(first.element.getAttribute('locale')).toBe('de');
  expect(first.element.getAttribute('redirect')).toBeNull();
  expect(first.element.dataset).toMatchObject({ phase: 'action', step: 'qr' });
  expect(heard).toEqual(['first', 'later']);
  later.unmount();
  expect(document.querySelector('paystep-checkout')).toBeNull();
});

it('tells a later mount how a payment has ended that an earlier one has heard of', async () => {
  const heard: string[] = [];
  await mountInShop(PAID, { onSuccess: () => heard.push('first') });
  mount('#pay', { ...OPTIONS, onSuccess: ({ outcome }) => heard.push(`later ${outcome}`) });
  await settle();
  expect(heard).toEqual(['first', 'later succeeded']);
});

it('lets an earlier handle do nothing to the later one’s checkout', async () => {
  const first = await mountInShop(QR);
  mount('#pay', OPTIONS);
  first.update({ locale: 'de' });
  first.unmount();
  await settle();
  expect(first.element.isConnected).toBe(true);
  expect(first.element.getAttribute('locale')).toBeNull();
});

it('shows another payment where it mounts that into the same place', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { element, reads } = await mountInShop(QR);
  mount('#pay', { ...OPTIONS, clientSecret: 'pi_2_secret_3' });
  expect({ ...element.dataset }).toEqual({ phase: 'loading' });
  await settle();
  expect(reads.at(-1)?.url.href).toContain('pi_2');
});

it('goes on with a copy of the page, which has only what was to be seen of it', async () => {
  const { element, setAnswer } = await mountInShop({ ...PAID, status: 'processing' });
  const copy = document.body.cloneNode(true) as HTMLElement;
  document.body.replaceWith(copy);
  setAnswer(QR);
  mount('#pay', OPTIONS);
  const all = document.querySelectorAll('paystep-checkout');
  expect(all).toHaveLength(1);
  expect(all[0]).not.toBe(element);
  expect({ ...all[0]?.dataset }).toEqual({ phase: 'loading' });
  await settle();
  expect(all[0]?.dataset).toMatchObject({ phase: 'action', step: 'qr' });
});

it('leaves one of several checkouts in a place, and takes the element itself for its place', async () => {
  openShop(QR);
  document.body.innerHTML =
    '<main id="pay"><paystep-checkout></paystep-checkout><p></p><paystep-checkout></paystep-checkout></main>';
  mount('#pay', OPTIONS);
  mount('paystep-checkout', OPTIONS);
  await settle();
  expect(document.querySelectorAll('paystep-checkout')).toHaveLength(1);
  expect(document.querySelector('#pay > p')).toBeTruthy();
});
