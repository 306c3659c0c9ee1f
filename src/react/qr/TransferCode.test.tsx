import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { intentWithAction, type Json } from '../../checkout/testing/createTestCheckout.ts';
import { DEVICES, type DeviceName } from '../../step/testing/devices.ts';
import { fakeCanvas } from '../testing/canvas.ts';
import { passTime } from '../testing/clock.ts';
import { linkTo, openCheckout } from '../testing/openCheckout.tsx';
import { qrPath } from './qrPath.ts';

const IBAN = {
  account_holder_name: 'Tea & Co',
  iban: 'DE89370400440532013000',
  bic: 'TESTDEFF',
};

function transfer(changes: Json = {}, account: Json = IBAN) {
  const payload = {
    amount_remaining: 1599,
    currency: 'eur',
    reference: 'K7M2PX4QRT',
    financial_addresses: [{ type: 'iban', iban: account }],
    ...changes,
  };
  const wire = intentWithAction('display_bank_transfer_instructions', payload);
  return { ...wire, amount: 2099, currency: 'eur' };
}

async function openOn(device: DeviceName, wire = transfer()) {
  const drawn = fakeCanvas();
  const page = await openCheckout(wire, { device: DEVICES[device], locale: 'en' });
  await passTime();
  return { ...page, ...drawn };
}

const NAME = 'QR code for a transfer of €15.99';
const drawing = () => document.querySelector('.ps-qr path:last-child')?.getAttribute('d');

it('draws what is still to pay as a code for a bank’s app', async () => {
  await openOn('desktop');
  expect(screen.getByRole('img', { name: NAME })).toBeTruthy();
  expect(screen.getByText('Scan with your bank’s app')).toBeTruthy();
  const text =
    'BCD\n002\n1\nSCT\nTESTDEFF\nTea & Co\nDE89370400440532013000\nEUR15.99\n\n\nK7M2PX4QRT';
  expect(drawing()).toBe(qrPath(text)?.path);
});

it('draws the remainder anew as soon as a part has come', async () => {
  const { answerNext } = await openOn('desktop');
  const before = drawing();
  await answerNext(transfer({ amount_remaining: 599 }));
  expect(screen.getByRole('img', { name: 'QR code for a transfer of €5.99' })).toBeTruthy();
  expect(drawing()).not.toBe(before);
});

const isBefore = (one: Element | null, other: Element | null) =>
  Boolean(one && other && one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

it.each<[DeviceName, boolean]>([
  ['desktop', true],
  ['iphone', false],
  ['android', false],
])('stands on %s before the account’s values: %s', async (device, isFirst) => {
  const { root } = await openOn(device);
  const details = root.querySelector('.ps-details');
  expect(isBefore(root.querySelector('.ps-code'), details)).toBe(isFirst);
});

it('can be saved on a phone, where it is for another device', async () => {
  await openOn('iphone');
  expect(linkTo('Save the code').download).toBe('transfer-qr.png');
});

it('is not to be saved on a desktop', async () => {
  await openOn('desktop');
  expect(screen.queryByRole('link', { name: 'Save the code' })).toBeNull();
});

it.each([
  ['in another currency', transfer({ currency: 'usd' })],
  ['without a reference', transfer({ reference: null })],
  ['without an IBAN', transfer({}, { account_holder_name: 'Tea & Co' })],
  ['without an amount', transfer({ amount_remaining: null })],
  ['with a currency that nobody has said', transfer({ currency: null })],
])('is not drawn for a transfer %s', async (_, wire) => {
  await openOn('desktop', wire);
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.queryByText('Scan with your bank’s app')).toBeNull();
});
