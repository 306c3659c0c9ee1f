import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { intentWithAction } from '../../checkout/testing/createTestCheckout.ts';
import { DEVICES } from '../../step/testing/devices.ts';
import { passTime } from '../testing/clock.ts';
import { linkTo, openCheckout, spoken } from '../testing/openCheckout.tsx';

const url = 'https://bank.example/pay';
const TAB = 'Open in a new tab';
const tab = () => screen.queryByRole('link', { name: TAB });

/** Steps that lead to another page by a link. */
const WAYS = {
  'a redirect': [intentWithAction('gcash_handle_redirect', { url }), 'Continue to GCash'],
  'a wallet’s page': [intentWithAction('wechat_pay_redirect_to_web', { url }), /^Open|^Continue/],
} as const;

beforeEach(() => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
});

for (const [what, [step, link]] of Object.entries(WAYS)) {
  it(`offers ${what} in a new tab to who is still in the frame after a tap`, async () => {
    vi.stubGlobal('top', {});
    const { tap } = await openCheckout(step);
    await tap(link);
    await passTime(2_400);
    expect(tab()).toBeNull();
    await passTime(200);
    expect(tab()).toMatchObject({ href: url, target: '_blank', rel: 'noopener' });
    expect(spoken()).toContain('Continue in a new tab');
  });

  it(`says nothing of it where ${what} is in no frame`, async () => {
    const { tap } = await openCheckout(step, { redirect: 'button' });
    await tap(link);
    await passTime(10_000);
    expect(tab()).toBeNull();
  });
}

it('gives the address where no tab has opened either, and keeps all that for who comes back', async () => {
  vi.stubGlobal('top', {});
  const { tap } = await openCheckout(WAYS['a redirect'][0]);
  await tap('Continue to GCash');
  await passTime(2_600);
  await tap(TAB);
  await passTime(2_600);
  expect(screen.getByText(/No new tab either/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy the address' })).toBeTruthy();
  document.dispatchEvent(new Event('visibilitychange'));
  await passTime();
  expect(tab()).toBeTruthy();
});

it('offers no tab for an app’s own address, which would stay empty', async () => {
  vi.stubGlobal('top', {});
  const device = DEVICES.android;
  const { tap } = await openCheckout(
    intentWithAction('wechat_pay_redirect_to_android_app', { native_url: 'weixin://pay' }),
    {
      device,
    },
  );
  await tap(/^Open/);
  await passTime(10_000);
  expect(linkTo(/^Open/).href).toContain('weixin:');
  expect(tab()).toBeNull();
});
