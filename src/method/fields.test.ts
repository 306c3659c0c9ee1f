import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANKS } from './banks.ts';
import { FIELDS } from './fields.ts';
import type { FieldName } from './method.ts';

/** Mostly what fits somewhere: anything at all is refused nearly always. */
const entries = fc.oneof(
  fc.string(),
  fc.stringMatching(/^[ +(]*\d{5,13}[ -]?\d{0,4}$/),
  fc.stringMatching(/^\w{1,8}@\w{1,8}\.\w{2,3} ?$/),
  fc.constantFrom('São Paulo', 'df', 'maybank2u', 'DE', '+351 912 345 678', '12.ABC.345/01DE-35'),
);

describe('what a customer enters', () => {
  it.each<[FieldName, string, string, string | null]>([
    ['phone', 'mb_way', '912 345 678', '+351912345678'],
    ['phone', 'mb_way', '00351 912345678', '+351912345678'],
    ['phone', 'bizum', '612-345-678', '+34612345678'],
    ['phone', 'mb_way', '351912345678', '+351912345678'],
    ['phone', 'mb_way', '+44 7911 123456', '+447911123456'],
    ['phone', 'mb_way', '212 345 678', null],
    ['phone', 'bizum', '34 712 345 678', '+34712345678'],
    // As an address book copies it: marks of direction, a hard hyphen, hard spaces.
    ['phone', 'mb_way', '\u202a+351\u00a0912\u2011345\u2011678\u202c', '+351912345678'],
    ['phone', 'klarna', '+49 (30) 1234567', '+49301234567'],
    ['phone', 'klarna', '030 1234567', null],
    ['phone', 'mb_way', 'call me', null],
    ['email', 'oxxo', ' ana@example.com ', 'ana@example.com'],
    ['email', 'oxxo', 'ana@example', null],
    ['email', 'oxxo', 'ana example.com', null],
    ['name', 'oxxo', 'Ana Souza', 'Ana Souza'],
    ['name', 'oxxo', 'Ana', null],
    ['name', 'oxxo', ' Ana  de la Cruz', 'Ana de la Cruz'],
    ['name', 'oxxo', 'A Souza', null],
    ['name', 'ideal', 'Ana', 'Ana'],
    ['name', 'ideal', '  ', null],
    ['code', 'blik', '123 456', '123456'],
    ['code', 'blik', '123–456', '123456'],
    ['code', 'blik', '12345', null],
    ['code', 'blik', '1234567', null],
    ['code', 'blik', '12345a', null],
    ['postalCode', 'boleto', '01310-100', '01310-100'],
    ['postalCode', 'boleto', '01310100', '01310-100'],
    ['postalCode', 'boleto', '01.310-100', '01310-100'],
    ['postalCode', 'boleto', '1310', null],
    ['postalCode', 'klarna', 'SW1A 1AA', 'SW1A 1AA'],
    ['state', 'boleto', 'SP', 'SP'],
    ['state', 'boleto', ' sp ', 'SP'],
    ['state', 'boleto', 'São Paulo', 'SP'],
    ['state', 'boleto', 'sao  paulo', 'SP'],
    ['state', 'boleto', 'CA', null],
    ['state', 'afterpay_clearpay', 'CA', 'CA'],
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
    const types = fc.constantFrom('boleto', 'mb_way', 'fpx', 'blik', 'oxxo', 'klarna', 'bizum');
    fc.assert(
      fc.property(fc.constantFrom(...fields), types, entries, (field, type, entered) => {
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
