import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { PAID } from '../checkout/testing/createTestCheckout.ts';
import { en } from '../locales/index.ts';
import type { CheckoutProps } from './index.ts';
import { passTime } from './testing/clock.ts';
import { heading, openCheckout } from './testing/openCheckout.tsx';
import { field, openUnpaid } from './testing/unpaid.tsx';

const wrong = (props: Record<string, unknown>) => props as Partial<CheckoutProps>;

it.each([{ succeeded: 'x' }, { succeeded: { title: 7 } }, 'de'])(
  'texts of a wrong kind leave the language’s own: %j',
  async (messages) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await openCheckout(PAID, wrong({ messages }));
    expect(heading()).toBe(en.succeeded.title);
  },
);

it('callbacks that are no functions are not called, and stop nothing', async () => {
  const uncaught = vi.fn();
  addEventListener('error', uncaught);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const names = 'onChange onSuccess onFailure onError onRetry onSdkAction beforeRedirect retrieve';
  const props = Object.fromEntries(names.split(' ').map((name) => [name, 'x']));
  await openCheckout(PAID, wrong(props));
  await passTime(1_000);
  removeEventListener('error', uncaught);
  expect(heading()).toBe(en.succeeded.title);
  expect(uncaught).not.toHaveBeenCalled();
});

it('what is known of a customer and is no text fills in nothing', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const customer = { name: 7, email: 'ana@shop.example' };
  const { click } = await openUnpaid(['boleto'], wrong({ customer }));
  expect(field(en.pay.fields.email).value).toBe('ana@shop.example');
  await click(/Pay|Continue|Get/);
  await passTime();
  expect(screen.getAllByRole('textbox').length).toBeGreaterThan(0);
});
