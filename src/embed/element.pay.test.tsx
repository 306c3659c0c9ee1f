import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { intent, QR, SECRET } from '../checkout/testing/createTestCheckout.ts';
import { messages as de } from '../locales/de.ts';
import { en as m } from '../locales/index.ts';
import { passTime } from '../react/testing/clock.ts';
import { mount } from './index.ts';
import { createElement, inside, openShop, PK, settle } from './testing/renderElement.ts';

const unpaid = (...types: string[]) =>
  intent({ status: 'requires_payment_method', payment_method_types: types });

async function placeUnpaid(types: string[], attributes: Record<string, string | null> = {}) {
  const shop = openShop(unpaid(...types));
  const element = createElement({ 'return-url': 'https://shop.example/return', ...attributes });
  return {
    ...shop,
    element,
    async append() {
      document.body.append(element);
      await settle();
      return inside(element);
    },
  };
}

const offered = (place: ReturnType<typeof inside>) =>
  place.queryAllByRole<HTMLInputElement>('radio').map(({ value }) => value);

it('offers the methods that the attribute names, in its order', async () => {
  const { append } = await placeUnpaid(['alipay', 'blik', 'ideal'], {
    'payment-method-types': 'ideal, alipay',
  });
  expect(offered(await append())).toEqual(['ideal', 'alipay']);
});

it('offers none for an empty attribute, and all without one', async () => {
  const { element, append } = await placeUnpaid(['alipay'], { 'payment-method-types': '' });
  const place = await append();
  expect(offered(place)).toEqual([]);
  element.removeAttribute('payment-method-types');
  await settle();
  expect(offered(place)).toEqual(['alipay']);
});

it('pays by card with the shop’s own fields in its slot', async () => {
  const { element, append, user, sent, confirmWith } = await placeUnpaid(['card']);
  element.createPaymentMethod = async () => 'pm_1';
  element.customer = { name: 'Ana' };
  element.innerHTML = '<div slot="card"><input aria-label="Card number"></div>';
  confirmWith(QR);
  const place = await append();
  const slot = element.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=card]');
  expect(slot?.assignedElements()).toEqual([...element.children]);
  await user.click(place.getByRole('button', { name: m.pay.now('CN¥20.99') }));
  await passTime();
  expect(sent).toMatchObject([{ payment_method: 'pm_1' }]);
});

it('keeps for later what the customer has agreed to', async () => {
  const attributes = { consent: 'Keep it', 'setup-future-usage': 'off_session' };
  const { append, user, sent, confirmWith } = await placeUnpaid(['alipay'], attributes);
  confirmWith(QR);
  const place = await append();
  await user.click(place.getByRole('checkbox', { name: 'Keep it' }));
  await user.click(place.getByRole('button', { name: 'Continue to Alipay' }));
  await passTime();
  expect(sent).toMatchObject([{ setup_future_usage: 'off_session' }]);
});

it('confirms through the shop’s own server where the shop gives the way', async () => {
  const confirm = vi.fn(async () => QR);
  const { element, append, user, sent } = await placeUnpaid(['alipay']);
  element.confirm = confirm;
  const place = await append();
  await user.click(place.getByRole('button', { name: 'Continue to Alipay' }));
  await passTime();
  expect(confirm).toHaveBeenCalledOnce();
  expect(sent).toEqual([]);
  expect(screen.queryByText(m.pay.title)).toBeNull();
});

it('offers a card as soon as the shop can make its payment method, and no longer', async () => {
  const { element, append } = await placeUnpaid(['card', 'alipay']);
  const place = await append();
  expect(offered(place)).toEqual(['alipay']);
  element.createPaymentMethod = async () => 'pm_1';
  await settle();
  expect(offered(place)).toEqual(['card', 'alipay']);
  element.createPaymentMethod = undefined;
  await settle();
  expect(offered(place)).toEqual(['alipay']);
});

it('keeps what was entered while the shop changes an attribute or a callback', async () => {
  const { element, append, user } = await placeUnpaid(['konbini']);
  const place = await append();
  await user.type(place.getByLabelText(m.pay.fields.name), 'Ana');
  element.setAttribute('locale', 'de');
  element.customer = { name: 'Bea' };
  element.confirm = async () => QR;
  await settle();
  expect(place.getByLabelText<HTMLInputElement>(de.pay.fields.name).value).toBe('Ana');
});

it('knows what the shop knows of its customer', async () => {
  const { element, append } = await placeUnpaid(['konbini']);
  element.customer = { name: 'Ana', email: 'ana@example.com' };
  const place = await append();
  expect(place.getByLabelText<HTMLInputElement>(m.pay.fields.name).value).toBe('Ana');
  expect(place.getByLabelText<HTMLInputElement>(m.pay.fields.email).value).toBe('ana@example.com');
});

it.each(['always', 'ON_SESSION', ''])(
  'asks for nothing to be kept where setup-future-usage is "%s"',
  async (usage) => {
    const attributes = { consent: 'Keep it', 'setup-future-usage': usage };
    const { append } = await placeUnpaid(['alipay'], attributes);
    expect((await append()).queryByRole('checkbox')).toBeNull();
  },
);

it('tells the developer what cannot be offered without a return address', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { append } = await placeUnpaid(['revolut_pay', 'blik'], { 'return-url': null });
  expect(offered(await append())).toEqual(['blik']);
  expect(log).toHaveBeenCalledWith(expect.stringMatching(/revolut_pay.*"return-url"/));
});

it('tells the page how each attempt has ended, and never a secret', async () => {
  const { append, user, confirmWith, events, eventLog } = await placeUnpaid(['alipay']);
  const failed = (attempt: number) => ({
    ...unpaid('alipay'),
    last_payment_error: {
      code: 'card_declined',
      payment_method: { id: `pm_${attempt}`, type: 'alipay' },
    },
  });
  const place = await append();
  for (const attempt of [1, 2]) {
    const payment_intent = failed(attempt);
    confirmWith({ http: 402, error: { code: 'card_declined', payment_intent } });
    await user.click(place.getByRole('button', { name: /Alipay|Try again/ }));
    await passTime();
  }
  expect(eventLog().filter((event) => /^(success|failure)/.test(event))).toEqual([
    'failure failed',
    'failure failed',
  ]);
  for (const { detail } of events) expect(JSON.stringify(detail)).not.toContain(SECRET);
});

it('mount() takes the methods as a list, or as the attribute has them', async () => {
  openShop(unpaid('alipay', 'blik', 'konbini'));
  const options = { gateway: 'stripe', publishableKey: PK, clientSecret: SECRET };
  const { update } = mount(document.body, { ...options, paymentMethodTypes: ['konbini', 'blik'] });
  await settle();
  const element = document.querySelector('paystep-checkout');
  if (!element) throw new Error('There is no checkout.');
  expect(offered(inside(element))).toEqual(['konbini', 'blik']);
  update({ paymentMethodTypes: 'blik' });
  await settle();
  expect(offered(inside(element))).toEqual(['blik']);
  update({ paymentMethodTypes: [] });
  await settle();
  expect(offered(inside(element))).toEqual([]);
});
