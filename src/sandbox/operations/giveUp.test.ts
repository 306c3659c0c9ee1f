import { beforeEach, expect, it } from 'vitest';
import { createTestClient, PUBLISHABLE, type TestClient } from '../testing/client.ts';

let client: TestClient;

beforeEach(() => {
  client = createTestClient();
});

/** A payment, or a setup, that waits for 3-D Secure. */
async function challenged(list: 'payment_intents' | 'setup_intents') {
  const amount = list === 'payment_intents' ? { amount: '2099', currency: 'usd' } : {};
  const { body } = await client.send(`/v1/${list}`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_1' },
    body: new URLSearchParams({
      ...amount,
      'payment_method_types[0]': 'card',
      payment_method: 'pm_card_threeDSecure2Required',
      confirm: 'true',
      use_stripe_sdk: 'true',
    } as Record<string, string>),
  });
  return body;
}

const giveUp = (list: string, { id, client_secret }: { id: string; client_secret: string }) =>
  client.send(`/v1/${list}/${id}/source_cancel`, {
    method: 'POST',
    headers: { authorization: `Bearer ${PUBLISHABLE}` },
    body: new URLSearchParams({ client_secret, source: 'src_1' }),
  });

it.each([
  ['payment_intents', 'last_payment_error', 'payment_intent_authentication_failure'],
  ['setup_intents', 'last_setup_error', 'setup_intent_authentication_failure'],
] as const)(
  'ends the challenge of %s, which is no error of the call',
  async (list, field, code) => {
    const intent = await challenged(list);
    expect(intent.status).toBe('requires_action');
    const { body, status } = await giveUp(list, intent);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'requires_payment_method', [field]: { code } });
  },
);

it('leaves an intent alone that does not wait any more', async () => {
  const intent = await challenged('payment_intents');
  await giveUp('payment_intents', intent);
  const simulated = await client.send(`/sandbox/intents/${intent.id}`);
  const again = await giveUp('payment_intents', intent);
  expect(again.status).toBe(200);
  expect(again.body.status).toBe(simulated.body.status ?? 'requires_payment_method');
});

it('needs the client secret', async () => {
  const intent = await challenged('payment_intents');
  const { body } = await giveUp('payment_intents', { ...intent, client_secret: 'pi_1_secret_2' });
  expect(body.error).toMatchObject({ type: 'invalid_request_error' });
});
