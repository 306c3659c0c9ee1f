import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { intent, PAID, QR, SECRET } from '../checkout/testing/createTestCheckout.ts';
import { useCheckout } from './index.ts';
import { passTime, stopClock } from './testing/clock.ts';
import { createFakeGateway } from './testing/fakeGateway.ts';
import { renderUseCheckout } from './testing/renderUseCheckout.tsx';

const OTHER = 'pi_9_secret_2';

it.each([{ strict: false }, { strict: true }])(
  'tells each change and the outcome once (%o)',
  async (options) => {
    const { log, answerNext, seen } = await renderUseCheckout(QR, options);
    await answerNext(PAID);
    await passTime(60_000);
    expect(log).toEqual(['action:qr', 'succeeded', 'success succeeded']);
    expect(seen.at(-1)).toBe('succeeded');
  },
);

it.each([{ strict: false }, { strict: true }])('tells an error once (%o)', async (options) => {
  const { log } = await renderUseCheckout({ http: 404 }, options);
  await passTime(60_000);
  expect(log).toEqual(['unavailable paused', 'error not-found']);
});

it('reads no more often for a component that renders a lot', async () => {
  const { change, reads } = await renderUseCheckout(QR);
  for (let i = 0; i < 50; i++) await change({});
  expect(reads).toHaveLength(1);
});

it('keeps its rhythm over renders', async () => {
  const calm = await renderUseCheckout(QR);
  await passTime(30_000);
  const expected = calm.reads.length;
  calm.unmount();
  // Else the other would find what this one has read.
  await passTime();
  const busy = await renderUseCheckout(QR);
  for (let i = 0; i < 30; i++) {
    await passTime(999);
    await busy.change({});
  }
  expect(busy.reads).toHaveLength(expected);
});

it('calls the latest closure', async () => {
  const { change, answerNext, log } = await renderUseCheckout(QR);
  const heard: string[] = [];
  await change({ onSuccess: ({ outcome }) => heard.push(outcome) });
  await answerNext(PAID);
  expect(heard).toEqual(['succeeded']);
  expect(log).not.toContain('success succeeded');
});

it.each([null, undefined, ''])(
  'waits for a client secret that arrives later (%j)',
  async (none) => {
    const { change, reads, log, seen, checkout } = await renderUseCheckout(QR, {
      clientSecret: none,
    });
    checkout().refetch();
    await passTime(60_000);
    expect([reads.length, log, new Set(seen)]).toEqual([0, [], new Set(['loading'])]);
    await change({ clientSecret: SECRET });
    expect(reads).toHaveLength(1);
    expect(log).toEqual(['action:qr']);
  },
);

it('shows an initial PaymentIntent that arrives together with its secret', async () => {
  const { change, setAnswer, log } = await renderUseCheckout('silence', { clientSecret: null });
  setAnswer('silence');
  await change({ clientSecret: SECRET, initialIntent: QR });
  expect(log).toEqual(['action:qr']);
});

it('starts anew for another payment', async () => {
  const { change, answerNext, setAnswer, reads, log } = await renderUseCheckout(QR);
  await answerNext(PAID);
  setAnswer(intent({ id: 'pi_9', status: 'succeeded' }));
  await change({ clientSecret: OTHER });
  expect(reads.at(-1)?.url.pathname).toBe('/v1/payment_intents/pi_9');
  const once = ['succeeded', 'success succeeded'];
  expect(log).toEqual(['action:qr', ...once, ...once]);
});

it('shows nothing of the payment before', async () => {
  const { change, setAnswer, seen } = await renderUseCheckout(PAID);
  setAnswer('silence');
  seen.length = 0;
  await change({ clientSecret: OTHER });
  expect(new Set(seen)).toEqual(new Set(['loading']));
});

it('reads the other payment only, once the secret has changed', async () => {
  const { change, reads } = await renderUseCheckout(QR);
  await change({ clientSecret: OTHER });
  const before = reads.length;
  await passTime(60_000);
  expect(reads.slice(before).map(({ url }) => url.pathname)).not.toContain(
    '/v1/payment_intents/pi_1',
  );
});

it('gives up the request and calls nobody back when it goes away in the middle', async () => {
  const { unmount, reads, setAnswer, log } = await renderUseCheckout('silence');
  setAnswer(PAID);
  unmount();
  await passTime(60_000);
  expect(reads).toHaveLength(1);
  expect(reads[0]?.signal.aborted).toBe(true);
  expect(log).toEqual([]);
});

it('calls nobody back when it goes away at once', async () => {
  stopClock();
  const { make, reads } = createFakeGateway(PAID);
  const heard: unknown[] = [];
  const onChange = (state: unknown) => heard.push(state);
  const options = { gateway: make(), clientSecret: SECRET, onChange };
  renderHook(() => useCheckout(options), { reactStrictMode: true }).unmount();
  await passTime(60_000);
  expect(heard).toEqual([]);
  for (const { signal } of reads) expect(signal.aborted).toBe(true);
});

it('stops reading when it goes away', async () => {
  const { unmount, reads, log } = await renderUseCheckout(QR);
  unmount();
  await passTime(60_000);
  expect(reads).toHaveLength(1);
  expect(log).toEqual(['action:qr']);
});

it('reads at once when asked to', async () => {
  const { checkout, reads } = await renderUseCheckout(QR);
  checkout().refetch();
  await passTime();
  expect(reads).toHaveLength(2);
});

it('gives the same functions in each render, so that effects may depend on them', async () => {
  const { checkout, change } = await renderUseCheckout(QR);
  const before = checkout();
  await change({});
  expect(checkout().refetch).toBe(before.refetch);
});

it('tells an outcome once, although the URL of the updates changes after it', async () => {
  const { change, log } = await renderUseCheckout(PAID);
  await change({ updatesUrl: 'https://shop.example/updates' });
  expect(log.filter((word) => word.startsWith('success'))).toEqual(['success succeeded']);
});
