import { beforeEach, describe, expect, it } from 'vitest';
import { confirmed, createTestClient, ORIGIN, type TestClient } from '../testing/client.ts';

let client: TestClient;

beforeEach(() => {
  client = createTestClient();
});

const start = async (currency: string, options: object = {}) => {
  const params = { currency, payment_method_options: { customer_balance: options } };
  return (await client.stripe('', confirmed('customer_balance', params))).body;
};

const transferOf = (intent: { next_action: { display_bank_transfer_instructions: object } }) =>
  intent.next_action.display_bank_transfer_instructions;

const EVERY = ['account_holder_address', 'account_holder_name', 'bank_address'];

/** The fields of each account, as stripe-node types them. */
const FIELDS = {
  iban: ['bic', 'country', 'iban'],
  sort_code: ['account_number', 'sort_code'],
  aba: ['account_number', 'account_type', 'bank_name', 'routing_number'],
  swift: ['account_number', 'account_type', 'bank_name', 'swift_code'],
  zengin: [
    'account_number',
    'account_type',
    'bank_code',
    'bank_name',
    'branch_code',
    'branch_name',
  ],
  spei: ['bank_code', 'bank_name', 'clabe'],
};

describe('instructions', () => {
  // The parameters of stripe/stripe-cli, pkg/fixtures/triggers/payment_intent.partially_funded.json.
  it('are those of Japan under the older name of its transfers', async () => {
    const { id: customer } = (await client.post('stripe', '/customers')).body;
    const { body } = await client.stripe('', {
      amount: 20000,
      currency: 'jpy',
      customer,
      description: '(created by Stripe CLI)',
      payment_method_types: ['customer_balance'],
      payment_method_data: { type: 'customer_balance' },
      payment_method_options: {
        customer_balance: {
          funding_type: 'bank_transfer',
          bank_transfer: { type: 'jp_bank_account' },
        },
      },
      confirm: true,
    });
    expect(body.status).toBe('requires_action');
    expect(transferOf(body)).toMatchObject({
      type: 'jp_bank_transfer',
      financial_addresses: [{ type: 'zengin' }],
    });
    expect(body.payment_method_options.customer_balance).toEqual({
      funding_type: 'bank_transfer',
      bank_transfer: { type: 'jp_bank_transfer' },
    });
    const path = `/test_helpers/customers/${customer}/fund_cash_balance`;
    const funded = await client.post('stripe', path, { amount: 10000, currency: 'jpy' });
    expect(funded.body.funded.bank_transfer.type).toBe('jp_bank_transfer');
    const after = await client.read('stripe', body.id);
    expect(transferOf(after.body)).toMatchObject({ amount_remaining: 10000 });
  });

  it.each([
    ['eur', 'eu_bank_transfer', ['iban']],
    ['gbp', 'gb_bank_transfer', ['sort_code']],
    ['usd', 'us_bank_transfer', ['aba', 'swift']],
    ['jpy', 'jp_bank_transfer', ['zengin']],
    ['mxn', 'mx_bank_transfer', ['spei']],
  ] as const)('for %s are an %s to %s', async (currency, type, kinds) => {
    const intent = await start(currency);
    const { financial_addresses: accounts, ...transfer } = transferOf(intent) as {
      financial_addresses: Record<string, object>[];
    };
    expect(transfer).toEqual({
      amount_remaining: 1800,
      currency,
      hosted_instructions_url: `${ORIGIN}/sandbox/transfer/${intent.id}`,
      reference: expect.stringMatching(/^[A-Z0-9]{10}$/),
      type,
    });
    expect(accounts.map((account) => account.type)).toEqual(kinds);
    for (const [at, kind] of kinds.entries()) {
      const { supported_networks, [kind]: details = {} } = accounts[at] ?? {};
      expect(supported_networks).not.toEqual([]);
      expect(Object.keys(details).sort()).toEqual([...EVERY, ...FIELDS[kind]].sort());
    }
  });

  it('are the merchant’s', async () => {
    const intent = await start('eur', { bank_transfer: { type: 'gb_bank_transfer' } });
    expect(transferOf(intent)).toMatchObject({ type: 'gb_bank_transfer' });
  });

  it.each([
    ['cny', {}, 'eur, gbp'],
    ['eur', { bank_transfer: { type: 'mars' } }, 'eu_bank_transfer'],
  ])('are refused for %s with %o', async (currency, options, message) => {
    const { error } = await start(currency, options);
    expect(error.message).toContain(message);
  });
});

describe('a transfer in parts', () => {
  const read = async (id: string) => (await client.read('stripe', id)).body;

  it('waits until the full amount has come', async () => {
    const { id } = await start('eur');
    const first = await client.simulate(id, 'succeed', 500);
    expect(first).toMatchObject({ status: 200, body: { id, status: 'requires_action' } });
    expect(transferOf(await read(id))).toMatchObject({ amount_remaining: 1300 });
    await client.simulate(id, 'succeed', 1299);
    expect(transferOf(await read(id))).toMatchObject({ amount_remaining: 1 });
    await client.simulate(id, 'succeed', 1);
    expect(await read(id)).toMatchObject({ status: 'succeeded', amount_received: 1800 });
  });

  it('takes the full amount and more', async () => {
    const { id } = await start('eur');
    expect((await client.simulate(id, 'succeed', 5000)).body.status).toBe('succeeded');
    const other = await start('eur');
    expect((await client.simulate(other.id, 'succeed')).body.status).toBe('succeeded');
  });

  it('is sent as an update', async () => {
    const { id, client_secret } = await start('eur');
    const response = await client.sandbox.fetch(
      `${ORIGIN}/sandbox/intents/${id}/updates?client_secret=${client_secret}`,
    );
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await client.simulate(id, 'succeed', 500);
    expect((await reader?.read())?.value).toContain('"status":"requires_action"');
    await reader?.cancel();
  });

  it.each([
    ['succeed', 0, 'at least 1'],
    ['succeed', -5, 'at least 1'],
    ['succeed', '4.5', 'integer'],
    ['fail', 500, 'Only a bank transfer'],
  ])('refuses %s with %s', async (outcome, amount, message) => {
    const { id } = await start('eur');
    const { status, body } = await client.simulate(id, outcome, amount);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
    expect(transferOf(await read(id))).toMatchObject({ amount_remaining: 1800 });
  });

  it('needs a waiting bank transfer', async () => {
    const { body: wechat } = await client.stripe('', confirmed('wechat_pay'));
    const paid = await start('eur');
    await client.simulate(paid.id, 'succeed');
    for (const { id } of [wechat, paid]) {
      const { status, body } = await client.simulate(id, 'succeed', 500);
      expect(status).toBe(400);
      expect(body.error.message).toContain('Only a bank transfer');
    }
  });
});
