import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure } from '../testing/stripe.ts';

let stripe: Stripe;
let intents: Stripe['paymentIntents'];

beforeEach(() => {
  stripe = createTestStripe().stripe;
  intents = stripe.paymentIntents;
});

const plain = { amount: 1099, currency: 'eur' };

/** Every field of stripe 23.1.0, `PaymentIntent`, that is not optional, and `amount_details`. */
const FIELDS = `id object allowed_payment_method_types amount amount_capturable amount_details
  amount_received application application_fee_amount automatic_payment_methods canceled_at
  cancellation_reason capture_method client_secret confirmation_method created currency customer
  customer_account description excluded_payment_method_types last_payment_error latest_charge livemode
  managed_payments metadata next_action on_behalf_of payment_method
  payment_method_configuration_details payment_method_options payment_method_types payment_record
  processing receipt_email review setup_future_usage shipping source statement_descriptor
  statement_descriptor_suffix status transfer_data transfer_group`.split(/\s+/);

it('shows a PaymentIntent with the fields of Stripe’s type', async () => {
  expect(Object.keys(await intents.create(plain)).sort()).toEqual(FIELDS.sort());
});

describe('automatic payment methods', () => {
  const allow_redirects = 'always';

  it.each([
    ['PaymentIntents', () => intents.create(plain)],
    ['SetupIntents', () => stripe.setupIntents.create()],
  ])('may redirect, and were chosen by a configuration: %s', async (_, create) => {
    const created = await create();
    expect(created.automatic_payment_methods).toEqual({ enabled: true, allow_redirects });
    expect(created.payment_method_configuration_details).toEqual({
      id: expect.stringMatching(/^pmc_/),
      parent: null,
    });
  });

  it('were not chosen by one where the merchant names the types', async () => {
    const created = await intents.create({ ...plain, allowed_payment_method_types: ['card'] });
    expect(created).toMatchObject({
      automatic_payment_methods: null,
      payment_method_configuration_details: null,
    });
  });

  it('are those of the configuration that the merchant names', async () => {
    const payment_method_configuration = 'pmc_1';
    const details = { id: 'pmc_1', parent: null };
    const created = await intents.create({ ...plain, payment_method_configuration });
    expect(created.payment_method_configuration_details).toEqual(details);
    expect(created).not.toHaveProperty('payment_method_configuration');
    const setup = await stripe.setupIntents.create({ payment_method_configuration });
    expect(setup.payment_method_configuration_details).toEqual(details);
    expect(setup).not.toHaveProperty('payment_method_configuration');
  });

  it('of a connected account are chosen by a child of the platform’s configuration', async () => {
    const { payment_method_configuration_details: platform } = await intents.create(plain);
    const { application, payment_method_configuration_details: child } = await intents.create(
      plain,
      { stripeAccount: 'acct_1' },
    );
    expect(child?.parent).toBe(platform?.id);
    expect(application).toMatch(/^ca_/);
  });
});

describe('fields that are shown only where they were sent', () => {
  it('are hooks and payment_details', async () => {
    const { id, ...created } = await intents.create(plain);
    expect(created).not.toHaveProperty('hooks');
    expect(created).not.toHaveProperty('payment_details');
    const hooks = { inputs: { tax: { calculation: 'taxcalc_1' } } };
    const updated = await intents.update(id, { hooks, payment_details: { order_reference: '7' } });
    expect(updated).toMatchObject({
      hooks,
      payment_details: { customer_reference: null, order_reference: '7' },
    });
  });

  it('have no other names inside', async () => {
    const error = await failure(
      intents.create({ ...plain, hooks: { after: { tax: '1' } } as object }),
    );
    expect(error).toMatchObject({ code: 'parameter_unknown', param: 'hooks[after]' });
  });
});
