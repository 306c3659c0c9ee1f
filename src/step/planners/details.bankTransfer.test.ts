import { describe, expect, it } from 'vitest';
import type { DetailGroup, DetailName } from '../step.ts';
import { DEVICE_NAMES, plan } from '../testing/devices.ts';
import { example } from '../testing/examples.ts';

const type = 'display_bank_transfer_instructions';
const hosted_instructions_url = 'https://pay.example/transfer';

const postal = {
  line1: '354 Oyster Point',
  line2: 'Floor 2',
  postal_code: '94080',
  city: 'South San Francisco',
  state: 'CA',
  country: 'US',
};
const POSTAL = '354 Oyster Point, Floor 2, 94080, South San Francisco, CA, US';
const holder = { account_holder_name: 'Stripe', account_holder_address: postal };
const bank = { bank_address: { ...postal, line1: '1 Bank Street', line2: null } };
const BANK = '1 Bank Street, 94080, South San Francisco, CA, US';

/** Every kind of address with all its fields, not in the order in which they are shown. */
const KINDS: Record<
  string,
  readonly [Record<string, unknown>, Partial<Record<DetailName, string>>]
> = {
  aba: [
    {
      ...holder,
      ...bank,
      account_number: '11119999884',
      account_type: 'checking',
      bank_name: 'US Test Bank',
      routing_number: '999999999',
    },
    {
      account_holder_name: 'Stripe',
      routing_number: '999999999',
      bank_name: 'US Test Bank',
      account_type: 'checking',
      account_number: '11119999884',
      account_holder_address: POSTAL,
      bank_address: BANK,
    },
  ],
  iban: [
    { ...holder, ...bank, bic: 'AGRIFRPP', country: 'FR', iban: 'FR1420041010050500013M02606' },
    {
      account_holder_name: 'Stripe',
      iban: 'FR1420041010050500013M02606',
      bic: 'AGRIFRPP',
      country: 'FR',
      account_holder_address: POSTAL,
      bank_address: BANK,
    },
  ],
  sort_code: [
    { ...holder, ...bank, account_number: '00012345', sort_code: '108800' },
    {
      account_holder_name: 'Stripe',
      sort_code: '108800',
      account_number: '00012345',
      account_holder_address: POSTAL,
      bank_address: BANK,
    },
  ],
  spei: [
    { ...holder, ...bank, bank_code: '002', bank_name: 'BANAMEX', clabe: '002180650612345670' },
    {
      account_holder_name: 'Stripe',
      clabe: '002180650612345670',
      bank_code: '002',
      bank_name: 'BANAMEX',
      account_holder_address: POSTAL,
      bank_address: BANK,
    },
  ],
  swift: [
    {
      ...holder,
      ...bank,
      account_number: '11119999884',
      account_type: 'checking',
      bank_name: 'US Test Bank',
      swift_code: 'TESTUS99XXX',
    },
    {
      account_holder_name: 'Stripe',
      swift_code: 'TESTUS99XXX',
      bank_name: 'US Test Bank',
      account_type: 'checking',
      account_number: '11119999884',
      account_holder_address: POSTAL,
      bank_address: BANK,
    },
  ],
  zengin: [
    {
      ...holder,
      ...bank,
      account_number: '1234567',
      account_type: 'futsu',
      bank_code: '0001',
      bank_name: 'みずほ銀行',
      branch_code: '001',
      branch_name: '東京営業部',
    },
    {
      account_holder_name: 'Stripe',
      bank_code: '0001',
      bank_name: 'みずほ銀行',
      branch_code: '001',
      branch_name: '東京営業部',
      account_type: 'futsu',
      account_number: '1234567',
      account_holder_address: POSTAL,
      bank_address: BANK,
    },
  ],
};

function transfer(payload: Record<string, unknown>) {
  const step = plan(type, payload);
  if (step.kind !== 'bank-transfer') throw new Error(`not a transfer: ${step.kind}`);
  return step;
}

const inOrder = ({ details }: DetailGroup) => details.map(({ name, value }) => [name, value]);

