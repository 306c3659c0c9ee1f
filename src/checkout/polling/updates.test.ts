import { afterEach, expect, it, vi } from 'vitest';
import { createTestCheckout, PAID, QR, SECRET } from '../testing/createTestCheckout.ts';

/** A stream that the test controls. */
class FakeEventSource {
  static latest: FakeEventSource;
  static count = 0;
  readyState = 0;
  onmessage = () => {};
  onopen = () => {};
  onerror = () => {};
  constructor(readonly url: string) {
    FakeEventSource.latest = this;
    FakeEventSource.count += 1;
  }
  /** The connection is made, is lost and made anew, or is given up. */
  turn(readyState: 0 | 1 | 2) {
    this.readyState = readyState;
    if (readyState === 1) this.onopen();
    else this.onerror();
  }
  close() {
    this.readyState = 2;
  }
}

function openWithUpdates(clientSecret = SECRET) {
  vi.stubGlobal('EventSource', FakeEventSource);
  FakeEventSource.count = 0;
  const harness = createTestCheckout(QR, { updatesUrl: '/updates', clientSecret });
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
  stream.turn(1);
  await harness.advance(60_000);
  expect(harness.reads.length).toBeLessThanOrEqual(6);
});

it('sees by the safety net what a stream that is open never says', async () => {
  const { harness, stream } = openWithUpdates();
  stream.turn(1);
  await harness.advance(20_000);
  harness.answerWith(PAID);
  await harness.advance(17_000);
  expect(harness.results).toEqual(['succeeded']);
});

it('reads no more for a stream that is back in seconds, and soon where it stays away', async () => {
  const { harness, stream } = openWithUpdates();
  stream.turn(1);
  await harness.advance(10_000);
  const before = harness.reads.length;
  stream.turn(0);
  await harness.advance(4_000);
  stream.turn(1);
  expect(harness.reads.length).toBe(before);
  await harness.advance(10_000);
  stream.turn(0);
  harness.answerWith(PAID);
  await harness.advance(12_500);
  expect(harness.results).toEqual(['succeeded']);
});

it('opens a stream anew that the browser has given up, later each time', async () => {
  const { harness, stream } = openWithUpdates();
  await harness.advance();
  stream.turn(2);
  await harness.advance(1_900);
  expect(FakeEventSource.count).toBe(1);
  await harness.advance(2_200);
  expect(FakeEventSource.count).toBe(2);
  for (let i = 0; i < 10; i++) {
    FakeEventSource.latest.turn(2);
    await harness.advance(60_000);
  }
  expect(FakeEventSource.count).toBe(12);
  FakeEventSource.latest.turn(2);
  await harness.advance(29_000);
  expect(FakeEventSource.count).toBe(12);
  await harness.advance(31_000);
  FakeEventSource.latest.turn(1);
  FakeEventSource.latest.turn(2);
  await harness.advance(4_000);
  expect(FakeEventSource.count).toBe(14);
  harness.checkout.destroy();
  expect(FakeEventSource.latest.readyState).toBe(2);
});

it('opens no stream anew for a checkout that is gone', async () => {
  const { harness, stream } = openWithUpdates();
  await harness.advance();
  stream.turn(2);
  harness.checkout.destroy();
  await harness.advance(60_000);
  expect(FakeEventSource.count).toBe(1);
});

it('lets customers come back at different moments', async () => {
  const moments = new Set<number>();
  for (let i = 0; i < 10; i++) {
    const { harness, stream } = openWithUpdates(`pi_${i}_secret_1`);
    stream.turn(2);
    let ms = 0;
    while (FakeEventSource.count === 1) {
      await harness.advance(100);
      ms += 100;
    }
    moments.add(ms);
    harness.checkout.destroy();
  }
  expect(moments.size).toBeGreaterThan(5);
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
