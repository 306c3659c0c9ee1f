import { describe, expect, it } from 'vitest';
import { stripeMethods } from '../methods/stripeMethods.ts';
import type { Intent } from '../payment/intent.ts';
import { createSandbox } from '../sandbox.ts';
import { card, confirmed, createTestClient, type TestClient } from '../testing/client.ts';
import { createPayments } from '../testing/fuzzing.ts';
import { caveatsOf, noteCaveats } from './caveats.ts';
import { Store } from './store.ts';

const plain = { amount: 1800, currency: 'usd' };

/** The lines that a sandbox prints about one payment, without their prefix. */
async function caveatLines(
  createIntent: (client: TestClient) => Promise<{ body: { id: string } }>,
) {
  const sandbox = createSandbox();
  const lines: string[] = [];
  sandbox.onCaveat((line) => lines.push(line));
  const { body } = await createIntent(createTestClient({}, sandbox));
  const start = `note: ${body.id}: `;
  expect(lines.every((line) => line.startsWith(start))).toBe(true);
  return lines.map((line) => line.slice(start.length));
}

const created = (params: object) => caveatLines((client) => client.stripe('', params));
const types = (...payment_method_types: string[]) => ({ ...plain, payment_method_types });

describe('the currency', () => {
  it.each([
    ['ideal', 'usd', 'ideal is paid in eur only at Stripe; this payment is in usd.'],
    ['p24', 'usd', 'p24 is paid in eur or pln only at Stripe; this payment is in usd.'],
    ['blik', 'eur', 'blik is paid in pln only at Stripe; this payment is in eur.'],
    ['mobilepay', 'usd', 'mobilepay is paid in dkk, eur, nok, or sek only at Stripe'],
    ['us_bank_account', 'eur', 'us_bank_account is paid in usd only at Stripe'],
    ['upi', 'eur', 'upi is paid in inr only at Stripe'],
    ['konbini', 'eur', 'konbini is paid in jpy only at Stripe'],
  ])('of %s is not %s', async (type, currency, note) => {
    const [first, ...more] = await created(confirmed(type, { currency }));
    expect(first).toContain(note);
    expect(first).toContain(`leave ${type} out`);
    expect(more).toEqual([]);
  });

  it.each([
    ['ideal', 'eur'],
    ['p24', 'pln'],
    ['alipay', 'cny'],
    ['wechat_pay', 'chf'],
    ['afterpay_clearpay', 'nzd'],
    ['grabpay', 'myr'],
    ['acss_debit', 'cad'],
    // Their currencies depend on the account, so no line is printed for them.
    ['klarna', 'usd'],
    ['paypal', 'jpy'],
  ])('of %s may be %s', async (type, currency) => {
    expect(await created(confirmed(type, { currency }))).toEqual([]);
  });

  it('is checked for each allowed type', async () => {
    const notes = await created({
      ...types('card', 'ideal', 'blik', 'promptpay'),
      excluded_payment_method_types: ['promptpay'],
    });
    expect(notes.map((note) => note.split(' ')[0])).toEqual(['ideal', 'blik']);
  });

  it('is not checked with automatic methods until one pays', async () => {
    expect(await created({ ...plain, automatic_payment_methods: { enabled: true } })).toEqual([]);
    expect(await created(plain)).toEqual([]);
    const chosen = confirmed('ideal', { currency: 'usd', payment_method_types: undefined });
    expect(await created(chosen)).toEqual([expect.stringContaining('ideal is paid in eur only')]);
  });
});

describe('manual capture', () => {
  const manual = { capture_method: 'manual' };
  const ofType = (type: string) => ({ payment_method_options: { [type]: manual } });

  it.each([
    ['ideal', { currency: 'eur', ...manual }],
    ['ideal', { currency: 'eur', ...ofType('ideal') }],
    ['wechat_pay', manual],
    ['zip', { currency: 'aud', ...manual }],
  ])('is not for %s: %o', async (type, more) => {
    const notes = await created({ ...types(type), ...more });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(`${type} cannot be captured manually at Stripe`);
  });

  it.each(['card', 'klarna', 'paypal', 'cashapp', 'amazon_pay', 'link'])(
    'is for %s',
    async (type) => {
      expect(await created({ ...types(type), ...manual })).toEqual([]);
    },
  );

  it('applies to cards only', async () => {
    const mixed = { ...types('card', 'wechat_pay'), ...ofType('card') };
    expect(await created(mixed)).toEqual([]);
    const override = { payment_method_options: { wechat_pay: { capture_method: 'automatic' } } };
    expect(await created({ ...types('card', 'wechat_pay'), ...manual, ...override })).toEqual([]);
  });
});

