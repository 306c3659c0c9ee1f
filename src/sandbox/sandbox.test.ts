import { expect, it } from 'vitest';
import { createGateway } from '../gateway/index.ts';
import { createSandbox } from './index.ts';

it.each(['stripe', 'wooshpay'] as const)('replaces fetch in a %s gateway', async (name) => {
  const { fetch } = createSandbox();
  const base = `http://sandbox/${name}`;
  const created = await fetch(`${base}/v1/payment_intents`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('sk_test_1:')}`, ...TYPES[name] },
    body: BODIES[name],
  });
  const { id, client_secret } = await created.json();
  const gateway = createGateway({
    gateway: name,
    publishableKey: 'pk_test_1',
    apiBase: base,
    fetch,
  });
  expect(await gateway.retrieve(client_secret)).toMatchObject({ id, status: 'requires_action' });
});

const INTENT = { amount: 2099, currency: 'cny', confirm: true };
const TYPES = { stripe: {}, wooshpay: { 'content-type': 'application/json' } };
const BODIES = {
  stripe: new URLSearchParams({
    amount: '2099',
    currency: 'cny',
    confirm: 'true',
    'payment_method_data[type]': 'wechat_pay',
  }),
  wooshpay: JSON.stringify({ ...INTENT, payment_method_data: { type: 'wechat_pay' } }),
};
