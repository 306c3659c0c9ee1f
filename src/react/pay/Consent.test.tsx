import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Json, QR } from '../../checkout/testing/createTestCheckout.ts';
import { passTime } from '../testing/clock.ts';
import type { Options } from '../testing/openCheckout.tsx';
import { openUnpaid } from '../testing/unpaid.tsx';
import { futureUsageToSend } from './futureUsage.ts';

describe('what is kept for later', () => {
  const keep = { setupFutureUsage: 'off_session', consent: 'Keep it' } as const;
  const usage = async (options: Options, more: Json = {}, ticks = true) => {
    const { click, user, sent, confirmWith } = await openUnpaid(['alipay'], options, more);
    confirmWith(QR);
    const box = screen.queryByRole('checkbox', { name: 'Keep it' });
    if (box && ticks) await user.click(box);
    await click('Continue to Alipay');
    await passTime();
    return sent[0]?.setup_future_usage;
  };

  it('is kept where the customer agrees', async () => {
    expect(await usage(keep)).toBe('off_session');
  });

  it('is not where they do not, or are not asked', async () => {
    expect(await usage(keep, {}, false)).toBeUndefined();
  });

  it('is not without the merchant’s own words', async () => {
    expect(await usage({ setupFutureUsage: 'off_session' })).toBeUndefined();
  });

  it('may be futureUsageToSend, never narrowed', async () => {
    expect(await usage(keep, { setup_future_usage: 'on_session' })).toBe('off_session');
  });

  it('stays as wide as the server has set it', async () => {
    const narrow = { ...keep, setupFutureUsage: 'on_session' } as const;
    expect(await usage(narrow, { setup_future_usage: 'off_session' })).toBeUndefined();
  });
});

it.each([
  [null, 'on_session', 'on_session'],
  [null, 'off_session', 'off_session'],
  ['on_session', 'off_session', 'off_session'],
  ['on_session', 'on_session', null],
  ['off_session', 'on_session', null],
  ['off_session', 'off_session', null],
  // A value of tomorrow is the server's.
  ['until_2031', 'off_session', null],
] as const)('what is set to %s and wanted as %s is sent as %s', (set, wanted, sent) => {
  expect(futureUsageToSend(set, wanted)).toBe(sent);
});

it('the shop’s words stand without a box where its server keeps the method in any case', async () => {
  await openUnpaid(
    ['alipay'],
    { setupFutureUsage: 'off_session', consent: 'Alipay is kept for your next order.' },
    { setup_future_usage: 'off_session' },
  );
  expect(screen.getByText('Alipay is kept for your next order.')).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

it('nothing is asked where nothing is to be kept', async () => {
  await openUnpaid(['alipay'], { consent: 'Keep it' });
  expect(screen.queryByText('Keep it')).toBeNull();
});
