import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure, paid, START, type TestStripe } from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;

beforeEach(() => {
  context = createTestStripe();
  stripe = context.stripe;
});

const createTransfer = (customer: string, more: object = {}) =>
  stripe.paymentIntents.create({
    ...more,
    amount: 1800,
    currency: 'eur',
    customer,
    confirm: true,
    payment_method_data: { type: 'customer_balance' },
  });

const send = (customer: string, amount: number, more: object = {}) =>
  stripe.testHelpers.customers.fundCashBalance(customer, { amount, currency: 'eur', ...more });

const available = async (customer: string) =>
  (await stripe.customers.retrieveCashBalance(customer)).available;

describe('a cash balance', () => {
  const manual = async () =>
    (
      await stripe.customers.create({
        cash_balance: { settings: { reconciliation_mode: 'manual' } },
      })
    ).id;
  const read = (id: string) => stripe.paymentIntents.retrieve(id);
  it('pays waiting payments, and later ones', async () => {
    const { id: customer } = await stripe.customers.create();
    const first = await createTransfer(customer);
    await send(customer, 500);
    expect((await read(first.id)).next_action?.display_bank_transfer_instructions).toMatchObject({
      amount_remaining: 1300,
    });
    await send(customer, 2000);
    expect(await read(first.id)).toMatchObject({ status: 'succeeded', amount_received: 1800 });
    expect(await available(customer)).toEqual({ eur: 700 });
    const second = await createTransfer(customer);
    expect(second.next_action?.display_bank_transfer_instructions?.amount_remaining).toBe(1100);
    expect(await available(customer)).toBeNull();
  });

  it.each(['automatic', 'manual'])(
    'pays at once if it covers the amount, with %s confirmation',
    async (order) => {
      const { id: customer } = await stripe.customers.create();
      await send(customer, 2000);
      const paid = await createTransfer(customer, { confirmation_method: order });
      expect(paid).toMatchObject({ status: 'succeeded', amount_received: 1800, next_action: null });
      expect(await available(customer)).toEqual({ eur: 200 });
    },
  );

  it('goes to the payment that it names', async () => {
    const { id: customer } = await stripe.customers.create();
    const [first, second] = [await createTransfer(customer), await createTransfer(customer)];
    const reference = second.next_action?.display_bank_transfer_instructions?.reference;
    await send(customer, 1800, { reference });
    expect((await read(first.id)).status).toBe('requires_action');
    expect((await read(second.id)).status).toBe('succeeded');
  });

  it('is applied by the merchant with manual reconciliation', async () => {
    const customer = await manual();
    const { id } = await createTransfer(customer);
    await send(customer, 2000);
    expect((await read(id)).status).toBe('requires_action');
    const part = await stripe.paymentIntents.applyCustomerBalance(id, { amount: 800 });
    expect(part).toMatchObject({ status: 'requires_action', amount_received: 0 });
    expect(part.next_action?.display_bank_transfer_instructions?.amount_remaining).toBe(1000);
    const done = await stripe.paymentIntents.applyCustomerBalance(id);
    expect(done).toMatchObject({ status: 'succeeded', amount_received: 1800 });
    expect(await available(customer)).toEqual({ eur: 200 });
  });

  it('is never overdrawn', async () => {
    const customer = await manual();
    const { id } = await createTransfer(customer);
    await send(customer, 100);
    const apply = (params: object) =>
      failure(stripe.paymentIntents.applyCustomerBalance(id, params));
    expect((await apply({})).code).toBe('balance_insufficient');
    expect((await apply({ amount: 1801 })).param).toBe('amount');
    expect((await apply({ amount: 0 })).param).toBe('amount');
    expect((await apply({ amount: 50, currency: 'usd' })).param).toBe('currency');
    expect(await available(customer)).toEqual({ eur: 100 });
    expect((await failure(send(customer, 0))).statusCode).toBe(400);
  });

  it('needs a customer, and a payment that waits for a transfer', async () => {
    const nobody = await stripe.paymentIntents.create({
      amount: 1800,
      currency: 'eur',
      confirm: true,
      payment_method_data: { type: 'customer_balance' },
    });
    const apply = (id: string) => failure(stripe.paymentIntents.applyCustomerBalance(id));
    expect((await apply(nobody.id)).param).toBe('customer');
    const done = await stripe.paymentIntents.create(paid);
    expect((await apply(done.id)).code).toBe('payment_intent_unexpected_state');
  });

  it('changes its reconciliation', async () => {
    const customer = await manual();
    const changed = await stripe.customers.updateCashBalance(customer, {
      settings: { reconciliation_mode: 'automatic' },
    });
    expect(changed.settings.reconciliation_mode).toBe('automatic');
  });
});

