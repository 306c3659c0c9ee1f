import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ConfirmParams, createGateway } from '../../gateway/index.ts';
import { parseIntent } from '../../intent/index.ts';
import { openPayment } from '../openPayment.ts';
import { createBrowser } from '../testing/browser.ts';
import { intent, type Json } from '../testing/createTestCheckout.ts';
import { recordAnswered, recordSent } from './attemptLog.ts';
import { recordRead } from './attemptStore.ts';
import { idempotencyKey } from './idempotencyKey.ts';

const UNPAID = { status: 'requires_payment_method' };
const shownIntent = (fields: Json = UNPAID) => parseIntent(intent(fields));
const SECRET = 'pi_1_secret_YrKJUKribcBjcG8HVhfZluoGH';

const GATEWAY = createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1' });

const BLIK: ConfirmParams = {
  payment_method_data: { type: 'blik' },
  payment_method_options: { blik: { code: '123456' } },
};

const code = (data: string) => ({
  next_action: { type: 'wechat_pay_display_qr_code', wechat_pay_display_qr_code: { data } },
});

const keyFor = (fields: Json = UNPAID, params = BLIK, clientSecret = SECRET) =>
  idempotencyKey({
    shown: shownIntent(fields),
    params,
    payment: openPayment(GATEWAY, clientSecret),
  });

beforeEach(() => createBrowser().activate());
afterEach(() => vi.unstubAllGlobals());

const declined = (payment_method: string, charge: string) => ({
  ...UNPAID,
  last_payment_error: { code: 'card_declined', charge, payment_method: { id: payment_method } },
});

describe('the key of an attempt', () => {
  it('is the same in another tab, in another browser, and after a reload', async () => {
    const key = await keyFor();
    expect(await keyFor(UNPAID, { ...BLIK })).toBe(key);
    createBrowser().activate();
    expect(await keyFor()).toBe(key);
    createBrowser('full').activate();
    expect(await keyFor()).toBe(key);
  });

  it('is the same while its answer is unknown, also after other attempts', async () => {
    const key = await keyFor();
    recordSent(key, shownIntent());
    const other = await keyFor(UNPAID, { payment_method_data: { type: 'paypal' } });
    recordSent(other, shownIntent());
    recordAnswered(other);
    expect(await keyFor()).toBe(key);
  });

  it('changes with the payment, with what is shown and with what is entered', async () => {
    const keys = await Promise.all([
      keyFor(),
      keyFor(UNPAID, { ...BLIK, payment_method_options: { blik: { code: '123457' } } }),
      keyFor(UNPAID, { ...BLIK, return_url: 'https://shop.example/' }),
      keyFor({ ...UNPAID, id: 'pi_2' }),
      keyFor(UNPAID, BLIK, `${SECRET}x`),
      // A code that has run out, and the one after it.
      keyFor(code('weixin://1')),
      keyFor(code('weixin://2')),
      // Declines, with a new method and with a saved one.
      keyFor(declined('pm_1', 'ch_1')),
      keyFor(declined('pm_2', 'ch_2')),
      keyFor(declined('pm_1', 'ch_3')),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('changes each time that its answer is known, though the payment looks the same', async () => {
    const keys: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const key = await keyFor();
      keys.push(key);
      recordSent(key, shownIntent());
      recordAnswered(key);
    }
    expect(new Set(keys).size).toBe(20);
  });

  it('changes once a read has shown that the attempt was made', async () => {
    const key = await keyFor();
    recordSent(key, shownIntent());
    recordRead(shownIntent());
    expect(await keyFor()).toBe(key);
    recordRead(shownIntent({ id: 'pi_2', status: 'processing' }));
    expect(await keyFor()).toBe(key);
    recordRead(shownIntent(code('weixin://1')));
    expect(await keyFor()).not.toBe(key);
  });

  it('differs for each page where the next page cannot know what was tried after a failure', async () => {
    const [fresh, again] = [await keyFor(), await keyFor(declined('pm_1', 'ch_1'))];
    createBrowser('blocked').activate();
    expect(await keyFor()).toBe(fresh);
    const key = await keyFor(declined('pm_1', 'ch_1'));
    expect(key).not.toBe(again);
    expect(await keyFor(declined('pm_1', 'ch_1'))).toBe(key);
    recordAnswered(key);
    expect(await keyFor(declined('pm_1', 'ch_1'))).not.toBe(key);
  });

  it('is drawn, and stays the same for an attempt, where a page may not hash', async () => {
    vi.stubGlobal('crypto', { getRandomValues: webcrypto.getRandomValues.bind(webcrypto) });
    const key = await keyFor();
    expect(key).toMatch(/^paystep-pi_1-[0-9a-f]{32}$/);
    expect(await keyFor()).toBe(key);
    expect(await keyFor(UNPAID, {})).not.toBe(key);
    recordAnswered(key);
    expect(await keyFor()).not.toBe(key);
  });

  it('can be made for a step that is nested too deep to be written', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    expect(await keyFor({ next_action: { type: 'odd', odd: deep } })).toMatch(/^paystep-pi_1-/);
  });

  it('is all digest, in each half of which any two sets of values differ', async () => {
    const values = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(values, async (names) => {
        const keys = await Promise.all(
          names.map((payment_method) => keyFor(UNPAID, { payment_method })),
        );
        for (const key of keys) expect(key).toMatch(/^paystep-pi_1-[0-9a-f]{32}$/);
        const halves = [keys.map((key) => key.slice(0, -16)), keys.map((key) => key.slice(-16))];
        for (const half of halves) expect(new Set(half).size).toBe(names.length);
      }),
      { numRuns: 40 },
    );
  });
});
