import { expect, it } from 'vitest';
import { isForForm, type KnownOptions } from './options.ts';

const CODE: KnownOptions = { gateway: 'stripe', publishableKey: 'pk_test_1', clientSecret: 'pi_1' };

it.each<[KnownOptions]>([
  [{ returnUrl: '/return' }],
  [{ paymentMethodTypes: 'wechat_pay' }],
  [{ paymentMethodTypes: ['wechat_pay'] }],
  [{ createPaymentMethod: async () => 'pm_1' }],
  [{ customer: { name: 'Ana' } }],
  [{ setupFutureUsage: 'off_session', consent: 'Keep it.' }],
  // The words of a SetupIntent come with the form.
  [{ clientSecret: 'seti_1_secret_2' }],
  [{ clientSecret: 'seti_1_secret_2', initialIntent: { id: 'seti_1' }, paymentMethodTypes: [] }],
])('takes a checkout for a form by %j', (options) => {
  expect(isForForm({ ...CODE, ...options })).toBe(true);
});

it.each<[KnownOptions]>([
  [{}],
  [
    {
      locale: 'de',
      theme: 'dark',
      redirect: 'button',
      merchantName: 'Tea',
      updatesUrl: '/updates',
    },
  ],
  [{ returnUrl: '/return', paymentMethodTypes: [] }],
  [{ returnUrl: '/return', paymentMethodTypes: '' }],
  [{ returnUrl: '/return', initialIntent: { id: 'pi_1' } }],
])('does not by %j: only the PaymentIntent tells', (options) => {
  expect(isForForm({ ...CODE, ...options })).toBe(false);
});
