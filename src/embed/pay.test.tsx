import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { intent, QR } from '../checkout/testing/world.ts';
import { en as m } from '../locales/index.ts';
import { pass } from '../react/testing/clock.ts';
import { createElement, inside, openShop, settle } from './testing/place.ts';

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
  const { append } = await placeUnpaid(['alipay', 'blik', 'ideal'], { methods: 'ideal, alipay' });
  expect(offered(await append())).toEqual(['ideal', 'alipay']);
});

it('offers none for an empty attribute, and all without one', async () => {
  const { element, append } = await placeUnpaid(['alipay'], { methods: '' });
  const place = await append();
  expect(offered(place)).toEqual([]);
  element.removeAttribute('methods');
  await settle();
  expect(offered(place)).toEqual(['alipay']);
});

it('pays by card with the shop’s own fields in its slot', async () => {
  const { element, append, user, sent, confirmWith } = await placeUnpaid(['card']);
  element.callbacks = { createPaymentMethod: async () => 'pm_1', customer: { name: 'Ana' } };
  element.innerHTML = '<div slot="card"><input aria-label="Card number"></div>';
  confirmWith(QR);
  const place = await append();
  const slot = element.shadowRoot?.querySelector('slot');
  expect(slot?.assignedElements()).toEqual([...element.children]);
  await user.click(place.getByRole('button', { name: m.pay.now('CN¥20.99') }));
  await pass();
  expect(sent).toMatchObject([{ payment_method: 'pm_1' }]);
});

it('keeps for later what the customer has agreed to', async () => {
  const attributes = { consent: 'Keep it', 'setup-future-usage': 'off_session' };
  const { append, user, sent, confirmWith } = await placeUnpaid(['alipay'], attributes);
  confirmWith(QR);
  const place = await append();
  await user.click(place.getByRole('checkbox', { name: 'Keep it' }));
  await user.click(place.getByRole('button', { name: 'Continue to Alipay' }));
  await pass();
  expect(sent).toMatchObject([{ setup_future_usage: 'off_session' }]);
});

it('confirms through the shop’s own server where the shop gives the way', async () => {
  const confirm = vi.fn(async () => QR);
  const { element, append, user, sent } = await placeUnpaid(['alipay']);
  element.callbacks = { confirm };
  const place = await append();
  await user.click(place.getByRole('button', { name: 'Continue to Alipay' }));
  await pass();
  expect(confirm).toHaveBeenCalledOnce();
  expect(sent).toEqual([]);
  expect(screen.queryByText(m.pay.title)).toBeNull();
});
