import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { QR, SECRET } from '../checkout/testing/createTestCheckout.ts';
import type { CheckoutProps } from './index.ts';
import { passTime } from './testing/clock.ts';
import { createFakeGateway } from './testing/fakeGateway.ts';
import { heading, openCheckout } from './testing/openCheckout.tsx';
import { openUnpaid } from './testing/unpaid.tsx';

it.each<[unknown, RegExp]>([
  [null, /gateway is missing or unknown/],
  [{}, /without retrieve and confirm/],
])('a gateway that is none leaves the page as it is: %j', async (wrong, words) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onError = vi.fn();
  const props = { gateway: wrong, publishableKey: 'pk_test_1' } as Partial<CheckoutProps>;
  const { root, change } = await openCheckout(QR, { ...props, onError });
  await passTime(20_000);
  expect(root.dataset.phase).toBe('unavailable');
  expect(onError.mock.calls).toMatchObject([[{ kind: 'misconfigured', transient: false }]]);
  const lines = log.mock.calls.map(([line]) => String(line));
  expect(lines.filter((line) => words.test(line))).toHaveLength(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain(SECRET);

  await change({ gateway: createFakeGateway(QR).make() });
  expect(root.isConnected && root.dataset.phase).toBe('action');
  expect(heading()).not.toBeNull();
});

it('a gateway that nobody knows is no reason to throw while rendering', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const props = { gateway: 'paypal', publishableKey: 'pk_test_1' } as unknown;
  const { root } = await openCheckout(QR, props as Partial<CheckoutProps>);
  expect(root.dataset.phase).toBe('unavailable');
});

it('an icon that is no function, and card fields that are no node, are left out', async () => {
  const wrong = { icon: 'x', cardFields: {} } as unknown as Partial<CheckoutProps>;
  await openUnpaid(['card', 'alipay'], { ...wrong, createPaymentMethod: async () => 'pm_1' });
  expect(screen.getAllByRole('radio')).toHaveLength(2);
});

it('another account is another payment, which is read at once', async () => {
  const accounts: (string | null)[] = [];
  const fetch = async (url: string) => {
    accounts.push(new URL(url).searchParams.get('_stripe_account'));
    return Response.json(QR);
  };
  const props = { gateway: 'stripe', publishableKey: 'pk_test_1', fetch } as const;
  const { change } = await openCheckout(QR, { ...props, account: 'acct_1' });
  await change({ account: 'acct_1' });
  expect(accounts).toEqual(['acct_1']);
  await change({ account: 'acct_2' });
  expect(accounts).toEqual(['acct_1', 'acct_2']);
});
