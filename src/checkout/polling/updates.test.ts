import { afterEach, expect, it, vi } from 'vitest';
import { createTestCheckout, PAID, QR } from '../testing/createTestCheckout.ts';

/** A stream that the test controls. */
class FakeEventSource {
  static latest: FakeEventSource;
  readyState = 0;
  onmessage = () => {};
  onopen = () => {};
  onerror = () => {};
  constructor(readonly url: string) {
    FakeEventSource.latest = this;
  }
  close() {
    this.readyState = 2;
  }
}

function openWithUpdates() {
  vi.stubGlobal('EventSource', FakeEventSource);
  const harness = createTestCheckout(QR, { updatesUrl: '/updates' });
  return { harness, stream: FakeEventSource.latest };
}

afterEach(() => vi.unstubAllGlobals());

it('reads at once after an event of the stream', async () => {
  const { harness, stream } = openWithUpdates();
  await harness.advance();
  harness.answerWith(PAID);
  stream.onmessage();
  await harness.advance();
  expect(harness.states).toEqual(['action:qr', 'succeeded']);
});

it('polls only as a safety net while the stream is open', async () => {
  const { harness, stream } = openWithUpdates();
  stream.readyState = 1;
  stream.onopen();
  await harness.advance(60_000);
  expect(harness.reads.length).toBeLessThanOrEqual(6);
});

it('polls on while the stream comes and goes', async () => {
  const { harness, stream } = openWithUpdates();
  for (let i = 0; i < 20; i++) {
    stream.onerror();
    await harness.advance(3_000);
  }
  expect(harness.reads.length).toBeGreaterThan(18);
});

it('closes the stream with the payment, and with the checkout', async () => {
  const { harness, stream } = openWithUpdates();
  await harness.advance();
  harness.answerWith(PAID);
  harness.trigger('user');
  await harness.advance();
  expect(stream.readyState).toBe(2);
  const other = openWithUpdates();
  other.harness.checkout.destroy();
  expect(other.stream.readyState).toBe(2);
});
