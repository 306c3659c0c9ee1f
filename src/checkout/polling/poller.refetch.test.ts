import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { openPayment } from '../openPayment.ts';
import {
  createTestCheckout,
  describeState,
  type GatewayAnswer,
  PAID,
  QR,
  SECRET,
} from '../testing/createTestCheckout.ts';
import { createPoller } from './poller.ts';
import { noTriggers, type RefetchReason } from './triggers.ts';

/** A poller without a checkout, with the gateway and the clock of a test checkout. */
function startPolling(first: GatewayAnswer, hidden = false) {
  const harness = createTestCheckout(first);
  harness.checkout.destroy();
  harness.reads.length = 0;
  const poller = createPoller({
    payment: openPayment(harness.gateway, SECRET),
    device: { formFactor: 'desktop', os: 'other', inApp: null },
    triggers: { ...noTriggers, hidden: () => hidden },
  });
  const end = poller.subscribe(() => {});
  onTestFinished(end);
  /** Wakes it; what comes back fills with the state in which the promise settled. */
  const refetch = (reason: RefetchReason, about?: string) => {
    const settled: string[] = [];
    const record = () => settled.push(describeState(poller.getState()));
    poller.refetch(reason, about).then(record, (error) => settled.push(`rejected: ${error}`));
    return settled;
  };
  return { ...harness, poller, refetch, end };
}

it('settles when the answer is in the state', async () => {
  const { refetch, answerWith, advance } = startPolling(QR);
  await advance();
  answerWith({ after: 500, body: PAID });
  const settled = refetch('user');
  await advance(499);
  expect(settled).toEqual([]);
  await advance(2);
  expect(settled).toEqual(['succeeded']);
});

it('settles where the answer is the same as before', async () => {
  const { refetch, advance } = startPolling(QR);
  await advance();
  const settled = refetch('user');
  await advance();
  expect(settled).toEqual(['action:qr']);
});

it.each([
  ['it breaks', 'offline', 'action:qr retrying', 1],
  ['it fails', { http: 500 }, 'action:qr retrying', 1],
  ['it sends Retry-After', { http: 429, headers: { 'retry-after': '9' } }, 'action:qr retrying', 1],
  ['it refuses', { http: 401 }, 'action:qr', 1],
  ['it says something else', { hello: 1 }, 'action:qr', 1],
  ['it says nothing for ten seconds', 'silence', 'action:qr retrying', 10_000],
] as const)('settles when the gateway does not answer: %s', async (_, answer, state, after) => {
  const { refetch, answerWith, advance } = startPolling(QR);
  await advance();
  answerWith(answer);
  const settled = refetch('user');
  await advance(after - 1);
  if (after > 1) expect(settled).toEqual([]);
  await advance(1);
  expect(settled).toEqual([state]);
});

it('waits for no more than the one read, also where it fails and others follow', async () => {
  const { refetch, answerWith, advance, reads } = startPolling(QR);
  await advance();
  answerWith({ http: 500 });
  const settled = refetch('return');
  await advance();
  expect(settled).toHaveLength(1);
  await advance(10_000);
  expect(reads.length).toBeGreaterThan(3);
  expect(settled).toHaveLength(1);
});

it.each([['succeeded'], ['requires_capture'], ['canceled']])(
  'settles at once where the payment is over: %s',
  async (status) => {
    const { refetch, advance, reads } = startPolling({ id: 'pi_1', status });
    await advance();
    const settled = refetch('user');
    await advance(0);
    expect(settled).toHaveLength(1);
    expect(reads).toHaveLength(1);
  },
);

it('reads after a failure, which another attempt may replace', async () => {
  const { refetch, answerWith, advance } = startPolling({
    id: 'pi_1',
    status: 'requires_payment_method',
    last_payment_error: {},
  });
  await advance();
  answerWith({ after: 100, body: QR });
  const settled = refetch('user');
  await advance(99);
  expect(settled).toEqual([]);
  await advance(2);
  expect(settled).toEqual(['action:qr']);
});

it('settles at once during Retry-After', async () => {
  const { refetch, answerWith, advance, reads } = startPolling(QR);
  await advance();
  answerWith({ http: 429, headers: { 'retry-after': '20' } });
  refetch('user');
  await advance();
  const { length } = reads;
  const settled = refetch('user');
  await advance(0);
  expect(settled).toEqual(['action:qr retrying']);
  expect(reads).toHaveLength(length);
});

it('settles at once for another payment, and without a subscriber', async () => {
  const { refetch, advance, end, reads } = startPolling(QR);
  await advance();
  const other = refetch('return', 'pi_9');
  await advance(0);
  expect(other).toEqual(['action:qr']);
  end();
  const late = refetch('user');
  await advance(0);
  expect(late).toHaveLength(1);
  expect(reads).toHaveLength(1);
});

