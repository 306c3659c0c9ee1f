import { describe, expect, it } from 'vitest';
import { isRecord } from './json.ts';
import { PaymentIntentError, parseIntent } from './paymentIntent.ts';
import { isIntentStatus } from './status.ts';

/** Every example of the gateways' documents, word for word; one is a schema with "string" all over. */
const files = import.meta.glob<Record<string, unknown>>('./fixtures/*.json', {
  eager: true,
  import: 'default',
});
const { './fixtures/wooshpay-schema.json': schemaExample = {}, ...examples } = files;
const table = Object.entries(examples);

describe('the examples of the documents', () => {
  it('are all here', () => {
    expect(table).toHaveLength(6);
  });

  it.each(table)('parse: %s', (_, example) => {
    expect(parseIntent(example)).toMatchObject({
      id: example.id,
      status: example.status,
      amount: example.amount,
      description: example.description,
      livemode: example.livemode,
    });
  });

  it.each(table)('have a status that is known: %s', (_, example) => {
    expect(isIntentStatus(parseIntent(example).status)).toBe(true);
  });

  it.each(table)('have a time between 2018 and 2024: %s', (_, example) => {
    const year = new Date(parseIntent(example).createdAt ?? 0).getUTCFullYear();
    expect(year).toBeGreaterThanOrEqual(2018);
    expect(year).toBeLessThan(2024);
  });

  it.each(table)('leave no client secret behind: %s', (_, example) => {
    const secret = String(example.client_secret).split('_secret_')[1];
    expect(secret).toMatch(/\w{20}/);
    expect(JSON.stringify(parseIntent(example))).not.toContain(secret);
  });

  it.each(table)(
    'parse as a publishable key sees them, with id and status only: %s',
    (_, example) => {
      const { id, status } = example;
      expect(parseIntent({ id, status })).toMatchObject({ id, status, amount: null });
    },
  );
});

describe("WooshPay's example of a created PaymentIntent", () => {
  const example = examples['./fixtures/wooshpay-created.json'];

  it('is read in spite of its milliseconds, upper case and lists as strings', () => {
    expect(parseIntent(example)).toEqual({
      id: 'pi_1604012360740110336',
      kind: 'payment',
      gateway: null,
      status: 'succeeded',
      amount: 10,
      currency: 'usd',
      description: 'product description',
      createdAt: 1671261323000,
      livemode: false,
      captureMethod: 'automatic',
      confirmationMethod: 'automatic',
      paymentMethodTypes: ['wechat_pay', 'alipay', 'card'],
      paymentMethod: { id: 'pm_1604012357044928512', type: null, last4: null },
      setupFutureUsage: null,
      nextAction: null,
      lastPaymentError: null,
      cancellationReason: null,
      returnUrl: 'https://your.website',
    });
  });
});

describe('WooshPay\'s schema, where every text is the word "string"', () => {
  const real = {
    ...schemaExample,
    object: 'payment_intent',
    id: 'pi_1',
    status: 'requires_action',
  };
  const action = schemaExample.next_action;
  const payloads = isRecord(action) ? Object.keys(action).filter((key) => key !== 'type') : [];

  it('is refused for its field "object"', () => {
    expect(() => parseIntent(schemaExample)).toThrow(
      new PaymentIntentError('object', 'is not "payment_intent"'),
    );
  });

  it('parses once its object, id and status are real', () => {
    expect(parseIntent(real)).toMatchObject({
      id: 'pi_1',
      status: 'requires_action',
      confirmationMethod: 'automatic',
      lastPaymentError: { code: 'string', declineCode: 'string', message: 'string' },
      cancellationReason: 'string',
      paymentMethodTypes: ['alipay'],
    });
  });

  it('has no usable action while its type names none of its twenty payloads', () => {
    expect(payloads).toHaveLength(20);
    expect(parseIntent(real).nextAction).toEqual({ type: 'string', payload: {} });
  });

  it.each(payloads)('gives the payload of the type among all the others: %s', (type) => {
    const next_action = { ...(action as object), type };
    expect(parseIntent({ ...real, next_action }).nextAction).toEqual({
      type,
      payload: (action as Record<string, unknown>)[type],
    });
  });
});
