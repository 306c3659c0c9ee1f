import { environmentManager, QueryClient, QueryObserver } from '@tanstack/query-core';
import { expect, it, vi } from 'vitest';
import { createGateway } from '../gateway/index.ts';
import { intentQuery } from './query.ts';
import {
  createTestCheckout,
  PAID,
  QR,
  SECRET,
  SETUP_SECRET,
  setupIntent,
} from './testing/createTestCheckout.ts';

// Its own timers stand still on what it takes for a server, as plain Node.
environmentManager.setIsServer(() => false);

it('gives plain react-query options that stop at a refusal', async () => {
  const harness = createTestCheckout({ http: 401 });
  harness.checkout.destroy();
  const read = vi.fn(async () => Response.json({}, { status: 401 }));
  const gateway = createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch: read });
  const client = new QueryClient();
  const stop = new QueryObserver(client, intentQuery({ gateway, clientSecret: SECRET })).subscribe(
    () => {},
  );
  await harness.advance(10 * 60_000);
  expect(read).toHaveBeenCalledTimes(1);
  stop();
});

it('and that poll, slow down and stop at an outcome', async () => {
  const harness = createTestCheckout(QR);
  harness.checkout.destroy();
  let answer = QR;
  const read = vi.fn(async () => Response.json(answer));
  const gateway = createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch: read });
  const client = new QueryClient();
  const stop = new QueryObserver(client, intentQuery({ gateway, clientSecret: SECRET })).subscribe(
    () => {},
  );
  await harness.advance(60_000);
  expect(read.mock.calls.length).toBeGreaterThan(18);
  expect(read.mock.calls.length).toBeLessThanOrEqual(26);
  answer = PAID;
  await harness.advance(20_000);
  const { length } = read.mock.calls;
  await harness.advance(10 * 60_000);
  expect(read).toHaveBeenCalledTimes(length);
  stop();
});

it('and that go on, slowly, after a refusal among good answers', async () => {
  const harness = createTestCheckout(QR);
  harness.checkout.destroy();
  let status = 200;
  const read = vi.fn(async () => Response.json(QR, { status }));
  const gateway = createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch: read });
  const client = new QueryClient();
  const query = intentQuery({ gateway, clientSecret: SECRET });
  const stop = new QueryObserver(client, query).subscribe(() => {});
  await harness.advance(10_000);
  status = 403;
  await harness.advance(2_000);
  const { length } = read.mock.calls;
  await harness.advance(60_000);
  expect(read.mock.calls.length - length).toBeGreaterThanOrEqual(3);
  expect(read.mock.calls.length - length).toBeLessThanOrEqual(4);
  stop();
});

it('and that read a SetupIntent by the same name', async () => {
  const fetch = vi.fn(async (_: string) => Response.json(setupIntent({ status: 'succeeded' })));
  const gateway = createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch });
  const { queryFn, queryKey } = intentQuery({ gateway, clientSecret: SETUP_SECRET });
  const intent = await queryFn({ signal: new AbortController().signal });
  expect(intent).toMatchObject({ id: 'seti_1', kind: 'setup', status: 'succeeded' });
  expect(new URL(String(fetch.mock.calls[0]?.[0])).pathname).toBe('/v1/setup_intents/seti_1');
  expect(queryKey).toContain('seti_1');
});