describe('the transactions of a cash balance', () => {
  const listed = async (customer: string) =>
    (await stripe.customers.listCashBalanceTransactions(customer)).data.map((each) => [
      each.type,
      each.net_amount,
      each.ending_balance,
    ]);

  it('say what came in and what payments took, newest first', async () => {
    const { id: customer } = await stripe.customers.create();
    const { id: intent } = await createTransfer(customer);
    const funded = await send(customer, 2000);
    expect(funded).toEqual({
      id: expect.stringMatching(/^ccsbtxn_/),
      object: 'customer_cash_balance_transaction',
      created: START / 1000,
      currency: 'eur',
      customer,
      customer_account: null,
      ending_balance: 2000,
      funded: {
        bank_transfer: {
          eu_bank_transfer: {
            bic: 'TESTDEFF',
            iban_last4: '3000',
            sender_name: 'Paystep sandbox customer',
          },
          reference: null,
          type: 'eu_bank_transfer',
        },
      },
      livemode: false,
      net_amount: 2000,
      type: 'funded',
    });
    const { data } = await stripe.customers.listCashBalanceTransactions(customer);
    expect(data).toMatchObject([
      {
        type: 'applied_to_payment',
        net_amount: -1800,
        ending_balance: 200,
        applied_to_payment: { payment_intent: intent },
      },
      { id: funded.id, type: 'funded' },
    ]);
    const [applied] = data;
    const read = await stripe.customers.retrieveCashBalanceTransaction(customer, applied?.id ?? '');
    expect(read).toMatchObject({ id: applied?.id, net_amount: -1800 });
  });

  it('are read a page at a time, and of no other customer', async () => {
    const { id: customer } = await stripe.customers.create();
    for (let at = 0; at < 3; at++) await send(customer, 100);
    const page = await stripe.customers.listCashBalanceTransactions(customer, { limit: 2 });
    expect(page).toMatchObject({
      url: `/v1/customers/${customer}/cash_balance_transactions`,
      has_more: true,
    });
    const { id: stranger } = await stripe.customers.create();
    const [{ id = '' } = {}] = page.data;
    const wrong = stripe.customers.retrieveCashBalanceTransaction(stranger, id);
    expect(await failure(wrong)).toMatchObject({ statusCode: 404, code: 'resource_missing' });
    expect(await listed(stranger)).toEqual([]);
  });

  it.each([
    ['it is canceled', (id: string) => stripe.paymentIntents.cancel(id)],
    ['its amount changes', (id: string) => stripe.paymentIntents.update(id, { amount: 5000 })],
    ['the customer gives up', (id: string) => context.client.simulate(id, 'fail')],
  ])('return the part of a payment when %s', async (_, end) => {
    const { id: customer } = await stripe.customers.create();
    await send(customer, 500);
    const { id } = await createTransfer(customer);
    expect(await available(customer)).toBeNull();
    await end(id);
    expect(await available(customer)).toEqual({ eur: 500 });
    expect(await listed(customer)).toEqual([
      ['unapplied_from_payment', 500, 500],
      ['applied_to_payment', -500, 0],
      ['funded', 500, 500],
    ]);
  });

  it('apply the part of an attempt to the next one of the same payment', async () => {
    const { id: customer } = await stripe.customers.create();
    await send(customer, 500);
    const { id } = await createTransfer(customer);
    const again = await stripe.paymentIntents.confirm(id, {
      payment_method_data: { type: 'customer_balance' },
    });
    expect(again.next_action?.display_bank_transfer_instructions?.amount_remaining).toBe(1300);
    expect(await available(customer)).toBeNull();
    expect((await listed(customer)).map(([type]) => type)).toEqual([
      'applied_to_payment',
      'unapplied_from_payment',
      'applied_to_payment',
      'funded',
    ]);
  });

  it('stay as they are where only the description changes', async () => {
    const { id: customer } = await stripe.customers.create();
    await send(customer, 500);
    const { id } = await createTransfer(customer);
    await stripe.paymentIntents.update(id, { description: 'Tea' });
    expect(await listed(customer)).toHaveLength(2);
  });

  it('are refused in a currency that no bank transfer moves', async () => {
    const { id: customer } = await stripe.customers.create();
    expect(await failure(send(customer, 100, { currency: 'chf' }))).toMatchObject({
      statusCode: 400,
      param: 'currency',
    });
  });
});

