import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANKS } from './banks.ts';
import { FIELDS } from './fields.ts';
import type { FieldName } from './method.ts';

describe('what a customer enters', () => {
  it.each<[FieldName, string, string, string | null]>([
    ['phone', 'mb_way', '912 345 678', '+351912345678'],
    ['phone', 'mb_way', '00351 912345678', '+351912345678'],
    ['phone', 'bizum', '612-345-678', '+34612345678'],
    ['phone', 'klarna', '+49 (30) 1234567', '+49301234567'],
    ['phone', 'klarna', '030 1234567', null],
    ['phone', 'mb_way', 'call me', null],
    ['email', 'oxxo', ' ana@example.com ', 'ana@example.com'],
    ['email', 'oxxo', 'ana@example', null],
    ['email', 'oxxo', 'ana example.com', null],
    ['name', 'oxxo', 'Ana Souza', 'Ana Souza'],
    ['name', 'oxxo', 'Ana', null],
    ['name', 'ideal', 'Ana', 'Ana'],
    ['name', 'ideal', '  ', null],
    ['code', 'blik', '123 456', '123456'],
    ['code', 'blik', '12345', null],
    ['code', 'blik', '12345a', null],
    ['vpa', 'upi', 'ana@okbank', 'ana@okbank'],
    ['vpa', 'upi', 'ana', null],
    ['postalCode', 'boleto', '01310-100', '01310-100'],
    ['postalCode', 'boleto', '1310', null],
    ['postalCode', 'klarna', 'SW1A 1AA', 'SW1A 1AA'],
    ['bank', 'fpx', 'maybank2u', 'maybank2u'],
    ['bank', 'fpx', 'ing', null],
    ['country', 'klarna', 'DE', 'DE'],
    ['country', 'klarna', 'BR', null],
    ['city', 'boleto', ' São   Paulo ', 'São Paulo'],
  ])('as %s for %s: "%s" is sent as %s', (field, type, entered, sent) => {
    expect(FIELDS[field].read(entered, type)).toBe(sent);
  });

  it('is understood the same when it is entered as it was sent', () => {
    const fields = Object.keys(FIELDS) as FieldName[];
    const types = fc.constantFrom('boleto', 'mb_way', 'fpx', 'blik', 'oxxo', 'klarna', 'upi');
    fc.assert(
      fc.property(fc.constantFrom(...fields), types, fc.string(), (field, type, entered) => {
        const sent = FIELDS[field].read(entered, type);
        if (sent !== null) expect(FIELDS[field].read(sent, type)).toBe(sent);
      }),
    );
  });

  it('never throws, whatever it is', () => {
    const fields = Object.keys(FIELDS) as FieldName[];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ unit: 'binary' }), (field, entered) => {
        for (const type of Object.keys(BANKS)) FIELDS[field].read(entered, type);
      }),
    );
  });
});
