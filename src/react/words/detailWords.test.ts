import { expect, it } from 'vitest';
import { en } from '../../locales/en.ts';
import type { DetailGroup } from '../../step/index.ts';
import { detailsText } from './detailWords.ts';

const LAWSON: DetailGroup = {
  name: 'lawson',
  details: [
    { name: 'payment_code', value: '500005' },
    { name: 'confirmation_number', value: '09876543210' },
  ],
};
const MINISTOP: DetailGroup = {
  name: 'ministop',
  details: [{ name: 'payment_code', value: '600006' }],
};
const url = 'https://voucher.example/page';

it('has a paragraph for each chain of stores, under its name, and the page at the end', () => {
  const text = detailsText(
    { lines: ['Pay with Konbini', 'Tea & Co', '¥5,200'], groups: [LAWSON, MINISTOP], url },
    en,
    'en',
  );
  expect(text).toBe(
    [
      'Pay with Konbini\nTea & Co\n¥5,200',
      'Lawson\nPayment code: 500005\nConfirmation number: 09876543210',
      'Ministop\nPayment code: 600006',
      url,
    ].join('\n\n'),
  );
});

it('has no name above the only group, and no line for what is not known', () => {
  const text = detailsText({ lines: ['Pay', null, ''], groups: [MINISTOP], url: null }, en, 'en');
  expect(text).toBe('Pay\n\nPayment code: 600006');
});

it('has values as they are typed elsewhere, and words where the gateway has codes', () => {
  const group: DetailGroup = {
    name: 'iban',
    details: [
      { name: 'iban', value: 'DE89370400440532013000' },
      { name: 'country', value: 'DE' },
      { name: 'account_type', value: 'checking' },
    ],
  };
  expect(detailsText({ lines: [], groups: [group], url: null }, en, 'en')).toBe(
    'IBAN: DE89370400440532013000\nCountry: Germany\nAccount type: Checking',
  );
});
