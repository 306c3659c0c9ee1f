import fc from 'fast-check';
import qs from 'qs';
import { describe, expect, it } from 'vitest';
import { confirmAtStripe } from './stripe.ts';

const PK = 'pk_test_1';
const SECRET = 'pi_1_secret_2';

const bodyOf = (params: object) =>
  confirmAtStripe({
    publishableKey: PK,
    clientSecret: SECRET,
    id: 'pi_1',
    idempotencyKey: 'key-1',
    params: params as never,
  }).body ?? '';

const formOf = (params: object) => {
  const form = qs.parse(bodyOf(params), { depth: 20 });
  const { _stripe_version: version, client_secret: secret, ...others } = form;
  expect({ version, secret }).toEqual({ version: '2025-03-31.basil', secret: SECRET });
  return others;
};

describe('a form for Stripe', () => {
  it('leaves out what is undefined or empty', () => {
    expect(formOf({ return_url: undefined, payment_method_data: {}, expand: [] })).toEqual({
      key: PK,
    });
  });

  it('encodes numbers and booleans as text', () => {
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

  it('has one key and one client secret, whatever else is sent', () => {
    const body = bodyOf({ key: 'another', client_secret: 'another' });
    expect(new URLSearchParams(body).getAll('key')).toEqual([PK]);
    expect(new URLSearchParams(body).getAll('client_secret')).toEqual([SECRET]);
  });

  it('writes any parameters so that they are read as they were', () => {
    const text = fc.string({ unit: 'grapheme' });
    const name = fc.stringMatching(/^[a-z][a-z_0-9]{0,12}$/);
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ weight: 3, arbitrary: text.filter(Boolean) }, tie('hash')),
      hash: fc.dictionary(name, tie('any'), { minKeys: 1, maxKeys: 3 }),
    })).hash;
    fc.assert(
      fc.property(value as fc.Arbitrary<object>, (params) => {
        expect(formOf(params)).toMatchObject({ key: PK, ...params });
      }),
    );
  });
});
