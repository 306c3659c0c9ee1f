import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { intentWithAction, type Json, PAID } from '../../checkout/testing/createTestCheckout.ts';
import { pasted } from '../testing/clipboard.ts';
import { NOW, passTime } from '../testing/clock.ts';
import { heading, linkTo, type Options, openCheckout } from '../testing/openCheckout.tsx';
import { formatDate } from '../words/format.ts';

const hosted_voucher_url = 'https://voucher.example/page';
const pdf = 'https://voucher.example/boleto.pdf';
const AT = NOW / 1000 + 3 * 86_400;
const OXXO_NUMBER = '12345678901234657890123456789012';
/** Stripe's example, whose check digits are made up; and a line of a real slip. */
const BOLETO_NUMBER = '01010101010101010101010101010101010101010101010';
const BOLETO_LINE = '23793381286000782713695000063305975520000370000';

const OXXO = { number: OXXO_NUMBER, hosted_voucher_url, expires_after: AT };
const BOLETO = { number: BOLETO_NUMBER, hosted_voucher_url, pdf, expires_at: AT };
const MULTIBANCO = { entity: '12345', reference: '123456789', expires_at: AT };
const KONBINI = {
  stores: {
    familymart: { payment_code: '404001', confirmation_number: '01234567890' },
    lawson: { payment_code: '500005', confirmation_number: '09876543210' },
    ministop: { payment_code: '600006' },
    seicomart: null,
  },
  hosted_voucher_url,
  expires_at: AT,
};

const openVoucher = (method: string, payload: Json, options?: Options) =>
  openCheckout(intentWithAction(`${method}_display_details`, payload), {
    locale: 'en',
    ...options,
  });

/** The rows in a place, each as what it says and what it shows. */
function rows(place: HTMLElement = document.body): string[] {
  return [...place.querySelectorAll('.ps-detail')].map(
    (row) => `${row.querySelector('dt')?.textContent}: ${row.querySelector('dd')?.textContent}`,
  );
}

it.each<[method: string, payload: Json, title: string, where: RegExp, shown: string[]]>([
  ['oxxo', OXXO, 'OXXO', /at any OXXO store/, ['Number: 12345 67890 12346 57890 12345 67890 12']],
  [
    'boleto',
    BOLETO,
    'Boleto',
    /your bank’s app, or at a bank/,
    ['Number: 01010 10101 01010 10101 01010 10101 01010 10101 01010 10'],
  ],
  [
    'multibanco',
    MULTIBANCO,
    'Multibanco',
    /Multibanco machine/,
    ['Entity: 12345', 'Reference: 123 456 789'],
  ],
])('shows a voucher of %s: where to pay it, and by which values', async (...voucher) => {
  const [method, payload, title, where, shown] = voucher;
  const { root } = await openVoucher(method, payload);
  expect(root.dataset.step).toBe('voucher');
  expect(heading()).toBe(`Pay with ${title}`);
  expect(screen.getByText(where)).toBeTruthy();
  expect(rows()).toEqual(shown);
  expect(screen.getByText(`Pay by ${formatDate(AT * 1000, 'en')}`)).toBeTruthy();
  expect(screen.getByText(/You may close this page/)).toBeTruthy();
});

it.each([
  ['oxxo', OXXO, 'Number', OXXO_NUMBER],
  ['boleto', BOLETO, 'Number', BOLETO_NUMBER],
  ['multibanco', MULTIBANCO, 'Reference', '123456789'],
  ['multibanco', { ...MULTIBANCO, reference: '123 456 789' }, 'Reference', '123 456 789'],
])('copies of %s exactly what the gateway has sent, and says so', async (...voucher) => {
  const [method, payload, label, value] = voucher;
  const { click } = await openVoucher(method, payload);
  await click(`Copy ${label}`);
  expect(await pasted()).toBe(value);
  const said = screen.getAllByRole('status').filter((place) => place.textContent === 'Copied');
  expect(said).toHaveLength(1);
});