it('requires a customer for a bank transfer', async () => {
  const notes = await created(types('customer_balance'));
  expect(notes).toEqual([expect.stringContaining('this payment has none. Create a customer')]);
  const sandbox = createSandbox();
  const client = createTestClient({}, sandbox);
  const lines: string[] = [];
  sandbox.onCaveat((line) => lines.push(line));
  const { body } = await client.send('/v1/customers', {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_1' },
  });
  await client.stripe('', { ...types('customer_balance'), customer: body.id });
  expect(lines).toEqual([]);
});

it.each([
  ['kwd', 1005, true],
  ['kwd', 1010, false],
  ['bhd', 1, true],
  ['jod', 11, true],
  ['omr', 12, true],
  ['tnd', 13, true],
  ['usd', 1005, false],
  ['jpy', 1005, false],
])('ends an amount in %s with 0: %d is wrong, %s', async (currency, amount, message) => {
  const notes = await created(card('4242424242424242', { currency, amount }));
  const note = `Amounts in ${currency} end with 0 at Stripe; this payment is of ${amount}. Round it to a multiple of ten.`;
  expect(notes).toEqual(message ? [note] : []);
});

it('reports nothing at WooshPay', async () => {
  const all = { currency: 'kwd', amount: 1005, capture_method: 'manual' };
  const notes = await caveatLines((client) => client.wooshpay('', confirmed('wechat_pay', all)));
  expect(notes).toEqual([]);
});

describe('the caveats of a payment', () => {
  it('are logged once, each at the call that causes it', async () => {
    const sandbox = createSandbox();
    const client = createTestClient({}, sandbox);
    const lines: string[] = [];
    const stop = sandbox.onCaveat((line) => lines.push(line));
    const { id } = (await client.stripe('', { ...types('ideal'), currency: 'eur' })).body;
    expect(lines).toEqual([]);
    await client.stripe(`/${id}`, { currency: 'usd' });
    expect(lines).toHaveLength(1);
    await client.stripe(`/${id}`, { description: 'Tea' });
    await client.stripe(`/${id}`, { currency: 'eur' });
    await client.stripe(`/${id}`, { currency: 'usd' });
    expect(lines).toHaveLength(1);
    await client.stripe(`/${id}`, { capture_method: 'manual' });
    expect(lines[1]).toContain('cannot be captured manually');
    await client.stripe(`/${id}`, { currency: 'eur' });
    await client.stripe(`/${id}`, { currency: 'usd' });
    expect(lines).toHaveLength(2);
    stop();
    await client.stripe('', types('ideal'));
    expect(lines).toHaveLength(2);
  });

  it('belong to one payment each', async () => {
    const sandbox = createSandbox();
    const client = createTestClient({}, sandbox);
    const lines: string[] = [];
    sandbox.onCaveat((line) => lines.push(line));
    await client.stripe('', types('ideal'));
    await client.stripe('', types('ideal'));
    expect(new Set(lines).size).toBe(2);
  });
});

it('checks every intent, with text for a log', async () => {
  const store = new Store(() => 0);
  const lines: string[] = [];
  noteCaveats(store, (line) => lines.push(line));
  const client = createTestClient();
  const ids = await createPayments(client);
  const made = client.sandbox.snapshot().intents.map(([intent]) => intent);
  expect(made.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  const named = [null, [], Object.keys(stripeMethods), ['constructor', '__proto__']];
  const each = made.flatMap((intent) =>
    named.flatMap((allowedTypes) =>
      ['usd', 'kwd', 'eur'].map(
        (currency): Intent => ({
          ...intent,
          id: `${intent.id}${currency}${allowedTypes?.length}`,
          allowedTypes,
          currency,
          amount: 1005,
          captureMethod: 'manual',
        }),
      ),
    ),
  );
  for (const intent of each) {
    const caveats = caveatsOf(intent);
    expect(new Set(caveats).size).toBe(caveats.length);
    if (intent.dialect === 'wooshpay') expect(caveats).toEqual([]);
    store.put(intent);
  }
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => /_secret_|[^\x20-\x7e]/.test(line))).toEqual([]);
});
