import { describe, expect, it } from 'vitest';
import { isRecord } from '../../intent/index.ts';
import { lookup } from '../base/lookup.ts';
import { referencesOfType } from '../testing/stripeTypes.ts';
import { EXPANDABLE, type Fields, fieldsOf, type Target } from './expandable.ts';

/** The types of the official client for the objects of the sandbox. */
const TYPES = {
  BalanceTransaction: 'balance_transaction',
  CashBalance: 'cash_balance',
  Charge: 'charge',
  ConfirmationToken: 'confirmation_token',
  Customer: 'customer',
  CustomerCashBalanceTransaction: 'customer_cash_balance_transaction',
  FundingInstructions: 'funding_instructions',
  InvoicePayment: 'invoice_payment',
  Mandate: 'mandate',
  PaymentIntent: 'payment_intent',
  PaymentIntentAmountDetailsLineItem: 'payment_intent_amount_details_line_item',
  PaymentMethod: 'payment_method',
  Refund: 'refund',
  SetupAttempt: 'setup_attempt',
  SetupIntent: 'setup_intent',
  Token: 'token',
  WebhookEndpoint: 'webhook_endpoint',
} as const;

/** Fields of API versions before that of the types. */
const OLDER = ['destination', 'dispute', 'invoice', 'order'];

const objectTypes = Object.entries(TYPES);

/** What a path leads to in the table; undefined where it has no such path. */
const targetOf = (type: keyof typeof EXPANDABLE, path: string): Target | undefined =>
  path
    .split('.')
    .reduce<Target | undefined>(
      (target, name) => target && lookup(fieldsOf(target) ?? {}, name),
      type,
    );

/** What the table says of a field that may hold these objects. */
function expectedFor(objects: readonly string[]): Target {
  if (objects.includes('charge') && objects.length > 1) return 'charge_or_refund';
  const [known] = Object.keys(EXPANDABLE).filter((type) => objects.includes(type));
  return (known as Target | undefined) ?? 'elsewhere';
}

/** The paths of a table row that refer to objects. */
const referencesIn = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, target]) => {
    if (isRecord(target)) return referencesIn(target).map((inner) => `${name}.${inner}`);
    return target === 'hash' ? [] : [name];
  });

describe('EXPANDABLE', () => {
  it('has each type of object that the sandbox answers with', () => {
    const rows = Object.keys(EXPANDABLE).filter((type) => type !== 'charge_or_refund');
    expect([...Object.values(TYPES), 'event'].sort()).toEqual(rows.sort());
  });

  it.each(objectTypes)('knows every reference in the official type: %s', (name, type) => {
    const references = [...referencesOfType(name)];
    expect(references.map(([path]) => [path, targetOf(type, path)])).toEqual(
      references.map(([path, objects]) => [path, expectedFor(objects)]),
    );
  });

  it.each(objectTypes)('makes up no reference: %s', (name, type) => {
    const official = [...referencesOfType(name).keys()];
    const known = referencesIn(EXPANDABLE[type]).filter((path) => !OLDER.includes(path));
    expect(known.filter((path) => !official.includes(path))).toEqual([]);
  });

  it('finds references in the official types', () => {
    expect(Object.fromEntries(referencesOfType('Customer'))).toMatchObject({
      'invoice_settings.default_payment_method': ['payment_method'],
      'sources.data': ['account', 'bank_account', 'card', 'source'],
      cash_balance: ['cash_balance'],
    });
  });
});
