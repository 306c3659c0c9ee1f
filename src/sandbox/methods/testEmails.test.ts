import { expect, it } from 'vitest';
import { confirmed, createTestClient, methodData } from '../testing/client.ts';

it.each([
  ['pix', 'succeed_immediately', 3, 'succeeded'],
  ['boleto', 'expire_immediately', 3, 'requires_payment_method'],
  ['pix', 'expire_immediately', 3, 'requires_payment_method'],
  ['oxxo', 'expire_with_delay', 180, 'requires_payment_method'],
  ['konbini', 'fill_never', 3 * 24 * 3600, 'requires_payment_method'],
])('ends %s of %s@ after %i seconds', async (type, name, seconds, status) => {
  let now = 1_700_000_000_000;
  const client = createTestClient({ now: () => now });
  const data = methodData(type);
  const billing_details = { ...data.billing_details, email: `ana.${name}@example.com` };
  const payment_method_data = { ...data, billing_details };
  const { id } = (await client.stripe('', confirmed(type, { payment_method_data }))).body;
  const statusNow = async () => (await client.read('stripe', id)).body.status;
  now += seconds * 1000 - 1;
  expect(await statusNow()).toBe('requires_action');
  now += 1;
  expect(await statusNow()).toBe(status);
});
