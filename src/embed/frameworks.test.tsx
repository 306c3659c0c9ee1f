import { render } from '@testing-library/react';
import { version } from 'react';
import { expect, it, vi } from 'vitest';
import { PAID, QR, SECRET } from '../checkout/testing/createTestCheckout.ts';
import { openShop, PK, settle } from './testing/renderElement.ts';

const isReact18 = version.startsWith('18.');

/** A shop's page in React with the element in it. */
async function renderElement() {
  const shop = openShop(QR);
  const onSuccess = vi.fn();
  const onRetry = vi.fn();
  const onEvent = vi.fn();
  const page = (handler: typeof onSuccess | undefined) => (
    <paystep-checkout
      gateway="stripe"
      publishable-key={PK}
      clientSecret={isReact18 ? undefined : SECRET}
      client-secret={isReact18 ? SECRET : undefined}
      paymentMethodTypes={isReact18 ? undefined : ['wechat_pay']}
      onRetry={onRetry}
      onSuccess={handler}
      onpaystep-success={onEvent}
    />
  );
  const { rerender } = render(page(onSuccess));
  await settle();
  const element = document.querySelector('paystep-checkout');
  if (!element) throw new Error('There is no checkout.');
  return { ...shop, element, onSuccess, onRetry, onEvent, change: () => rerender(page(undefined)) };
}

it('shows a payment that React gives to the element', async () => {
  const { element } = await renderElement();
  expect(element.dataset).toMatchObject({ phase: 'action', step: 'qr' });
  expect(element.publishableKey).toBe(PK);
});

it.skipIf(isReact18)('has its properties and its listeners set by React 19', async () => {
  const { element, onSuccess, onRetry, onEvent, answerNext, change } = await renderElement();
  expect(element.paymentMethodTypes).toEqual(['wechat_pay']);
  expect(element.getAttribute('client-secret')).toBe(SECRET);
  expect(element).toMatchObject({ onSuccess, onRetry });
  await answerNext(PAID);
  expect(onSuccess).toHaveBeenCalledOnce();
  expect(onEvent).toHaveBeenCalledOnce();
  change();
  expect(element.onSuccess).toBeNull();
});
