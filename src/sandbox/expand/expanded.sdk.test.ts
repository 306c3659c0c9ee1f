import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { RETURN_URL } from '../testing/client.ts';
import {
  authorized,
  createTestStripe,
  failure,
  paid,
  payWithSavedCard,
  type TestStripe,
} from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;

beforeEach(() => {
  context = createTestStripe();
  stripe = context.stripe;
});

describe('a path of several levels', () => {
  it('expands each object on its way', async () => {
    const { card, customer, intent } = await payWithSavedCard(stripe);
    const expand = ['latest_charge.payment_intent.payment_method.customer', 'customer'];
    const read = await stripe.paymentIntents.retrieve(intent.id, { expand });
    expect(read).toMatchObject({
      id: intent.id,
      customer: { id: customer.id, name: 'Ada' },
      latest_charge: {
        id: intent.latest_charge,
        customer: customer.id,
        payment_intent: {
          id: intent.id,
          customer: customer.id,
          payment_method: { id: card.id, customer: { id: customer.id, object: 'customer' } },
        },
      },
    });
  });

  it('leads through hashes and whole objects', async () => {
    const { card, customer } = await payWithSavedCard(stripe);
    const invoice_settings = { default_payment_method: card.id };
    const expand = ['invoice_settings.default_payment_method.customer'];
    const updated = await stripe.customers.update(customer.id, { invoice_settings, expand });
    expect(updated.invoice_settings.default_payment_method).toMatchObject({
      id: card.id,
      customer: { id: customer.id },
    });
    const declined = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: customer.id,
    });
    const params = { ...paid, customer: customer.id, payment_method: declined.id };
    await failure(stripe.paymentIntents.create(params));
    const { data } = await stripe.paymentIntents.list({
      limit: 1,
      expand: ['data.last_payment_error.payment_method.customer'],
    });
    expect(data[0]?.last_payment_error?.payment_method?.customer).toMatchObject({ name: 'Ada' });
  });

  it('is expanded by what the Pay gem sends with each payment', async () => {
    const { params } = await payWithSavedCard(stripe);
    const intent = await stripe.paymentIntents.create({
      ...params,
      expand: [
        'latest_charge.balance_transaction',
        'latest_charge.payment_intent',
        'latest_charge.refunds.data.balance_transaction',
      ],
    });
    expect(intent.latest_charge).toMatchObject({
      payment_intent: { id: intent.id, latest_charge: expect.stringMatching(/^ch_/) },
      refunds: { object: 'list', data: [], has_more: false, url: expect.any(String) },
    });
  });

  it('may go round in a circle', async () => {
    const { intent } = await payWithSavedCard(stripe);
    const expand = ['latest_charge.payment_intent.latest_charge.payment_intent'];
    const { latest_charge } = await stripe.paymentIntents.retrieve(intent.id, { expand });
    expect(latest_charge).toMatchObject({
      payment_intent: { latest_charge: { payment_intent: { id: intent.id } } },
    });
  });
});

