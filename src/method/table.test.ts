import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import seed from '../intent/fixtures/wooshpay-schema.json' with { type: 'json' };
import { DEVICES } from '../step/testing/devices.ts';
import { BANKS, COUNTRIES } from './banks.ts';
import type { FieldSpec } from './method.ts';
import { METHODS, methodOf } from './table.ts';

const typesOf = (resource: string) =>
  readFileSync(`node_modules/stripe/esm/resources/${resource}.d.ts`, 'utf8');

const INTENTS = typesOf('PaymentIntents');
const CONFIRM = INTENTS.slice(INTENTS.indexOf('declare namespace PaymentIntentConfirmParams'));
// By their depth: amounts have options of the same name further down.
const DATA = CONFIRM.slice(CONFIRM.indexOf('\n    namespace PaymentMethodData {'));
const OPTIONS = CONFIRM.slice(CONFIRM.indexOf('\n    namespace PaymentMethodOptions {'));

/** The names in `'a' | 'b' | OtherString`. */
const names = (union = '') => [...union.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? '');
const unionIn = (source: string, name: string) =>
  names(new RegExp(`type ${name} = ([^;]+);`).exec(source)?.[1]);

/** `MbWay`, as Stripe's types call `mb_way`. */
const pascal = (type: string) =>
  type.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());

/** The keys of an interface, each with whether it is required. */
function keysOf(source: string, type: string): ReadonlyMap<string, boolean> {
  const body = new RegExp(`interface ${pascal(type)} \\{([^}]*)\\}`).exec(source)?.[1];
  if (body === undefined) throw new Error(`Stripe's types have no ${type}.`);
  const keys = body.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(\w+)(\??):/g);
  return new Map([...keys].map(([, name = '', mark]) => [name, mark !== '?']));
}

const ONLINE = Object.entries(METHODS.stripe).filter(
  ([, { merchantTokenized }]) => !merchantTokenized,
);
const keys = (fields: readonly FieldSpec[], place: FieldSpec['place']) =>
  fields.filter((spec) => spec.place === place).map(({ key }) => key);

describe('the methods at Stripe', () => {
  it('are all of its types but terminals, and what no customer confirms', () => {
    const all = new Set([
      ...unionIn(CONFIRM, 'AllowedPaymentMethodType'),
      ...unionIn(DATA, 'Type'),
      ...unionIn(typesOf('PaymentMethods'), 'Type'),
    ]);
    expect(all.size).toBeGreaterThan(80);
    const absent = [...all].filter((type) => methodOf('stripe', type) === null);
    expect(absent.sort()).toEqual([
      ...['card_present', 'check_scan', 'custom', 'interac_present', 'paper_check'],
      'stripe_balance',
    ]);
  });

  it('have a row for each type that a payment method can have, but those of shops', () => {
    const creatable = new Set([
      ...unionIn(DATA, 'Type'),
      ...unionIn(typesOf('PaymentMethods'), 'Type'),
    ]);
    expect(creatable.size).toBeGreaterThan(55);
    const absent = [...creatable].filter((type) => !Object.hasOwn(METHODS.stripe, type));
    expect(absent.sort()).toEqual(['card_present', 'custom', 'interac_present']);
  });

  it('have a row for each type that needs more than its name', () => {
    const typesWithData = unionIn(DATA, 'Type').filter((type) =>
      [...keysOf(DATA, type).values()].some((isRequired) => isRequired),
    );
    expect(typesWithData).toContain('boleto');
    for (const type of typesWithData) expect(METHODS.stripe).toHaveProperty(type);
  });

  it.each(ONLINE)(
    'send under its own key what Stripe takes there: %s',
    (type, { fields, fixed }) => {
      const known = unionIn(DATA, 'Type').includes(type) ? keysOf(DATA, type) : new Map();
      const sent = keys(fields, 'data');
      for (const key of sent) expect([...known.keys()]).toContain(key);
      const required = [...known].flatMap(([key, isRequired]) => (isRequired ? [key] : []));
      expect(sent).toEqual(expect.arrayContaining(required));
      const options = keys(fields, 'options');
      for (const [place, key] of fixed ?? []) if (place === 'options') options.push(key);
      if (options.length === 0) return;
      for (const key of options) expect([...keysOf(OPTIONS, type).keys()]).toContain(key);
    },
  );

  it.each(ONLINE)(
    'send of the customer what Stripe’s billing details have: %s',
    (_, { fields }) => {
      const billing = ['name', 'email', 'phone'];
      const address = ['line1', 'city', 'state', 'postal_code', 'country'];
      const known = [...billing, ...address.map((name) => `address.${name}`)];
      for (const key of keys(fields, 'billing')) expect(known).toContain(key);
    },
  );

  it('tell with which client of WeChat’s they are paid, on every device', () => {
    for (const device of Object.values(DEVICES)) {
      const options = METHODS.stripe.wechat_pay?.options?.(device);
      expect(['web', 'mobile_web', 'android', 'ios']).toContain(options?.client);
    }
  });

  it('offer the banks that Stripe knows, each once, and no others', () => {
    for (const [type, banks] of Object.entries(BANKS)) {
      const start = DATA.indexOf(`namespace ${pascal(type)} {`);
      const known = unionIn(DATA.slice(start), 'Bank');
      expect(known.length).toBeGreaterThan(10);
      const values = banks.map(([value]) => value);
      for (const value of values) expect(known).toContain(value);
      expect(new Set(values).size).toBe(values.length);
      expect(new Set(banks.map(([, name]) => name)).size).toBe(values.length);
    }
  });

  it('offer the countries that Sofort has', () => {
    const known = unionIn(DATA.slice(DATA.indexOf('namespace Sofort {')), 'Country');
    expect([...(COUNTRIES.sofort ?? [])].sort()).toEqual(known.sort());
  });
});

