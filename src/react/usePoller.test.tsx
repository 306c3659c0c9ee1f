import { expect, it, vi } from 'vitest';
import { openCheckout } from './testing/openCheckout.tsx';

const { yieldToOuterCheckout } = vi.hoisted(() => ({
  yieldToOuterCheckout: vi.fn(async () => false),
}));
vi.mock('#yieldToOuterCheckout', () => ({ yieldToOuterCheckout }));
vi.mock('../checkout/index.ts', async (load) => ({
  ...(await load<object>()),
  isInOwnWindow: () => true,
}));

it('a checkout in a pop-up asks for its payment by the id of its own gateway', async () => {
  const dialect = {
    name: 'acme',
    baseUrl: 'https://acme.example',
    intentId: (clientSecret: string) => /^(pay-\d+)\./.exec(clientSecret)?.[1] ?? null,
    retrieve: () => ({}),
    confirm: () => ({}),
  };
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  await openCheckout('silence', { gateway: dialect, clientSecret: 'pay-7.s3cret' });
  vi.unstubAllGlobals();
  expect(yieldToOuterCheckout.mock.calls).toEqual([['pay-7']]);
});