it('settles when the poller ends with a read under way', async () => {
  const { refetch, answerWith, advance, end, reads } = startPolling(QR);
  await advance();
  answerWith('silence');
  const settled = [refetch('user'), refetch('return'), refetch('visible')];
  await advance(50);
  expect(settled).toEqual([[], [], []]);
  end();
  await advance(0);
  expect(settled.map((one) => one.length)).toEqual([1, 1, 1]);
  expect(reads.at(-1)?.signal.aborted).toBe(true);
});

it('settles when the poller ends before its first answer', async () => {
  const { refetch, advance, end } = startPolling('silence');
  const settled = refetch('user');
  await advance(2_000);
  const second = refetch('user');
  end();
  await advance(0);
  expect([settled, second]).toEqual([['loading'], ['loading']]);
});

it('settles the checkout’s refetch when the checkout is destroyed', async () => {
  const harness = createTestCheckout('silence');
  const settled: string[] = [];
  // Typed as nothing, for a merchant has nothing to wait for; but it must not be left hanging.
  void Promise.resolve(harness.checkout.refetch() as unknown).then(() => settled.push('settled'));
  await harness.advance(100);
  harness.checkout.destroy();
  await harness.advance(0);
  expect(settled).toEqual(['settled']);
});

it('settles with the read under way where that began a moment ago', async () => {
  const { refetch, answerWith, advance, reads } = startPolling(QR);
  await advance();
  answerWith({ after: 500, body: PAID });
  const first = refetch('visible');
  await advance(100);
  const second = refetch('visible');
  await advance(401);
  expect([first, second]).toEqual([['succeeded'], ['succeeded']]);
  expect(reads).toHaveLength(2);
});

it('settles after a return only with a read that began later', async () => {
  const { refetch, answerWith, advance, reads } = startPolling(QR);
  await advance();
  answerWith({ after: 500, body: QR });
  refetch('visible');
  await advance(100);
  const settled = refetch('return');
  answerWith({ after: 500, body: PAID });
  await advance(500);
  expect(settled).toEqual([]);
  // A second after the read that was asked for before.
  await advance(902);
  expect(settled).toEqual(['succeeded']);
  expect(reads).toHaveLength(3);
});

it('settles after a return with the read under way where that ends the payment, and reads no more', async () => {
  const { refetch, answerWith, advance, reads } = startPolling(QR);
  await advance();
  answerWith({ after: 500, body: PAID });
  refetch('visible');
  await advance(100);
  const settled = refetch('return');
  await advance(401);
  expect(settled).toEqual(['succeeded']);
  await advance(60_000);
  expect(reads).toHaveLength(2);
});

it('settles all promises when a new read replaces an old one', async () => {
  const { refetch, answerWith, advance } = startPolling(QR);
  await advance();
  answerWith('silence');
  const supersededRead = refetch('visible');
  await advance(2_000);
  answerWith({ after: 100, body: PAID });
  const newRead = refetch('return');
  await advance(99);
  expect([supersededRead, newRead]).toEqual([[], []]);
  await advance(2);
  expect([supersededRead, newRead]).toEqual([['succeeded'], ['succeeded']]);
});

it('settles on a hidden page', async () => {
  const { refetch, answerWith, advance } = startPolling(QR, true);
  await advance(6 * 60_000);
  answerWith(PAID);
  const settled = refetch('update');
  await advance();
  expect(settled).toEqual(['succeeded']);
});

it('never leaves anybody hanging for longer than two reads may take, whatever happens', async () => {
  const answer = fc.constantFrom<GatewayAnswer>(
    QR,
    { after: 700, body: QR },
    { after: 9_000, body: QR },
    { http: 500 },
    { http: 404 },
    { http: 429, headers: { 'retry-after': '20' } },
    'offline',
    'silence',
    { after: 700, body: PAID },
  );
  const reason = fc.constantFrom<RefetchReason>('visible', 'return', 'user', 'online', 'update');
  const event = fc.tuple(answer, reason, fc.constantFrom(0, 1, 300, 1_500, 5_000));
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 8 }), async (events) => {
      const { refetch, answerWith, advance, end } = startPolling(QR);
      const settled: string[][] = [];
      for (const [answer, reason, ms] of events) {
        answerWith(answer);
        settled.push(refetch(reason));
        await advance(ms);
      }
      await advance(20_100);
      expect(settled.map((one) => one.length)).toEqual(events.map(() => 1));
      expect(settled.flat().filter((state) => state.startsWith('rejected'))).toEqual([]);
      end();
    }),
    { numRuns: 60 },
  );
}, 60_000);