describe('funding instructions', () => {
  const create = async (params: Partial<Stripe.CustomerCreateFundingInstructionsParams>) => {
    const { id } = await stripe.customers.create();
    return stripe.customers.createFundingInstructions(id, {
      funding_type: 'bank_transfer',
      currency: 'eur',
      bank_transfer: { type: 'eu_bank_transfer' },
      ...params,
    });
  };

  it.each([
    ['eur', 'eu_bank_transfer', 'DE', ['iban']],
    ['gbp', 'gb_bank_transfer', 'GB', ['sort_code']],
    ['jpy', 'jp_bank_transfer', 'JP', ['zengin']],
    ['mxn', 'mx_bank_transfer', 'MX', ['spei']],
    ['usd', 'us_bank_transfer', 'US', ['aba', 'swift']],
  ])('in %s are an %s to %s', async (currency, type, country, kinds) => {
    const { bank_transfer: transfer, ...others } = await create({
      currency,
      bank_transfer: { type },
    });
    expect(others).toMatchObject({
      object: 'funding_instructions',
      currency,
      funding_type: 'bank_transfer',
      livemode: false,
    });
    expect(transfer).toMatchObject({ type, country });
    expect(transfer.financial_addresses.map((each) => each.type)).toEqual(kinds);
  });

  it('are in the country that the merchant asks for', async () => {
    const { bank_transfer: transfer } = await create({
      bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'FR' } },
    });
    expect(transfer).toMatchObject({
      country: 'FR',
      financial_addresses: [{ iban: { country: 'FR', iban: expect.stringMatching(/^FR14/) } }],
    });
  });

  it('have only the types of accounts that are asked for', async () => {
    const { bank_transfer: transfer } = await create({
      currency: 'usd',
      bank_transfer: { type: 'us_bank_transfer', requested_address_types: ['aba'] },
    });
    expect(transfer.financial_addresses.map((each) => each.type)).toEqual(['aba']);
  });

  it.each([
    [{ bank_transfer: undefined }, 'bank_transfer'],
    [{ currency: undefined }, 'currency'],
    [{ funding_type: undefined }, 'funding_type'],
    [{ funding_type: 'cash' }, 'funding_type'],
    [{ currency: 'chf' }, 'currency'],
    [{ bank_transfer: { type: 'moon_bank_transfer' } }, 'bank_transfer[type]'],
    [{ bank_transfer: { type: 'gb_bank_transfer' } }, 'bank_transfer[type]'],
    [
      { bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'US' } } },
      'bank_transfer[eu_bank_transfer][country]',
    ],
    [
      { bank_transfer: { type: 'eu_bank_transfer', requested_address_types: ['zengin'] } },
      'bank_transfer[requested_address_types]',
    ],
  ])('refuse %o', async (params, param) => {
    expect(await failure(create(params as object))).toMatchObject({ statusCode: 400, param });
  });

  it('are for customers that exist', async () => {
    const params = {
      funding_type: 'bank_transfer',
      currency: 'eur',
      bank_transfer: { type: 'eu_bank_transfer' },
    } as const;
    const error = await failure(stripe.customers.createFundingInstructions('cus_nope', params));
    expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' });
  });
});
