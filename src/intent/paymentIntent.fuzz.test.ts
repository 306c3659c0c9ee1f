import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTENT_STATUSES, PaymentIntentError, parseIntent } from './index.ts';

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});
/** What a gateway may send, and the same as a string, which WooshPay does. */
const json = fc.jsonValue();
const odd = fc.oneof(
  anything,
  json,
  json.map((value) => JSON.stringify(value)),
);

const shape = {
  id: fc.stringMatching(/^pi_\w{1,20}$/),
  object: fc.constant('payment_intent'),
  status: fc.constantFrom(...INTENT_STATUSES),
  client_secret: fc.constant('pi_1_secret_2'),
  amount: fc.nat(99999999),
  currency: fc.constantFrom('usd', 'CNY'),
  created: fc.constantFrom(1671261323, 1671261323000),
  description: fc.string(),
  livemode: fc.boolean(),
  payment_method_types: fc.constantFrom<unknown>(['card'], '["card"]'),
  next_action: fc.constantFrom<unknown>(null, '', { type: 'a_handle_redirect' }),
  last_payment_error: fc.constantFrom<unknown>(null, { code: 'card_declined' }),
  confirmation_method: fc.constantFrom('automatic', 'manual'),
  payment_method: fc.constantFrom<unknown>('pm_1', { id: 'pm_1', type: 'card' }),
  // Of older versions.
  next_source_action: fc.constantFrom<unknown>(null, { type: 'authorize_with_url' }),
  allowed_source_types: fc.constantFrom<unknown>(['card'], '["card"]'),
  source: fc.constantFrom<unknown>('src_1', { id: 'card_1', object: 'card' }),
  capture_method: fc.constantFrom('automatic', 'manual'),
  cancellation_reason: fc.constant(null),
  return_url: fc.webUrl(),
};
const setupShape = {
  id: fc.stringMatching(/^seti_\w{1,20}$/),
  object: fc.constant('setup_intent'),
  usage: fc.constantFrom('off_session', 'on_session'),
  last_setup_error: fc.constantFrom<unknown>(null, { code: 'card_declined' }),
  latest_attempt: fc.constantFrom<unknown>(null, 'setatt_1', { id: 'setatt_1' }),
};
/** The same fields, and those of a SetupIntent. */
const setup = fc.record({ ...shape, ...setupShape });
const valid = fc.oneof(fc.record(shape), setup);
const FIELDS = Object.keys({ ...shape, ...setupShape });
const NEEDED = ['id', 'object', 'status'];

function refusalOf(input: unknown): unknown {
  try {
    parseIntent(input);
    return undefined;
  } catch (error) {
    return error;
  }
}

function parsesOrRefuses(input: unknown) {
  const refusal = refusalOf(input);
  expect(refusal === undefined || refusal instanceof PaymentIntentError).toBe(true);
}

describe('parseIntent', () => {
  it('refuses whatever is no PaymentIntent with a PaymentIntentError and no other', () => {
    fc.assert(fc.property(odd, parsesOrRefuses));
  });

  it('does so too where the keys are right and the values are anything', () => {
    const shaped = fc.dictionary(fc.constantFrom(...FIELDS), odd);
    fc.assert(fc.property(shaped, parsesOrRefuses));
  });

  it('never refuses a PaymentIntent for a field that it does not need', () => {
    const others = FIELDS.filter((field) => !NEEDED.includes(field));
    const changes = fc.dictionary(fc.constantFrom(...others), odd);
    fc.assert(
      fc.property(valid, changes, (intent, change) => {
        const { id, status } = intent;
        expect(parseIntent({ ...intent, ...change })).toMatchObject({ id, status });
      }),
    );
  });

  it('names the field that was spoilt', () => {
    const wrongTypes = odd.filter((value) => typeof value !== 'string' && value !== undefined);
    fc.assert(
      fc.property(valid, fc.constantFrom(...NEEDED), wrongTypes, (intent, field, value) => {
        // An object without a type may still be a PaymentIntent.
        fc.pre(field !== 'object' || value !== null);
        expect(refusalOf({ ...intent, [field]: value })).toMatchObject({ field });
      }),
    );
  });

  it('gives fields of the types that it promises', () => {
    const changes = fc.dictionary(fc.constantFrom(...FIELDS), odd);
    fc.assert(
      fc.property(valid, changes, (intent, change) => {
        const { id, status } = intent;
        const parsed = parseIntent({ ...intent, ...change, id, status, object: undefined });
        for (const number of [parsed.amount, parsed.createdAt]) {
          expect(number === null || (Number.isInteger(number) && number >= 0)).toBe(true);
        }
        for (const text of [parsed.currency, parsed.description, parsed.returnUrl]) {
          expect(text === null || (typeof text === 'string' && text !== '')).toBe(true);
        }
        expect(parsed.kind).toBe(id.startsWith('seti_') ? 'setup' : 'payment');
        if (parsed.kind === 'setup') expect(parsed).toMatchObject({ amount: null, currency: null });
        expect(parsed.paymentMethodTypes.every((type) => typeof type === 'string')).toBe(true);
        expect(parsed.nextAction === null || typeof parsed.nextAction.type === 'string').toBe(true);
      }),
    );
  });
});
