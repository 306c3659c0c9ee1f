import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { asks } from '../../checkout/testing/world.ts';
import type { Device } from '../../step/index.ts';
import { heading, linkTo, open } from '../testing/open.tsx';

const ANDROID: Device = { form: 'mobile', os: 'android', inApp: null };

const STEP = asks('alipayplus_handle_redirect', {
  normalUrl: 'https://wallet.example/page',
  applinkUrl: 'https://wallet.example/app',
  schemeUrl: 'gcash://pay?id=1',
});

it('offers each way into the wallet as a link, and opens none by itself', async () => {
  const leave = vi.spyOn(location, 'assign');
  const { root } = await open(STEP, { device: ANDROID });
  expect(root.dataset.step).toBe('app');
  expect(heading()).toBe('Pay with Alipay+');
  expect(linkTo('Open Alipay+')).toMatchObject({
    href: 'https://wallet.example/app',
    target: '_top',
  });
  expect(linkTo('Continue in the browser').href).toBe('https://wallet.example/page');
  expect(linkTo('Open the app directly').href).toBe('gcash://pay?id=1');
  expect(leave).not.toHaveBeenCalled();
});

it('sends the Referer along, without which a wallet’s page may refuse to pay', async () => {
  await open(STEP, { device: ANDROID });
  for (const link of screen.getAllByRole('link')) {
    expect(link.getAttribute('rel')).toBeNull();
    expect(link.getAttribute('referrerpolicy')).toBeNull();
  }
});

it('reads again when the customer says to have paid', async () => {
  const { click, reads } = await open(STEP, { device: ANDROID });
  await click('I have paid');
  expect(reads).toHaveLength(2);
});