/**
 * The values of `payment_method_data[type]` of "Confirm a SetupIntent" (docs.wooshpay.com/api-53887725),
 * Akulaku of the API reference, and the methods that have pages of their own.
 */
const WOOSHPAY_TYPES = `
  card alipayplus alipay wechat_pay sepa_debit alipay_hk boost truemoney gcash kakaopay touchngo
  rabbit_line_pay dana klarna ideal giropay sofort eps trustly bancontact p24 unionpay fpx mcash
  grabpay bank_transfer_id qris promptpay ovo shopeepay upi boleto paynow pix 9pay stitch bpi
  akulaku
  mobile_money bank_transfer_eu bank_transfer_uk bank_transfer_ng bank_transfer_za spei apple_pay
  google_pay`
  .trim()
  .split(/\s+/);

describe('the methods at WooshPay', () => {
  const options: Readonly<Record<string, object>> = seed.payment_method_options;

  it('are all that the documents list', () => {
    expect(WOOSHPAY_TYPES).toHaveLength(46);
    expect(Object.keys(METHODS.wooshpay).sort()).toEqual([...WOOSHPAY_TYPES].sort());
  });

  it('are those that the documents name, by their options or their next actions', () => {
    const actions = Object.keys(seed.next_action).flatMap(
      (type) => /^(\w+)_handle_redirect$/.exec(type)?.[1] ?? [],
    );
    const named = new Set([...Object.keys(options), ...actions]);
    expect(named.size).toBeGreaterThan(10);
    for (const type of named) expect(METHODS.wooshpay).toHaveProperty(type);
  });

  it.each(Object.entries(METHODS.wooshpay))(
    'tell the terminal and its system where the documents have a place for them: %s',
    (type, { options: optionsFor }) => {
      const optionNames = Object.keys(optionsFor?.(DEVICES.android) ?? {});
      const places = Object.keys(options[type] ?? {});
      const expected = ['terminal_type', 'os_type'].filter((place) => places.includes(place));
      expect(optionNames.sort()).toEqual(expected.sort());
    },
  );

  it('know three terminals and two systems', () => {
    for (const { options: optionsFor } of Object.values(METHODS.wooshpay)) {
      for (const device of Object.values(DEVICES)) {
        const { terminal_type = 'WEB', os_type = 'IOS' } = optionsFor?.(device) ?? {};
        expect(['WEB', 'WAP', 'APP']).toContain(terminal_type);
        expect(['IOS', 'ANDROID']).toContain(os_type);
      }
    }
  });
});

it('a name that every object has is nobody’s row', () => {
  expect(methodOf('stripe', 'toString')).toEqual({ afterConfirm: 'page', fields: [] });
  expect(methodOf('wooshpay', '__proto__')).toEqual({ afterConfirm: 'page', fields: [] });
});
