import fc from 'fast-check';
import qs from 'qs';
import { describe, expect, it } from 'vitest';
import { WIRES } from './wires.ts';

const PK = 'pk_test_1';
const formOf = (params: object) => {
  const { _stripe_version: version, ...form } = qs.parse(WIRES.stripe(PK, params as never).body, {
    depth: 20,
  });
  expect(version).toBe('2025-03-31.basil');
  return form;
};

describe('a form for Stripe', () => {
  it('leaves out what is not given, and whatever holds nothing', () => {
    expect(formOf({ return_url: undefined, payment_method_data: {}, expand: [] })).toEqual({
      key: PK,
    });
  });

  it('says numbers and yes or no in words', () => {
    expect(formOf({ amount: 0, use_stripe_sdk: false })).toEqual({
      key: PK,
      amount: '0',
      use_stripe_sdk: 'false',
    });
  });

  it('numbers a list, so that what belongs together stays together', () => {
    const lines = [{ name: 'a', count: '1' }, { name: 'b' }, 'c'];
    expect(formOf({ lines })).toEqual({ key: PK, lines });
  });

  it.each(['a=b&c=d', 'ü ß 你好 😀', '[x]', '+ %2B', '\u0000', '‮'])(
    'carries "%s" as it is',
    (text) => {
      expect(formOf({ payment_method_data: { name: text } })).toEqual({
        key: PK,
        payment_method_data: { name: text },
      });
    },
  );

  it('has one key, whatever else is sent', () => {
    const { body } = WIRES.stripe(PK, { client_secret: 'pi_1_secret_2' });
    expect(new URLSearchParams(body).getAll('key')).toEqual([PK]);
  });
});

describe('a body for WooshPay', () => {
  it('is the parameters themselves, whatever they are', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (params) => {
        const { body } = WIRES.wooshpay(PK, params as never);
        expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(params)));
      }),
    );
  });

  it('holds no key: that is the user name of HTTP Basic, with no password', () => {
    const { headers, body } = WIRES.wooshpay(PK, {});
    expect(body).not.toContain(PK);
    expect(atob(headers.authorization?.replace('Basic ', '') ?? '')).toBe(`${PK}:`);
  });
});
