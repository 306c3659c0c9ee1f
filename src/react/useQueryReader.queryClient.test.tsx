import { QueryClient, QueryClientProvider, QueryObserver, useQuery } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, onTestFinished } from 'vitest';
import { QR, SECRET } from '../checkout/testing/createTestCheckout.ts';
import { createGateway } from '../gateway/index.ts';
import { intentQuery } from '../index.ts';
import { passTime, stopClock } from './testing/clock.ts';
import { createFakeGateway } from './testing/fakeGateway.ts';
import { renderUseCheckout } from './testing/renderUseCheckout.tsx';

/** An app that uses react-query itself. */
async function watchInApp() {
  const client = new QueryClient();
  const page = await renderUseCheckout(QR, {
    around: (component) => <QueryClientProvider client={client}>{component}</QueryClientProvider>,
  });
  return { ...page, client };
}

it('reads through the app’s own client where there is one', async () => {
  const { client } = await watchInApp();
  const [query, ...others] = client.getQueryCache().getAll();
  expect(others).toEqual([]);
  expect(query?.queryKey).toEqual([
    'paystep',
    'https://api.stripe.com',
    'pi_1',
    expect.any(Number),
  ]);
  expect(query?.state.data).toMatchObject({ id: 'pi_1', status: 'requires_action' });
});

it('leaves the secret out of the app’s cache: key, hash and data', async () => {
  const { client } = await watchInApp();
  for (const { queryKey, queryHash, state } of client.getQueryCache().getAll()) {
    expect(JSON.stringify([queryKey, queryHash, state])).not.toMatch(/secret/);
  }
});

it('takes the answers that the app itself has read', async () => {
  const { client, log } = await watchInApp();
  const gateway = createGateway({
    gateway: 'stripe',
    publishableKey: 'pk_test_1',
    fetch: async () => Response.json({ id: 'pi_1', status: 'succeeded' }),
  });
  const { queryKey, queryFn, retry, retryDelay } = intentQuery({
    gateway,
    clientSecret: SECRET,
  });
  const reading = client.fetchQuery({ queryKey, queryFn, retry, retryDelay } as never);
  await passTime();
  await reading;
  expect(log).toEqual(['action:qr', 'succeeded', 'success succeeded']);
});

it('prefers a client given by hand', async () => {
  const given = new QueryClient();
  const app = new QueryClient();
  await renderUseCheckout(QR, {
    queryClient: given,
    around: (component) => <QueryClientProvider client={app}>{component}</QueryClientProvider>,
  });
  expect(given.getQueryCache().getAll()).toHaveLength(1);
  expect(app.getQueryCache().getAll()).toEqual([]);
});

it('leaves nothing in the app’s cache once nobody watches', async () => {
  const { client, unmount } = await watchInApp();
  unmount();
  await passTime(10);
  expect(client.getQueryCache().getAll()).toEqual([]);
});

it('tells of a lost connection also where the app’s own query does the reading', async () => {
  const client = new QueryClient();
  const { make } = createFakeGateway('offline');
  stopClock();
  const own = new QueryObserver(client, intentQuery({ gateway: make(), clientSecret: SECRET }));
  onTestFinished(own.subscribe(() => {}));
  const { log } = await renderUseCheckout('offline', { queryClient: client });
  await passTime(60_000);
  expect(log).toContain('unavailable retrying');
  expect(log).not.toContain('unavailable paused');
});

it('reads at once when the app invalidates its queries, and goes on from that answer', async () => {
  const { client, log, reads, setAnswer } = await watchInApp();
  await passTime(2_000);
  setAnswer({ id: 'pi_1', status: 'processing' });
  void client.invalidateQueries({ queryKey: ['paystep'] });
  await passTime();
  expect(reads).toHaveLength(2);
  expect(log.at(-1)).toBe('processing');
  setAnswer({ id: 'pi_1', status: 'succeeded' });
  await passTime(3_000);
  expect(log.slice(-2)).toEqual(['succeeded', 'success succeeded']);
});

it('wakes by an invalidation also a checkout that has paused', async () => {
  const { client, log, setAnswer } = await watchInApp();
  await passTime(2 * 60 * 60_000);
  expect(log.at(-1)).toBe('action:qr paused');
  setAnswer({ id: 'pi_1', status: 'succeeded' });
  void client.invalidateQueries();
  await passTime();
  expect(log.slice(-2)).toEqual(['succeeded', 'success succeeded']);
});

it.each(['clear', 'resetQueries', 'removeQueries'] as const)(
  'keeps what is on the screen through the app’s %s(), and goes on reading',
  async (method) => {
    const { client, log, setAnswer } = await watchInApp();
    await passTime(7_000);
    void client[method]();
    await passTime(20_000);
    expect(new Set(log)).toEqual(new Set(['action:qr']));
    setAnswer({ id: 'pi_1', status: 'succeeded' });
    await passTime(30_000);
    expect(log.slice(-2)).toEqual(['succeeded', 'success succeeded']);
  },
);

it('shares one request with a useQuery of the app’s own', async () => {
  const { client, reads } = await watchInApp();
  const { make, reads: others } = createFakeGateway(QR);
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const query = intentQuery({ gateway: make(), clientSecret: SECRET });
  const { result } = renderHook(() => useQuery(query), { wrapper });
  expect(result.current.data?.id).toBe('pi_1');
  await passTime(60_000);
  expect(client.getQueryCache().getAll()).toHaveLength(1);
  // No more than the checkout alone would make, whoever of the two makes them.
  expect(reads.length + others.length).toBeLessThanOrEqual(30);
});
