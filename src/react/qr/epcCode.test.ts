import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BankTransferStep, DetailName } from '../../step/index.ts';
import { epcCode } from './epcCode.ts';
import { qrPath } from './qrPath.ts';

const ACCOUNT: Partial<Record<DetailName, string>> = {
  account_holder_name: 'Tea & Co',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFFXXX',
};

interface Changes extends Partial<BankTransferStep> {
  readonly account?: Partial<Record<DetailName, string>>;
  readonly group?: string;
}

function step({ account, group = 'iban', ...changes }: Changes = {}): BankTransferStep {
  const details = Object.entries({ ...ACCOUNT, ...account })
    .filter(([, value]) => value)
    .map(([name, value]) => ({ name: name as DetailName, value }));
  const [first, ...others] = details;
  return {
    kind: 'bank-transfer',
    surface: 'desktop',
    groups: first ? [{ name: group, details: [first, ...others] }] : [],
    reference: 'K7M2PX4QRT',
    amount: 2099,
    currency: 'eur',
    hostedUrl: null,
    ...changes,
  };
}

const lines = (changes?: Changes) => epcCode(step(changes))?.split('\n');

it('has the lines of the standard in their order', () => {
  expect(lines()).toEqual([
    'BCD',
    '002',
    '1',
    'SCT',
    'COBADEFFXXX',
    'Tea & Co',
    'DE89370400440532013000',
    'EUR20.99',
    '',
    '',
    'K7M2PX4QRT',
  ]);
});

it('ends with its last part, and has no line break after that', () => {
  expect(epcCode(step())).toMatch(/K7M2PX4QRT$/);
});

it.each([
  [1, 'EUR0.01'],
  [10, 'EUR0.10'],
  [100, 'EUR1.00'],
  [1234, 'EUR12.34'],
  [99_999_999_999, 'EUR999999999.99'],
])('writes %d cents with a dot and both decimals', (amount, line) => {
  expect(lines({ amount })?.[7]).toBe(line);
});

it.each([0, -1, 100_000_000_000, null])('is none for an amount of %s', (amount) => {
  expect(epcCode(step({ amount }))).toBeNull();
});

it.each(['usd', 'gbp', 'EUR ', null])('is none in a currency that is %s', (currency) => {
  expect(epcCode(step({ currency }))).toBeNull();
});

it('is none for an account that is no IBAN one, whatever its values', () => {
  expect(epcCode(step({ group: 'sort_code' }))).toBeNull();
  expect(epcCode(step({ groups: [] }))).toBeNull();
});

it.each([
  ['printed in groups', 'de89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  ['of Norway, the shortest', 'NO9386011117947', 'NO9386011117947'],
  ['of Malta, with letters', 'MT84MALT011000012345MTLCAST001S', 'MT84MALT011000012345MTLCAST001S'],
])('takes an IBAN %s', (_, iban, line) => {
  expect(lines({ account: { iban } })?.[6]).toBe(line);
});

it.each(['', 'DE89370400440532013001', 'DE8937040044', 'no IBAN', '89370400440532013000'])(
  'is none for an IBAN that cannot be right: “%s”',
  (iban) => {
    expect(epcCode(step({ account: { iban } }))).toBeNull();
  },
);

it.each([
  ['of 8 characters', 'bofiie3d', 'BOFIIE3D'],
  ['that is missing, since version 2 has it optional', '', ''],
  ['that cannot be right', 'BANK', ''],
])('takes a BIC %s', (_, bic, line) => {
  expect(lines({ account: { bic } })?.[4]).toBe(line);
});

it.each([
  ['with letters of its language', 'Bäckerei Özdemir & Søn'],
  ['in other letters', 'Кафе Чай'],
  ['with signs', 'A.B. (Tea) / Co. + Sons, “No. 1”'],
  ['of 70 characters', 'ä'.repeat(70)],
])('takes a name %s', (_, name) => {
  expect(lines({ account: { account_holder_name: name } })?.[5]).toBe(name);
});

it('has a name in one line, without room to spare', () => {
  expect(lines({ account: { account_holder_name: ' Tea\r\n&  Co\u00a0' } })?.[5]).toBe('Tea & Co');
});

it.each([
  ['missing', ''],
  ['longer than 70 characters', 'x'.repeat(71)],
  ['with a character that nobody sees', 'Tea\u0000Co'],
  ['with an emoji', 'Tea 🍵'],
])('is none for a name that is %s: a bank checks it', (_, name) => {
  expect(epcCode(step({ account: { account_holder_name: name } }))).toBeNull();
});

it.each(['RF18539007547034', 'RF18 5390 0754 7034', 'rf18539007547034'])(
  'has a line of its own for a creditor reference: %s',
  (reference) => {
    expect(lines({ reference })?.slice(8)).toEqual(['', 'RF18539007547034']);
  },
);

it.each(['RF19539007547034', 'RF', 'RFID 17', 'X'.repeat(140), "Order 17/3: tea (2), it's + 1?"])(
  'has any other reference as it is: %s',
  (reference) => {
    expect(lines({ reference })?.slice(8)).toEqual(['', '', reference]);
  },
);

it.each([
  ['missing', null],
  ['empty', '  '],
  ['longer than 140 characters', 'x'.repeat(141)],
  ['with a letter that a bank may change', 'Größe 7'],
  ['with a sign that a bank may change', 'A&B'],
])('is none for a reference that is %s: the payment would be lost', (_, reference) => {
  expect(epcCode(step({ reference }))).toBeNull();
});

it('is none where all of it is more than 331 bytes', () => {
  const account = { account_holder_name: '店'.repeat(70) };
  expect(epcCode(step({ account, reference: 'x'.repeat(30) }))).toContain('店');
  expect(epcCode(step({ account, reference: 'x'.repeat(140) }))).toBeNull();
});

/** Version 13 has 69 modules on a side; the quiet zone is four on each. */
it('fits a code of version 13, and is never cut, whatever the values', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 150 }), (name, reference) => {
      const text = epcCode(step({ account: { account_holder_name: name }, reference }));
      if (text === null) return;
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(331);
      expect(qrPath(text)?.size).toBeLessThanOrEqual(69 + 8);
      expect(text.split('\n').length).toBeLessThanOrEqual(11);
    }),
  );
});
