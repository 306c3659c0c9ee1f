import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_BILLING } from '../methods/requiredFields.ts';
import { methodData } from '../testing/client.ts';
import { createTestStripe, failure, paid, type TestStripe } from '../testing/stripe.ts';

let context: TestStripe;
let intents: Stripe['paymentIntents'];

beforeEach(() => {
  context = createTestStripe();
  intents = context.stripe.paymentIntents;
});

describe('verifyMicrodeposits', () => {
  const start = (options: object) =>
    intents.create({
      amount: 1800,
      currency: 'usd',
      confirm: true,
      payment_method_data: methodData('us_bank_account') as never,
      payment_method_options: { us_bank_account: options },
    });
  const byCode = () => start({ verification_method: 'microdeposits' });
  const byAmounts = () => start({ sandbox_action: 'verify_with_amounts' });

  it('takes the code, or the two amounts in any order', async () => {
    const coded = await byCode();
    expect(
      await intents.verifyMicrodeposits(coded.id, { descriptor_code: 'SM11AA' }),
    ).toMatchObject({ status: 'processing', next_action: null });
    const counted = await byAmounts();
    const verified = await intents.verifyMicrodeposits(counted.id, { amounts: [45, 32] });
    expect(verified.status).toBe('processing');
  });

  it('may be called from the browser', async () => {
    const { id, client_secret } = await byCode();
    const params = { client_secret, descriptor_code: 'SM11AA' };
    const answer = await context.client.stripe(`/${id}/verify_microdeposits`, params, 'pk_test_1');
    expect(answer).toMatchObject({ status: 200, body: { status: 'processing' } });
  });

  it('counts wrong answers, and ends the attempt after ten', async () => {
    const { id } = await byCode();
    const guess = () => intents.verifyMicrodeposits(id, { descriptor_code: 'SM99ZZ' });
    for (let attempt = 1; attempt < 10; attempt++) {
      expect((await failure(guess())).code).toBe(
        'payment_method_microdeposit_verification_descriptor_code_mismatch',
      );
    }
    expect((await intents.retrieve(id)).status).toBe('requires_action');
    const code = 'payment_method_microdeposit_verification_attempts_exceeded';
    expect((await failure(guess())).code).toBe(code);
    expect(await intents.retrieve(id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code },
    });
  });

  it.each([
    [{ amounts: [10, 11] }, 'payment_method_microdeposit_verification_attempts_exceeded'],
    [{ amounts: [40, 41] }, 'payment_method_microdeposit_verification_timeout'],
    [{ amounts: [1, 2] }, 'payment_method_microdeposit_verification_amounts_mismatch'],
    [{ amounts: [1] }, 'payment_method_microdeposit_verification_amounts_invalid'],
    [{ descriptor_code: 'SM11AA' }, 'parameter_missing'],
  ])('refuses %o with %s', async (params, code) => {
    const { id } = await byAmounts();
    expect((await failure(intents.verifyMicrodeposits(id, params))).code).toBe(code);
  });

  it('needs a payment that waits for it', async () => {
    const { id } = await intents.create(paid);
    const error = await failure(intents.verifyMicrodeposits(id, { amounts: [32, 45] }));
    expect(error.code).toBe('payment_intent_unexpected_state');
    const other = await intents.create({
      amount: 1800,
      currency: 'cny',
      confirm: true,
      payment_method_data: { type: 'wechat_pay' },
    });
    const params = { descriptor_code: 'SM11AA', amounts: [32, 45] };
    expect((await failure(intents.verifyMicrodeposits(other.id, params))).code).toBe(error.code);
  });
});

describe('vouchers', () => {
  it.each([
    ['oxxo', 'mxn'],
    ['boleto', 'brl'],
    ['konbini', 'jpy'],
  ])(
    'of %s are paid after three seconds for the e-mail address that asks so',
    async (type, currency) => {
      const pay = (email: string) =>
        intents.create({
          amount: 1800,
          currency,
          confirm: true,
          payment_method_data: {
            ...methodData(type),
            billing_details: { ...SAMPLE_BILLING, email },
          } as never,
        });
      const { id } = await pay('tom_succeed_immediately@example.com');
      const other = await pay('tom@example.com');
      context.advance(2999);
      expect((await intents.retrieve(id)).status).toBe('requires_action');
      context.advance(1);
      expect((await intents.retrieve(id)).status).toBe('succeeded');
      expect((await intents.retrieve(other.id)).status).toBe('requires_action');
    },
  );
});
