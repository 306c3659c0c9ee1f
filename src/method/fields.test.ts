import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANKS } from './banks.ts';
import { readValue } from './confirmParams.ts';
import { FIELDS } from './fields.ts';
import type { FieldName } from './method.ts';

/** What is sent of what was entered in one field. */
const read = (field: FieldName, entered: string, type: string) =>
  readValue({ field, place: 'billing', key: field }, type, { [field]: entered });

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
    ['phone', 'mobile_money', '+256 777 000 001', '256777000001'],
    ['phone', 'mobile_money', '0777 000 001', null],
    ['provider', 'mobile_money', 'mtn_ug', 'mtn_ug'],
    ['provider', 'mobile_money', 'mtn_de', null],
    ['app', 'upi', 'other', 'other'],
    ['app', 'upi', 'bhim', null],
    ['country', 'bank_transfer_eu', 'NL', 'NL'],
    ['country', 'bank_transfer_eu', 'US', null],
    ['phone', 'mb_way', 'call me', null],
    ['phone', 'mb_way', '+351 (0) 912 345 678', '+351912345678'],
    ['phone', 'mb_way', '0351 912345678', '+351912345678'],
    ['phone', 'mb_way', '011 351 912345678', '+351912345678'],
    ['phone', 'mb_way', '0912 345 678', '+351912345678'],
    ['phone', 'mb_way', 'tel:+351-912-345-678', '+351912345678'],
    ['phone', 'mb_way', 'Mobile: 912.345.678', '+351912345678'],
    ['phone', 'mb_way', '+351 912 345 678 ext. 12', '+351912345678'],
    ['phone', 'mb_way', 'tel:+351912345678;ext=12', '+351912345678'],
    ['phone', 'mb_way', '912 345 678 / 913 345 678', null],
    ['phone', 'mb_way', '+912345678', '+912345678'],
    ['phone', 'mb_way', '912-FLOWERS', null],
    ['phone', 'bizum', '+34 (0) 612 345 678', '+34612345678'],
    ['phone', 'bizum', '0034612345678', '+34612345678'],
    ['phone', 'bizum', '912 345 678', null],
    ['phone', 'klarna', '+44 (0)20 7946 0958', '+442079460958'],
    ['phone', 'klarna', '+49 0151 23456789', '+4915123456789'],
    ['phone', 'klarna', '0081 (0)90-1234-5678', '+819012345678'],
    // Italy, San Marino and Ivory Coast dial the 0 from abroad, too.
    ['phone', 'klarna', '+39 06 6982 1234', '+390669821234'],
    ['phone', 'klarna', '+378 0549 882345', '+3780549882345'],
    ['phone', 'klarna', '+225 07 12 34 56 78', '+2250712345678'],
    ['phone', 'klarna', '+1 (212) 555-0123', '+12125550123'],
    ['email', 'oxxo', ' ana@example.com ', 'ana@example.com'],
    ['email', 'oxxo', 'ana@example', null],
    ['email', 'oxxo', 'ana example.com', null],
    ['email', 'oxxo', 'taro＠example.com', 'taro@example.com'],
    ['email', 'oxxo', 'ana@\u200bexample.com', 'ana@example.com'],
    ['email', 'oxxo', 'taro@example。co。jp', 'taro@example.co.jp'],
    ['email', 'oxxo', 'Ana <ana@example.com>', 'ana@example.com'],
    ['email', 'oxxo', 'mailto:ana@example.com?subject=Hi', 'ana@example.com'],
    ['email', 'oxxo', 'ana@example.com,', 'ana@example.com'],
    ['email', 'oxxo', 'ana @ example.com', 'ana@example.com'],
    ['email', 'oxxo', 'Ana.Souza+shop@Example.COM', 'Ana.Souza+shop@Example.COM'],
    ['email', 'oxxo', "o'hara_1-2@ex-ample.co.uk", "o'hara_1-2@ex-ample.co.uk"],
    ['email', 'oxxo', 'ana@bücher.example', 'ana@xn--bcher-kva.example'],
    ['email', 'oxxo', 'ana@ラーメン.jp', 'ana@xn--4dkp5a8a.jp'],
    ['email', 'oxxo', 'ana@example.com, bo@example.com', null],
    ['email', 'oxxo', 'ana@ex..com', null],
    ['email', 'oxxo', 'ana@@example.com', null],
    ['email', 'oxxo', 'ana souza@example.com', null],
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
    ['code', 'blik', ' 123 456', '123456'],
    ['code', 'blik', 'BLIK: 123 456', '123456'],
    ['code', 'blik', 'Kod BLIK 123456, ważny 2 minuty', '123456'],
    ['code', 'blik', '１２３４５６', '123456'],
    ['code', 'blik', '123456 654321', null],
    ['code', 'blik', '1-2-3-4-5-6', '123456'],
    ['postalCode', 'boleto', '01310-100', '01310-100'],
    ['postalCode', 'boleto', '01310100', '01310-100'],
    ['postalCode', 'boleto', '01.310-100', '01310-100'],
    ['postalCode', 'boleto', '1310', null],
    ['postalCode', 'boleto', 'CEP: 01310-100', '01310-100'],
    ['postalCode', 'boleto', '01310-100 SP', null],
    ['postalCode', 'klarna', 'SW1A 1AA', 'SW1A 1AA'],
    ['postalCode', 'klarna', 'sw1a  1aa', 'SW1A 1AA'],
    ['postalCode', 'klarna', 'k1a 0b1', 'K1A 0B1'],
    ['postalCode', 'klarna', '〒１００ー０００１', '100-0001'],
    ['postalCode', 'klarna', 'ZIP: 94080–1234', '94080-1234'],
    ['postalCode', 'klarna', '?', null],
    ['state', 'boleto', 'SP', 'SP'],
    ['state', 'boleto', ' sp ', 'SP'],
    ['state', 'boleto', 'São Paulo', 'SP'],
    ['state', 'boleto', 'sao  paulo', 'SP'],
    ['state', 'boleto', 'CA', null],
    ['state', 'boleto', 'São Paulo - SP', 'SP'],
    ['state', 'boleto', 'Pará (PA)', 'PA'],
    ['state', 'boleto', 'SP/RJ', null],
    ['state', 'afterpay_clearpay', 'CA', 'CA'],
    ['bank', 'fpx', 'maybank2u', 'maybank2u'],
    ['bank', 'fpx', 'ing', null],
    ['country', 'klarna', 'DE', 'DE'],
    ['country', 'klarna', 'BR', null],
    ['city', 'boleto', ' São   Paulo ', 'São Paulo'],
  ])('as %s for %s: "%s" is sent as %s', (field, type, entered, sent) => {
    expect(read(field, entered, type)).toBe(sent);
  });

  it('is understood the same when it is entered as it was sent', () => {
    const fields = Object.keys(FIELDS) as FieldName[];
    const types = fc.constantFrom('boleto', 'mb_way', 'fpx', 'blik', 'oxxo', 'klarna', 'bizum');
    fc.assert(
      fc.property(fc.constantFrom(...fields), types, entries, (field, type, entered) => {
        const sent = read(field, entered, type);
        if (sent !== null) expect(read(field, sent, type)).toBe(sent);
      }),
    );
  });

  it('never throws, whatever it is', () => {
    const fields = Object.keys(FIELDS) as FieldName[];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ unit: 'binary' }), (field, entered) => {
        for (const type of Object.keys(BANKS)) read(field, entered, type);
      }),
    );
  }, 30_000);
});
