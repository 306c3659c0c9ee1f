import { expect, it, vi } from 'vitest';
import { passTime } from '../react/testing/clock.ts';
import { createSandbox } from '../sandbox/index.ts';
import { createElement, openShop, settle } from './testing/renderElement.ts';

const ORIGIN = 'https://sandbox.example';

/** A shop whose gateway is the sandbox, and a payment that its server has made and confirmed. */
async function openSandboxShop(method: string) {
  const shop = openShop('offline');
  const sandbox = createSandbox();
  const send = (path: string, init?: RequestInit) =>
    sandbox.fetch(new Request(new URL(path, ORIGIN), init));
  vi.stubGlobal('fetch', send);
  const created = await send('/stripe/v1/payment_intents', {
    method: 'POST',
    headers: {
      authorization: 'Bearer sk_test_1',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      amount: '1800',
      currency: 'cny',
      confirm: 'true',
      return_url: 'https://shop.example/thanks',
      'payment_method_types[]': method,
      'payment_method_data[type]': method,
      'payment_method_options[wechat_pay][client]': 'web',
    }),
  });
  const { id, client_secret } = await created.json();
  const element = createElement({
    'api-base': `${ORIGIN}/stripe`,
    'client-secret': client_secret,
    redirect: 'button',
  });
  document.body.append(element);
  await settle();
  await passTime(10);
  const simulate = async (outcome: string) => {
    await send(`/sandbox/intents/${id}/simulate`, {
      method: 'POST',
      body: JSON.stringify({ outcome }),
    });
    await passTime(10_000);
  };
  return { ...shop, element, simulate };
}

it.each([
  ['wechat_pay', 'qr', 'succeed', 'success succeeded'],
  ['wechat_pay', 'qr', 'fail', 'failure failed'],
  ['alipay', 'redirect', 'succeed', 'success succeeded'],
  ['alipay', 'redirect', 'cancel', 'failure canceled'],
])(
  'shows %s at the sandbox as %s and tells, after "%s", of %s',
  async (method, step, outcome, end) => {
    const { element, simulate, eventLog } = await openSandboxShop(method);
    expect(element.dataset).toMatchObject({ phase: 'action', step });
    await simulate(outcome);
    expect(eventLog().at(-1)).toBe(end);
    expect(end).toContain(element.dataset.phase);
  },
);
