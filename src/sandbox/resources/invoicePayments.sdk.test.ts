import { expect, it } from 'vitest';
import { createTestStripe, paid } from '../testing/stripe.ts';

it('says of each payment that it is for no invoice', async () => {
  const { stripe } = createTestStripe();
  const { id } = await stripe.paymentIntents.create(paid);
  const payment = { type: 'payment_intent', payment_intent: id } as const;
  expect(await stripe.invoicePayments.list({ payment, status: 'paid' })).toMatchObject({
    object: 'list',
    data: [],
    has_more: false,
    url: '/v1/invoice_payments',
  });
});