describe('a bank transfer', () => {
  it.each(Object.entries(KINDS))('shows an account of the kind %s in order', (kind, account) => {
    const [payloadFields, shown] = account;
    const { groups } = transfer({ financial_addresses: [{ type: kind, [kind]: payloadFields }] });
    expect(groups.map(({ name }) => name)).toEqual([kind]);
    expect(groups.flatMap(inOrder)).toEqual(Object.entries(shown));
  });

  it.each(Object.entries(KINDS))(
    'leaves out what is null in the kind %s',
    (kind, [payloadFields]) => {
      for (const name of Object.keys(payloadFields)) {
        for (const missing of [null, undefined, '', 7, [], {}]) {
          const account = { ...payloadFields, [name]: missing };
          const { groups } = transfer({ financial_addresses: [{ type: kind, [kind]: account }] });
          const names = groups.flatMap(({ details }) => details.map((detail) => detail.name));
          expect([...names].sort()).toEqual(
            Object.keys(payloadFields)
              .filter((other) => other !== name)
              .sort(),
          );
        }
      }
    },
  );

  it('has a postal address in one line, and its parts for the order of its country', () => {
    const account = {
      type: 'swift',
      swift: { bank_address: { ...postal, line2: '', colour: 'red' } },
    };
    const { line2: _, ...address } = postal;
    const value = '354 Oyster Point, 94080, South San Francisco, CA, US';
    expect(transfer({ financial_addresses: [account] }).groups[0]?.details).toEqual([
      { name: 'bank_address', value, address },
    ]);
  });

  it('shows both accounts of dollars, on every device', () => {
    for (const device of DEVICE_NAMES) {
      expect(plan(type, example(type), device)).toMatchObject({
        kind: 'bank-transfer',
        groups: [{ name: 'aba' }, { name: 'swift' }],
        reference: 'A1B2C3',
        amount: 10_000,
        currency: 'usd',
        hostedUrl: 'https://qr.example/page',
      });
    }
  });

  it.each([
    ['is null', null],
    ['is missing', undefined],
    ['has no value', { country: null, iban: '' }],
    ['is a text', 'FR1420041010050500013M02606'],
  ])('leaves out an account whose block %s', (_, iban) => {
    const { groups } = transfer({
      financial_addresses: [
        { type: 'iban', iban },
        { type: 'spei', spei: { clabe: '1' } },
      ],
    });
    expect(groups).toEqual([{ name: 'spei', details: [{ name: 'clabe', value: '1' }] }]);
  });

  it.each([
    ['no list', { iban: {} }],
    ['no records', [null, 'iban', 7, []]],
    ['of no kind', [{ iban: { iban: 'FR14' } }, { type: 7, iban: { iban: 'FR14' } }]],
    ['of a kind that every object has', [{ type: '__proto__' }, { type: 'constructor' }]],
    ['missing', undefined],
  ])("is only the gateway's page where the accounts are %s", (_, financial_addresses) => {
    const payload = { financial_addresses, reference: 'A1', hosted_instructions_url };
    expect(plan(type, payload)).toEqual({
      kind: 'bank-transfer',
      surface: 'desktop',
      groups: [],
      reference: 'A1',
      amount: null,
      currency: null,
      hostedUrl: hosted_instructions_url,
    });
    const withHostileUrl = { ...payload, hosted_instructions_url: 'javascript:alert(1)' };
    expect(plan(type, withHostileUrl).kind).toBe('unsupported');
  });

  it('shows a kind that nobody knows yet, as far as its values are known', () => {
    const interac = { account_number: '1', alias: 'a@b.example' };
    const { groups } = transfer({ financial_addresses: [{ type: 'interac', interac }] });
    const details = [{ name: 'account_number', value: '1' }];
    expect(groups).toEqual([{ name: 'interac', details }]);
  });

  it.each([
    [10_000, 10_000],
    // All has come, and the gateway has not counted it yet.
    [0, 0],
    [null, null],
    [undefined, null],
    [-1, null],
    [1.5, null],
    ['100', null],
  ])('is still to come: %s', (amount_remaining, amount) => {
    expect(transfer({ hosted_instructions_url, amount_remaining }).amount).toBe(amount);
  });

  it.each([
    ['usd', 'usd'],
    ['USD', 'usd'],
    ['', null],
    [null, null],
  ])('is in the currency %j', (currency, expected) => {
    expect(transfer({ hosted_instructions_url, currency }).currency).toBe(expected);
  });
});
