import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure, paid, START, type TestStripe } from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;

beforeEach(() => {
  context = createTestStripe();
  stripe = context.stripe;
});

describe('customers', () => {
  it('are created, read, changed, listed and deleted', async () => {
    const { customers } = stripe;
    const created = await customers.create({
      name: 'Tom',
      email: 'tom@example.com',
      metadata: { a: '1' },
    });
    expect(created).toMatchObject({
      object: 'customer',
      created: START / 1000,
      name: 'Tom',
      phone: null,
    });
    const { id } = created;
    expect((await customers.retrieve(id)).id).toBe(id);
    const updated = await customers.update(id, { name: '', phone: '1', metadata: { a: '' } });
    expect(updated).toMatchObject({
      name: null,
      phone: '1',
      email: 'tom@example.com',
      metadata: {},
    });
    const other = await customers.create();
    expect((await customers.list()).data.map((each) => each.id)).toEqual([other.id, id]);
    expect((await customers.list({ email: 'tom@example.com' })).data).toHaveLength(1);
    expect(await customers.del(id)).toMatchObject({ id, object: 'customer', deleted: true });
    expect(await customers.retrieve(id)).toMatchObject({ id, deleted: true });
    expect((await failure(customers.update(id, {}))).statusCode).toBe(404);
    expect((await customers.list()).data).toHaveLength(1);
    expect(await failure(stripe.paymentIntents.create({ ...paid, customer: id }))).toMatchObject({
      code: 'resource_missing',
      param: 'customer',
    });
  });

  it('are read to the end of their list by Stripe’s client', async () => {
    for (let at = 0; at < 12; at++) await stripe.customers.create();
    const listed = await stripe.customers.list({ limit: 5 }).autoPagingToArray({ limit: 100 });
    expect(new Set(listed.map(({ id }) => id)).size).toBe(12);
  });

  it('are unknown to the other gateway', async () => {
    const { id } = await stripe.customers.create();
    const answer = await context.client.send(`/wooshpay/v1/customers/${id}`, {
      headers: { authorization: 'Bearer sk_test_1' },
    });
    expect(answer.status).toBe(404);
  });
});

describe('a customer', () => {
  it('is shown with every field, as recorded', async () => {
    const { id, invoice_prefix, ...shown } = await stripe.customers.create({ name: 'Tom' });
    expect(id).toMatch(/^cus_/);
    expect(invoice_prefix).toMatch(/^[A-Z0-9]{8}$/);
    expect(shown).toEqual({
      object: 'customer',
      address: null,
      balance: 0,
      created: START / 1000,
      currency: null,
      customer_account: null,
      default_source: null,
      delinquent: false,
      description: null,
      discount: null,
      email: null,
      invoice_settings: {
        custom_fields: null,
        default_payment_method: null,
        footer: null,
        rendering_options: null,
      },
      livemode: false,
      metadata: {},
      name: 'Tom',
      next_invoice_sequence: 1,
      phone: null,
      preferred_locales: [],
      shipping: null,
      tax_exempt: 'none',
      test_clock: null,
    });
  });

  it('has addresses with every line', async () => {
    const address = { line1: 'Street 1', country: 'de' };
    const customer = await stripe.customers.create({ address, shipping: { address, name: 'Tom' } });
    const lines = {
      city: null,
      country: 'DE',
      line1: 'Street 1',
      line2: null,
      postal_code: null,
      state: null,
    };
    expect(customer.address).toEqual(lines);
    expect(customer.shipping).toEqual({ address: lines, name: 'Tom', phone: null });
    const cleared = await stripe.customers.update(customer.id, { address: '', shipping: '' });
    expect(cleared).toMatchObject({ address: null, shipping: null });
  });

  it('keeps what its invoices would need', async () => {
    const { id } = await stripe.customers.create({
      balance: -500,
      business_name: 'Tea Ltd',
      individual_name: 'Tom',
      invoice_prefix: 'TEA1',
      next_invoice_sequence: 7,
      invoice_settings: { footer: 'Thanks', rendering_options: { amount_tax_display: '' } },
      tax_id_data: [{ type: 'eu_vat', value: 'DE123456789' }],
    });
    const custom_fields = [{ name: 'Order', value: '7' }];
    const updated = await stripe.customers.update(id, { invoice_settings: { custom_fields } });
    expect(updated).toMatchObject({
      balance: -500,
      business_name: 'Tea Ltd',
      individual_name: 'Tom',
      invoice_prefix: 'TEA1',
      next_invoice_sequence: 7,
      invoice_settings: {
        custom_fields,
        default_payment_method: null,
        footer: 'Thanks',
        rendering_options: { amount_tax_display: null, template: null },
      },
    });
  });

  it.each([
    [{ address: { street: '1' } }, 'address[street]'],
    [{ shipping: { name: 'Tom' } }, 'shipping[address]'],
    [{ invoice_settings: { colour: 'red' } }, 'invoice_settings[colour]'],
    [{ invoice_prefix: 'tea' }, 'invoice_prefix'],
    [{ email: 'tom' }, 'email'],
    [{ email: ' tom@example.com' }, 'email'],
    [{ source: 'tok_visa' }, 'source'],
  ])('takes no %o', async (params, param) => {
    const error = await failure(stripe.customers.create(params as object));
    expect(error).toMatchObject({ statusCode: 400, param });
  });

  it.each(['balance_transactions', 'sources', 'tax_ids'])(
    'has no %s, and says why',
    async (resource) => {
      const { id } = await stripe.customers.create();
      for (const path of [`/v1/customers/${id}/${resource}`, `/v1/customers/x/${resource}/y`]) {
        const error = await failure(stripe.rawRequest('GET', path));
        expect(error).toMatchObject({ statusCode: 404, type: 'StripeInvalidRequestError' });
        expect(error.message).toContain(`The sandbox has no ${resource} of customers`);
      }
    },
  );
});

