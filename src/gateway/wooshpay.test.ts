import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmAtWooshpay } from './wooshpay.ts';

const PK = 'pk_test_1';
const SECRET = 'pi_1_secret_2';

const confirmWith = (params: object) =>
  confirmAtWooshpay({
    publishableKey: PK,
    clientSecret: SECRET,
    id: 'pi_1',
    idempotencyKey: 'key-1',
    params: params as never,
  });

describe('a body for WooshPay', () => {
  it('is the parameters themselves, whatever they are, and the client secret', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (params) => {
        const { client_secret: secret, ...others } = JSON.parse(confirmWith(params).body ?? '');
        expect(secret).toBe(SECRET);
        expect(others).toEqual(JSON.parse(JSON.stringify(params)));
      }),
    );
  });

  it('holds no key: that is the user name of HTTP Basic, with no password', () => {
    const { headers, body } = confirmWith({});
    expect(body).not.toContain(PK);
    expect(atob(headers?.authorization?.replace('Basic ', '') ?? '')).toBe(`${PK}:`);
  });
});
