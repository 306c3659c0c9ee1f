import { screen } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { intentWithAction } from '../../checkout/testing/createTestCheckout.ts';
import { pasted } from '../testing/clipboard.ts';
import { NOW, passTime } from '../testing/clock.ts';
import { openCheckout } from '../testing/openCheckout.tsx';
import { formatDate } from '../words/format.ts';

const COPY = 'Copy all details';
const SHARE = 'Share the details';
const AT = NOW / 1000 + 86_400;

const OXXO = intentWithAction('oxxo_display_details', {
  number: '12345678901234657890123456789012',
  hosted_voucher_url: 'https://voucher.example/page',
  expires_after: AT,
});

/** The voucher as a text. */
const TEXT = `Pay with OXXO
Tea & Co
CN¥20.99
Pay by ${formatDate(AT * 1000, 'en')}
Show the voucher at any OXXO store and pay in cash.

Number: 12345678901234657890123456789012

https://voucher.example/page`;

/** A device with a sheet to share texts; it has no `canShare` where it is an older one. */
function fakeSharing(share: (data: ShareData) => Promise<void>, canShare?: boolean) {
  const ways = {
    share: vi.fn(share),
    canShare: canShare === undefined ? canShare : () => canShare,
  };
  for (const [name, value] of Object.entries(ways)) {
    Object.defineProperty(navigator, name, { configurable: true, value });
    onTestFinished(() => {
      Reflect.deleteProperty(navigator, name);
    });
  }
  return ways.share;
}

const open = (wire = OXXO) => openCheckout(wire, { locale: 'en', merchantName: 'Tea & Co' });
const has = (name: string) => screen.queryByRole('button', { name }) !== null;

it('copies a voucher whole where there is no sheet to share it', async () => {
  const { click } = await open();
  expect(has(SHARE)).toBe(false);
  await click(COPY);
  expect(await pasted()).toBe(TEXT);
});

it.each([
  ['that says so', true],
  ['of older phones', undefined],
])('shares a voucher by a sheet %s, within the tap', async (_, canShare) => {
  const share = fakeSharing(() => Promise.resolve(), canShare);
  await open();
  expect(has(COPY)).toBe(false);
  // A click without the turns that user-event takes around it: what is awaited is not allowed.
  screen.getByRole('button', { name: SHARE }).click();
  expect(share).toHaveBeenCalledExactlyOnceWith({ title: 'Pay with OXXO', text: TEXT });
});

it('copies where the sheet does not take a text, as in a frame that may not share', async () => {
  fakeSharing(() => Promise.resolve(), false);
  await open();
  expect([has(SHARE), has(COPY)]).toEqual([false, true]);
});

it.each([
  ['closed', 'AbortError', [true, false]],
  ['refused', 'NotAllowedError', [false, true]],
])('offers the right way after a sheet that is %s', async (_, name, ways) => {
  fakeSharing(() => Promise.reject(new DOMException('No', name)));
  const { click } = await open();
  await click(SHARE);
  await passTime();
  expect([has(SHARE), has(COPY)]).toEqual(ways);
});

it('has all of a transfer in its text: amount, reference, account and page', async () => {
  const payload = {
    amount_remaining: 1599,
    currency: 'cny',
    reference: 'K7M2PX4QRT',
    hosted_instructions_url: 'https://transfer.example/page',
    financial_addresses: [
      { type: 'iban', iban: { iban: 'DE89370400440532013000', bic: 'TESTDEFF', country: 'DE' } },
    ],
  };
  const { click } = await open(intentWithAction('display_bank_transfer_instructions', payload));
  await click(COPY);
  expect(await pasted()).toBe(`Pay by bank transfer
Tea & Co
Still to pay: CN¥15.99
Reference: K7M2PX4QRT

IBAN: DE89370400440532013000
BIC: TESTDEFF
Country: Germany

https://transfer.example/page`);
});

it('has the shop’s name for paper, where it is known', async () => {
  await open();
  expect(document.querySelector('.ps-paper')?.textContent).toBe('Tea & Co');
});