describe('the default payment method of a customer', () => {
  const payment_method = 'pm_card_visa';
  const defaultOf = async (id: string) => {
    const customer = await stripe.customers.retrieve(id);
    return customer.deleted ? undefined : customer.invoice_settings.default_payment_method;
  };
  const choose = (id: string, method: string) =>
    stripe.customers.update(id, { invoice_settings: { default_payment_method: method } });

  it('comes with the customer, by the same name', async () => {
    const { id } = await stripe.customers.create({
      payment_method,
      invoice_settings: { default_payment_method: payment_method },
    });
    const [method] = (await stripe.customers.listPaymentMethods(id)).data;
    expect(method?.id).toMatch(/^pm_3/);
    expect(await defaultOf(id)).toBe(method?.id);
  });

  it('is declined before there is a customer', async () => {
    const declined = stripe.customers.create({ payment_method: 'pm_card_chargeDeclined' });
    expect(await failure(declined)).toMatchObject({ statusCode: 402, code: 'card_declined' });
    expect((await stripe.customers.list()).data).toEqual([]);
  });

  it('is one of the customer’s, until it is detached', async () => {
    const { id } = await stripe.customers.create();
    const { id: method } = await stripe.paymentMethods.attach(payment_method, { customer: id });
    const { id: other } = await stripe.paymentMethods.attach(payment_method, { customer: id });
    await choose(id, method);
    await stripe.paymentMethods.detach(other);
    expect(await defaultOf(id)).toBe(method);
    await stripe.paymentMethods.detach(method);
    expect(await defaultOf(id)).toBeNull();
  });

  it('is unset by an empty text', async () => {
    const { id } = await stripe.customers.create({
      payment_method,
      invoice_settings: { default_payment_method: payment_method },
    });
    await choose(id, '');
    expect(await defaultOf(id)).toBeNull();
  });

  it('is no other’s', async () => {
    const { id } = await stripe.customers.create();
    const { id: stranger } = await stripe.customers.create();
    const { id: method } = await stripe.paymentMethods.attach(payment_method, {
      customer: stranger,
    });
    const settings = { invoice_settings: { default_payment_method: method } };
    const calls = [choose(id, method), stripe.customers.create(settings)];
    for (const error of await Promise.all(calls.map((call) => failure(call)))) {
      expect(error).toMatchObject({
        statusCode: 400,
        code: 'resource_missing',
        param: 'invoice_settings[default_payment_method]',
      });
    }
  });
});

describe('a customer that never was', () => {
  const customer = 'cus_nope';

  it.each([
    ['payment methods', () => stripe.paymentMethods.list({ customer })],
    ['PaymentIntents', () => stripe.paymentIntents.list({ customer })],
    ['SetupIntents', () => stripe.setupIntents.list({ customer })],
    ['the payment of one', () => stripe.paymentIntents.create({ ...paid, customer })],
  ])('is refused as a parameter: %s', async (_, call) => {
    expect(await failure(call())).toMatchObject({
      statusCode: 400,
      code: 'resource_missing',
      param: 'customer',
      message: "No such customer: 'cus_nope'",
    });
  });

  it('is not found in a path', async () => {
    expect(await failure(stripe.customers.retrieve(customer))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'id',
    });
  });
});

it('lists what a deleted customer has paid', async () => {
  const { id: customer } = await stripe.customers.create();
  await stripe.paymentIntents.create({ ...paid, customer });
  await stripe.customers.del(customer);
  expect((await stripe.paymentIntents.list({ customer })).data).toHaveLength(1);
  expect((await stripe.paymentMethods.list({ customer })).data).toEqual([]);
});