it('shows each chain of stores with its own codes, the first of them at once', async () => {
  const { user } = await openVoucher('konbini', KONBINI);
  const chains = screen.getAllByRole('group');
  expect(chains.map((chain) => chain.querySelector('summary')?.textContent)).toEqual([
    'FamilyMart',
    'Lawson',
    'Ministop',
  ]);
  expect(chains.map((chain) => (chain as HTMLDetailsElement).open)).toEqual([true, false, false]);
  expect(chains.map((chain) => rows(chain))).toEqual([
    ['Payment code: 404001', 'Confirmation number: 01234567890'],
    ['Payment code: 500005', 'Confirmation number: 09876543210'],
    ['Payment code: 600006'],
  ]);
  const lawson = chains[1] as HTMLElement;
  // Of one name, so that a browser closes the one when the other is opened.
  expect(new Set(chains.map((chain) => chain.getAttribute('name'))).size).toBe(1);
  await user.click(within(lawson).getByRole('button', { name: 'Copy Confirmation number' }));
  expect(await pasted()).toBe('09876543210');
});

it('leads to the gateway’s voucher and its PDF, in other tabs, and prints', async () => {
  const print = vi.fn();
  const { click } = await openVoucher('boleto', BOLETO);
  vi.stubGlobal('print', print);
  expect(linkTo('Open the voucher')).toMatchObject({ href: hosted_voucher_url, target: '_blank' });
  expect(linkTo('Download as PDF')).toMatchObject({ href: pdf, target: '_blank' });
  expect(print).not.toHaveBeenCalled();
  await click('Print');
  expect(print).toHaveBeenCalledOnce();
});

it('offers no print of a page that has no values, only the voucher', async () => {
  await openVoucher('oxxo', { hosted_voucher_url });
  expect(rows()).toEqual([]);
  expect(linkTo('Open the voucher')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
  expect(screen.queryByText(/^Pay by/)).toBeNull();
});

it('names no end where the gateway names none', async () => {
  await openVoucher('oxxo', { number: '1' });
  await passTime(3_600_000);
  expect(screen.queryByText(/Pay by|run out/)).toBeNull();
});

it.each([
  ['with', { onRetry: () => {} }, 1],
  ['without', {}, 0],
])('says after its time that it has run out, %s a way to another', async (_, options, ways) => {
  const { click, reads } = await openVoucher(
    'oxxo',
    { ...OXXO, expires_after: NOW / 1000 + 60 },
    options,
  );
  await passTime(60_100);
  expect(heading()).toBe('The time to pay has run out');
  expect(screen.getByText(/If you have already paid, there is nothing more to do/)).toBeTruthy();
  expect(rows()).toEqual([]);
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.queryAllByRole('button', { name: 'Try again' })).toHaveLength(ways);
  const before = reads.length;
  await click('Check again');
  expect(reads).toHaveLength(before + 1);
});

it('shows the payment that came late, after its time', async () => {
  const { root, setAnswer, click } = await openVoucher('oxxo', {
    ...OXXO,
    expires_after: NOW / 1000 + 60,
  });
  await passTime(60_100);
  setAnswer(PAID);
  await click('Check again');
  expect(root.dataset.phase).toBe('succeeded');
});

const barcode = () => screen.queryAllByRole('img').map((image) => image.getAttribute('aria-label'));

it.each([
  ['oxxo', OXXO, OXXO_NUMBER],
  ['boleto', { ...BOLETO, number: BOLETO_LINE }, BOLETO_LINE],
])('draws the barcode of %s, named by its number', async (method, payload, number) => {
  await openVoucher(method, payload);
  await waitFor(() => expect(barcode()).toContain(`Barcode with the number ${number}`));
  const grounds = [...document.querySelectorAll('.ps-barcode .ps-ground')];
  expect(grounds.map((ground) => ground.getAttribute('fill'))).toEqual(['#fff', '#fff']);
});

it.each([
  ['oxxo', { ...OXXO, number: '123 ABC' }],
  ['boleto', BOLETO],
  ['multibanco', MULTIBANCO],
  ['konbini', KONBINI],
])('draws no barcode of %s where none is known to be right', async (method, payload) => {
  await openVoucher(method, payload);
  await import('../barcode/barcodes.ts');
  await passTime();
  expect(barcode()).toEqual([]);
});
