import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfirmParams } from '../gateway/index.ts';
import { parsePaymentIntent } from '../intent/index.ts';
import { countAnswer, idempotencyKey } from './idempotencyKey.ts';
import { intent, type Json } from './testing/world.ts';

let payments = 0;
/** Each of another payment, since a page counts the answers of each. */
const newId = () => `pi_key${++payments}`;
const seen = (id: string, fields: Json = { status: 'requires_payment_method' }) =>
  parsePaymentIntent(intent({ id, ...fields }));

const BLIK: ConfirmParams = {
  payment_method_data: { type: 'blik' },
  payment_method_options: { blik: { code: '123456' } },
};

const code = (data: string) => ({
  next_action: {
    type: 'wechat_pay_display_qr_code',
    wechat_pay_display_qr_code: { data },
  },
});

describe('the key of an attempt', () => {
  it('is the same in another tab, or after a reload', () => {
    const id = newId();
    expect(idempotencyKey(seen(id), { ...BLIK })).toBe(idempotencyKey(seen(id), BLIK));
  });

  it('is another for another code, payment, or amount of answers', () => {
    const id = newId();
    const other = { ...BLIK, payment_method_options: { blik: { code: '123457' } } };
    const keys = [
      idempotencyKey(seen(id), BLIK),
      idempotencyKey(seen(id), other),
      idempotencyKey(seen(newId()), BLIK),
    ];
    countAnswer(id);
    keys.push(idempotencyKey(seen(id), BLIK));
    expect(new Set(keys).size).toBe(4);
  });

  it('is another after each reload that follows a decline for the same reason', () => {
    const id = newId();
    const keyAfter = (payment_method: string) =>
      idempotencyKey(
        seen(id, {
          status: 'requires_payment_method',
          last_payment_error: { code: 'card_declined', payment_method: { id: payment_method } },
        }),
        BLIK,
      );
    expect(keyAfter('pm_2')).not.toBe(keyAfter('pm_1'));
  });

  it('is another after each reload that follows a code which has run out', () => {
    const id = newId();
    const of = (data: string) => idempotencyKey(seen(id, code(data)), {});
    expect(of('weixin://2')).not.toBe(of('weixin://1'));
  });

  it('is short, and gives away nothing of what was entered', () => {
    const text = fc.string({ minLength: 5, unit: 'grapheme' });
    const id = newId();
    fc.assert(
      fc.property(text, (name) => {
        const params = { payment_method_data: { billing_details: { name } } };
        const key = idempotencyKey(seen(id), params);
        expect(key).toMatch(new RegExp(`^paystep-${id}-[0-9a-z]{2,14}$`));
      }),
    );
  });

  it('tells any two sets of values apart', () => {
    const id = newId();
    const values = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(values, (names) => {
        const keys = names.map((name) => idempotencyKey(seen(id), { payment_method: name }));
        expect(new Set(keys).size).toBe(names.length);
      }),
    );
  });
});
