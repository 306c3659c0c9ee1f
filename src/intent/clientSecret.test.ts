import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intentIdOf } from './clientSecret.ts';

describe('intentIdOf', () => {
  it.each([
    [
      "Stripe's",
      'pi_3MtwBwLkdIwHu7ix28a3tqPa_secret_YrKJUKribcBjcG8HVhfZluoGH',
      'pi_3MtwBwLkdIwHu7ix28a3tqPa',
    ],
    [
      "WooshPay's",
      'pi_1604012360740110336_secret_YYFHuk8Lago3RSqjbVFe68AA',
      'pi_1604012360740110336',
    ],
    ['a scoped one', 'pi_1_scoped_secret_2', 'pi_1'],
    [
      "a SetupIntent's",
      'seti_1Mm8s8LkdIwHu7ix0OXBfTRG_secret_NXDICkPqPeiBTAFqWmkbff09lRmSVXe',
      'seti_1Mm8s8LkdIwHu7ix0OXBfTRG',
    ],
  ])('finds the id in %s client secret', (_, secret, id) => {
    expect(intentIdOf(secret)).toBe(id);
  });

  it.each([
    '',
    'pi_1',
    'pi_1_secret_',
    'pi__secret_1',
    '_secret_1',
    'seti_1',
    'seti_1_secret_',
    'xseti_1_secret_2',
    'cs_1_secret_2',
    'sk_test_1',
    'redacted_client_secret',
    'undefined',
    'pi_1_secret_2_secret_3',
    'pi_1_other_secret_2',
    ' pi_1_secret_2',
    'pi_1_secret_2 ',
    'pi_1_secret_2\n',
    'PI_1_secret_2',
    'pi_1/../2_secret_3',
    'pi_1?a=b_secret_3',
    'pi_1#_secret_3',
    'pi_%2e_secret_3',
  ])('finds none in %j', (secret) => {
    expect(intentIdOf(secret)).toBeNull();
  });

  it('finds only ids that are one segment of a path', () => {
    const part = fc.oneof(fc.string(), fc.stringMatching(/^[^_]{1,20}$/));
    fc.assert(
      fc.property(part, part, (id, secret) => {
        for (const kind of ['pi', 'seti']) {
          const found = intentIdOf(`${kind}_${id}_secret_${secret}`);
          expect(found === null || encodeURIComponent(found) === found).toBe(true);
        }
      }),
    );
  });
});