describe('each object', () => {
  it('is expanded by its create, its reads and its changes', async () => {
    const { card, customer, intent } = await payWithSavedCard(stripe);
    const expand = ['customer'];
    const shown = { customer: { id: customer.id, name: 'Ada' } };
    const methods = stripe.paymentMethods;
    expect(await methods.retrieve(card.id, { expand })).toMatchObject(shown);
    expect(await methods.update(card.id, { metadata: { a: 'b' }, expand })).toMatchObject(shown);
    expect(
      await stripe.customers.retrievePaymentMethod(customer.id, card.id, { expand }),
    ).toMatchObject(shown);
    expect(
      await stripe.paymentIntents.update(intent.id, { metadata: { a: 'b' }, expand }),
    ).toMatchObject(shown);
    const { id } = await stripe.paymentIntents.create({
      ...authorized,
      customer: customer.id,
      expand,
    });
    expect(await stripe.paymentIntents.capture(id, { expand })).toMatchObject(shown);
    const detached = await methods.detach(card.id, { expand });
    expect(detached.customer).toBeNull();
  });

  it('is a SetupIntent with its attempt, its mandate and its method', async () => {
    const { customer } = await payWithSavedCard(stripe);
    const setup = await stripe.setupIntents.create({
      confirm: true,
      customer: customer.id,
      payment_method_data: {
        type: 'sepa_debit',
        billing_details: { name: 'Ada', email: 'ada@shop.example' },
        sepa_debit: { iban: 'DE89370400440532013000' },
      },
      allowed_payment_method_types: ['sepa_debit'],
      mandate_data: { customer_acceptance: { type: 'offline' } },
      return_url: RETURN_URL,
      expand: [
        'latest_attempt.setup_intent.payment_method',
        'latest_attempt.payment_method',
        'mandate.payment_method.customer',
        'single_use_mandate',
      ],
    });
    expect(setup).toMatchObject({
      latest_attempt: {
        object: 'setup_attempt',
        setup_intent: { id: setup.id, payment_method: { type: 'sepa_debit' } },
        payment_method: { type: 'sepa_debit' },
      },
      mandate: { object: 'mandate', payment_method: { customer: { id: customer.id } } },
      single_use_mandate: null,
    });
  });

  it('is a customer with what only expanded ones show', async () => {
    const { id } = await stripe.customers.create();
    expect(await stripe.customers.retrieve(id)).not.toHaveProperty('cash_balance');
    const lists = ['sources', 'subscriptions', 'tax_ids'];
    const others = ['cash_balance', 'default_source', 'invoice_credit_balance', 'tax'];
    const customer = await stripe.customers.retrieve(id, { expand: [...lists, ...others] });
    const nothing = { object: 'list', data: [], has_more: false, total_count: 0 };
    expect(customer).toMatchObject({
      cash_balance: { object: 'cash_balance', customer: id },
      sources: { ...nothing, url: `/v1/customers/${id}/sources` },
      subscriptions: nothing,
      tax_ids: nothing,
      default_source: null,
      invoice_credit_balance: {},
      tax: { automatic_tax: 'unrecognized_location', location: null },
    });
  });

  it('is a deleted customer as such', async () => {
    const { customer, intent } = await payWithSavedCard(stripe);
    await stripe.customers.del(customer.id);
    const read = await stripe.paymentIntents.retrieve(intent.id, {
      expand: ['customer.cash_balance', 'customer.invoice_settings.default_payment_method'],
    });
    expect(read.customer).toEqual({ id: customer.id, object: 'customer', deleted: true });
  });
});

describe('a path that leads to nothing', () => {
  it('gives null', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 1800, currency: 'eur' });
    const paths = ['customer.cash_balance', 'latest_charge.refunds.data.charge', 'review'];
    const read = await stripe.paymentIntents.retrieve(id, {
      expand: [...paths, 'application', 'last_payment_error.payment_method', 'invoice.customer'],
    });
    const nothing = { customer: null, latest_charge: null, review: null, application: null };
    expect(read).toMatchObject({ ...nothing, last_payment_error: null, invoice: null });
  });

  it('leaves an account as its id', async () => {
    const { id } = await stripe.paymentIntents.create({
      ...paid,
      on_behalf_of: 'acct_1',
      transfer_data: { destination: 'acct_1' },
    });
    const expand = ['on_behalf_of', 'transfer_data.destination.settings'];
    expect(await stripe.paymentIntents.retrieve(id, { expand })).toMatchObject({
      on_behalf_of: 'acct_1',
      transfer_data: { destination: 'acct_1' },
    });
  });
});

describe('an answer', () => {
  it('shows nothing of other accounts', async () => {
    const { customer } = await payWithSavedCard(stripe);
    const other = await stripe.paymentIntents.create(paid, { stripeAccount: 'acct_1' });
    const { data } = await stripe.paymentIntents.list(
      { expand: ['data.latest_charge', 'data.payment_method'] },
      { stripeAccount: 'acct_1' },
    );
    expect(data).toMatchObject([
      { id: other.id, latest_charge: { object: 'charge' }, payment_method: { customer: null } },
    ]);
    expect(JSON.stringify(data)).not.toContain(customer.id);
  });

  it('takes part in what a repeated key answers', async () => {
    const { params } = await payWithSavedCard(stripe);
    const options = { idempotencyKey: 'order-7' };
    const expand = ['latest_charge.customer'];
    const first = await stripe.paymentIntents.create({ ...params, expand }, options);
    await stripe.customers.update(String(params.customer), { name: 'Grace' });
    const again = await stripe.paymentIntents.create({ ...params, expand }, options);
    expect(again).toEqual(first);
    expect((await failure(stripe.paymentIntents.create(params, options))).type).toBe(
      'StripeIdempotencyError',
    );
  });

  it('does not change what errors and events show', async () => {
    const { customer } = await payWithSavedCard(stripe);
    const declined = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: customer.id,
    });
    const params = { ...paid, customer: customer.id, payment_method: declined.id };
    const error = await failure(stripe.paymentIntents.create({ ...params, expand: ['customer'] }));
    expect(error.payment_intent?.customer).toBe(customer.id);
    const { data } = await stripe.events.list({ type: 'payment_intent.payment_failed' });
    expect(data[0]?.data.object).toMatchObject({ customer: customer.id });
  });
});
