import { afterEach, expect, it, vi } from 'vitest';
import { createWorld, PAID, QR } from '../testing/world.ts';

/** A stream that only does what the test tells it. */
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

function withHints() {
  vi.stubGlobal('EventSource', FakeEventSource);
  const world = createWorld(QR, { updatesUrl: '/hints' });
  return { world, stream: FakeEventSource.latest };
}

afterEach(() => vi.unstubAllGlobals());

it('reads at once when the stream says so', async () => {
  const { world, stream } = withHints();
  await world.advance();
  world.answerWith(PAID);
  stream.onmessage();
  await world.advance();
  expect(world.states).toEqual(['action:qr', 'succeeded']);
});

it('polls only as a safety net while the stream is open', async () => {
  const { world, stream } = withHints();
  stream.readyState = 1;
  stream.onopen();
  await world.advance(60_000);
  expect(world.reads.length).toBeLessThanOrEqual(6);
});

it('polls on while the stream comes and goes', async () => {
  const { world, stream } = withHints();
  for (let i = 0; i < 20; i++) {
    stream.onerror();
    await world.advance(3_000);
  }
  expect(world.reads.length).toBeGreaterThan(18);
});

it('closes the stream with the payment, and with the checkout', async () => {
  const { world, stream } = withHints();
  await world.advance();
  world.answerWith(PAID);
  world.trigger('user');
  await world.advance();
  expect(stream.readyState).toBe(2);
  const other = withHints();
  other.world.checkout.destroy();
  expect(other.stream.readyState).toBe(2);
});
