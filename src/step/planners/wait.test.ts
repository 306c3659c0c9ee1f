import { describe, expect, it } from 'vitest';
import { DEVICE_NAMES, plan } from '../testing/devices.ts';
import { example } from '../testing/examples.ts';

const AT = 1_700_000_000;

const step = {
  kind: 'await',
  method: '',
  awaited: 'approval',
  at: null,
  link: null,
  expiresAt: null,
};

describe('an approval in an app on the phone', () => {
  it.each([
    ['blik_authorize', 'blik'],
    ['upi_await_notification', 'upi'],
    ['mb_way_await_authorization', 'mb_way'],
    ['await_authorization', ''],
    ['await_notification', ''],
    ['bizum_await_authorization', 'bizum'],
  ])('%s says all by its type, on every device', (type, method) => {
    for (const device of DEVICE_NAMES) {
      expect(plan(type, {}, device)).toEqual({ ...step, method });
    }
  });

  it.each([
    [AT, AT * 1000],
    [0, null],
    [null, null],
    ['1700000000', null],
  ])('ends only when the gateway says so: %s', (expires_at, expiresAt) => {
    for (const type of ['blik_authorize', 'upi_await_notification']) {
      expect(plan(type, { expires_at })).toMatchObject({ expiresAt });
    }
  });
});

describe('a recurring charge of an Indian card', () => {
  const type = 'card_await_notification';

  it.each([
    [true, 'approval'],
    [false, 'notice'],
    [null, 'notice'],
    [undefined, 'notice'],
    ['true', 'notice'],
  ])('with customer_approval_required %s is an %s', (customer_approval_required, awaited) => {
    const payload = { charge_attempt_at: AT, customer_approval_required };
    expect(plan(type, payload)).toEqual({ ...step, method: 'card', awaited, at: AT * 1000 });
  });

  it('needs no time', () => {
    expect(plan(type, { charge_attempt_at: null })).toMatchObject({ awaited: 'notice', at: null });
  });
});

describe('small deposits', () => {
  const type = 'verify_with_microdeposits';
  const payload = example(type);

  it.each([
    ['amounts', 'amounts'],
    ['descriptor_code', 'code'],
    [null, 'code'],
  ])('of the kind %s are named by their %s', (microdeposit_type, awaited) => {
    expect(plan(type, { ...payload, microdeposit_type })).toEqual({
      ...step,
      awaited,
      at: AT * 1000,
      link: payload.hosted_verification_url,
    });
  });

  it.each([undefined, null, '', 'javascript:alert(1)', 'stripe://x'])(
    'cannot be named on the page %s',
    (hosted_verification_url) => {
      expect(plan(type, { ...payload, hosted_verification_url }).kind).toBe('unsupported');
    },
  );
});
