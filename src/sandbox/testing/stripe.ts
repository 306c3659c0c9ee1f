import Stripe from 'stripe';
import { createTestClient, SECRET, type TestClient } from './client.ts';

/** The official client before a sandbox without a network, and a clock that stands still. */
export interface TestStripe {
  readonly stripe: Stripe;
  /** The same payments as a browser or a customer meets them. */
  readonly client: TestClient;
  advance(milliseconds: number): void;
}

/** 2023-11-14T22:13:20Z */
export const START = 1_700_000_000_000;

export function createTestStripe(key = SECRET): TestStripe {
  let now = START;
  const client = createTestClient({ now: () => now });
  const httpClient = Stripe.createFetchHttpClient(client.sandbox.fetch);
  const stripe = new Stripe(key, {
    httpClient,
    host: 'localhost',
    port: 4242,
    protocol: 'http',
    maxNetworkRetries: 0,
  });
  const advance = (milliseconds: number) => {
    now += milliseconds;
  };
  return { stripe, client, advance };
}

/** A card payment that is confirmed at once. */
export const paid: Stripe.PaymentIntentCreateParams = {
  amount: 1800,
  currency: 'eur',
  confirm: true,
  payment_method: 'pm_card_visa',
  allowed_payment_method_types: ['card'],
};

/** The same, to be captured later. */
export const authorized: Stripe.PaymentIntentCreateParams = { ...paid, capture_method: 'manual' };

/** The same with `payment_method_options[card]`, the sandbox's own among them. */
export const authorizedWith = (options: object): Stripe.PaymentIntentCreateParams => ({
  ...authorized,
  payment_method_options: { card: options },
});

/** A customer with a card, and a payment with it. */
export async function payWithSavedCard(stripe: Stripe) {
  const customer = await stripe.customers.create({ name: 'Ada' });
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
  const params = { ...paid, customer: customer.id, payment_method: card.id };
  return { customer, card, params, intent: await stripe.paymentIntents.create(params) };
}

/** The error that a call ends with. */
export const failure = (call: Promise<unknown>): Promise<Stripe.errors.StripeError> =>
  call.then(
    () => {
      throw new Error('An error was expected.');
    },
    (error: Stripe.errors.StripeError) => error,
  );
