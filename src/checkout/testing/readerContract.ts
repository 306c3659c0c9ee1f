import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createGateway } from '../../gateway/index.ts';
import { parseIntent } from '../../intent/index.ts';
import { openPayment } from '../openPayment.ts';
import type { CreateReader, Reader, ReaderOptions } from '../polling/reader.ts';
import { intent, type Json, PAID, QR, SECRET } from './createTestCheckout.ts';

const advance = (ms = 1) => vi.advanceTimersByTimeAsync(ms);

/** A gateway whose reads take a second. */
function createSlowGateway() {
  let answer: Json | 'offline' = QR;
  const signals: AbortSignal[] = [];
  const createGatewayFor = (publishableKey = 'pk_test_1') =>
    createGateway({
      gateway: 'stripe',
      publishableKey,
      async fetch(_, init) {
        signals.push(init?.signal as AbortSignal);
        const answerAtStart = answer;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        if (answerAtStart === 'offline') throw new TypeError('Failed to fetch');
        return Response.json(answerAtStart);
      },
    });
  const answerWith = (next: typeof answer) => {
    answer = next;
  };
  return { createGatewayFor, answerWith, signals };
}

/** What has to hold for every reader that a poller is built on. */
export function readerContract(getCreateReader: () => CreateReader): void {
  let create: CreateReader;
  let gateway: ReturnType<typeof createSlowGateway>;
  beforeEach(() => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    create = getCreateReader();
    gateway = createSlowGateway();
  });

  const paymentOf = ({ clientSecret = SECRET, publishableKey = 'pk_test_1' } = {}) =>
    openPayment(gateway.createGatewayFor(publishableKey), clientSecret);
  const readerOf = (options: Partial<ReaderOptions> = {}) =>
    create({ payment: paymentOf(), ...options });

  /** A reader with a listener, and how often that was called. */
  function listen(reader: Reader) {
    const listener = vi.fn();
    const stop = reader.subscribe(listener);
    onTestFinished(stop);
    return { reader, listener, stop };
  }
  const read = (reader: Reader, cancelRunning = false) => reader.read({ cancelRunning });

  it('has no answer and sends no request before somebody subscribes', async () => {
    const reader = readerOf();
    await advance(1_000);
    expect(reader.getState()).toMatchObject({ answers: 0, errors: 0, isReading: false });
    expect(reader.getState().intent).toBeUndefined();
    expect(gateway.signals).toEqual([]);
  });

  it('reports that it reads, and the answer', async () => {
    const { reader, listener } = listen(readerOf());
    read(reader);
    await advance();
    expect(reader.getState()).toMatchObject({ isReading: true, answers: 0 });
    expect(listener).toHaveBeenCalled();
    listener.mockClear();
    await advance(1_000);
    expect(reader.getState()).toMatchObject({ isReading: false, answers: 1, errors: 0 });
    expect(reader.getState().intent).toMatchObject({ id: 'pi_1', status: 'requires_action' });
    expect(listener).toHaveBeenCalled();
  });

  it('counts failures apart from answers, keeps the last answer and goes on', async () => {
    const { reader } = listen(readerOf());
    read(reader);
    await advance(1_001);
    gateway.answerWith('offline');
    for (const count of [1, 2]) {
      read(reader);
      await advance(1_001);
      expect(reader.getState()).toMatchObject({ answers: 1, errors: count, isReading: false });
    }
    expect(reader.getState().error).toMatchObject({ kind: 'network' });
    expect(reader.getState().intent).toMatchObject({ status: 'requires_action' });
    gateway.answerWith(PAID);
    read(reader);
    await advance(1_001);
    expect(reader.getState()).toMatchObject({ answers: 2, intent: { status: 'succeeded' } });
  });

  it('makes one request for all readers of the same payment, and notifies all', async () => {
    const one = listen(readerOf());
    const other = listen(readerOf());
    read(one.reader);
    read(other.reader);
    await advance(500);
    read(one.reader);
    await advance(501);
    expect(gateway.signals).toHaveLength(1);
    expect(one.reader.getState().intent).toBe(other.reader.getState().intent);
    expect(other.reader.getState().answers).toBe(1);
    expect(other.listener).toHaveBeenCalled();
  });

  it('knows at once what another has read', async () => {
    const { reader } = listen(readerOf());
    read(reader);
    await advance(1_001);
    expect(readerOf().getState()).toMatchObject({ answers: 1, intent: { id: 'pi_1' } });
  });

  it.each<[string, () => Partial<ReaderOptions>]>([
    ['client secret', () => ({ payment: paymentOf({ clientSecret: `${SECRET}x` }) })],
    ['publishable key', () => ({ payment: paymentOf({ publishableKey: 'pk_test_2' }) })],
  ])('shares nothing with another %s', async (_, difference) => {
    const one = listen(readerOf());
    const other = listen(readerOf(difference()));
    read(one.reader);
    await advance(500);
    read(other.reader);
    await advance(501);
    expect(one.reader.getState().answers).toBe(1);
    expect(gateway.signals).toHaveLength(2);
    gateway.answerWith(PAID);
    read(one.reader);
    await advance(1_001);
    expect(other.reader.getState()).toMatchObject({ answers: 1, isReading: false });
  });

  it('gives a read up for a new one only where it has an answer, and drops what comes late', async () => {
    const { reader } = listen(readerOf());
    read(reader);
    await advance(500);
    read(reader, true);
    await advance(501);
    expect(gateway.signals.map(({ aborted }) => aborted)).toEqual([false]);
    read(reader);
    await advance(500);
    gateway.answerWith(PAID);
    read(reader, true);
    expect(gateway.signals.map(({ aborted }) => aborted)).toEqual([false, true, false]);
    await advance(501);
    expect(reader.getState()).toMatchObject({ answers: 1, isReading: true });
    await advance(500);
    expect(reader.getState()).toMatchObject({ answers: 2, isReading: false });
    expect(reader.getState()).toMatchObject({ errors: 0, intent: { status: 'succeeded' } });
  });

  it('keeps the same object for an unchanged answer, and for an unchanged part of one', async () => {
    const { reader } = listen(readerOf());
    read(reader);
    await advance(1_001);
    const { intent: first } = reader.getState();
    read(reader);
    await advance(1_001);
    expect(reader.getState().answers).toBe(2);
    expect(reader.getState().intent).toBe(first);
    gateway.answerWith({ ...QR, description: 'another' });
    read(reader);
    await advance(1_001);
    expect(reader.getState().intent?.description).toBe('another');
    expect(reader.getState().intent?.nextAction).toBe(first?.nextAction);
  });

  it('sees each change, however deep', async () => {
    const { reader } = listen(readerOf());
    read(reader);
    await advance(1_001);
    const payloads = [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, { a: [{ b: 2 }, {}] }, { c: [] }, {}];
    for (const payload of payloads) {
      gateway.answerWith(intent({ next_action: { type: 'x', x: payload } }));
      read(reader);
      await advance(1_001);
      expect(reader.getState().intent?.nextAction?.payload).toEqual(payload);
    }
  });

  it('takes an answer to something else in place of the read under way', async () => {
    const { reader } = listen(readerOf());
    read(reader);
    await advance(1_001);
    read(reader);
    await advance(500);
    await reader.setData(parseIntent(PAID));
    await advance(5_000);
    expect(reader.getState()).toMatchObject({ answers: 2, isReading: false });
    expect(reader.getState().intent).toMatchObject({ status: 'succeeded' });
    expect(gateway.signals.at(-1)?.aborted).toBe(true);
  });

  it('shows initialIntent, which counts as no answer', async () => {
    const { reader } = listen(readerOf({ initialIntent: parseIntent(QR) }));
    expect(reader.getState()).toMatchObject({ answers: 0, intent: { id: 'pi_1' } });
    const other = parseIntent({ ...QR, id: 'pi_9' });
    expect(
      readerOf({
        payment: paymentOf({ clientSecret: 'pi_2_secret_2' }),
        initialIntent: other,
      }).getState().intent,
    ).toBe(undefined);
  });

  it('shows the initialIntent of a second reader where nothing has been read yet', () => {
    const { reader } = listen(readerOf());
    read(reader);
    const other = readerOf({ initialIntent: parseIntent(QR) });
    expect(other.getState()).toMatchObject({ answers: 0, intent: { id: 'pi_1' } });
    listen(other);
    expect(other.getState()).toMatchObject({ answers: 0, intent: { id: 'pi_1' } });
  });

  it('aborts the read under way when the last subscriber has gone, and notifies nobody', async () => {
    const one = listen(readerOf());
    const other = listen(readerOf());
    read(one.reader);
    await advance(500);
    one.stop();
    expect(gateway.signals[0]?.aborted).toBe(false);
    other.stop();
    other.listener.mockClear();
    expect(gateway.signals[0]?.aborted).toBe(true);
    await advance(5_000);
    expect(other.listener).not.toHaveBeenCalled();
    expect(other.reader.getState().answers).toBe(0);
  });

  it('keeps its data for a subscriber of the same tick, and drops it otherwise', async () => {
    const { reader, stop } = listen(readerOf());
    read(reader);
    await advance(1_001);
    stop();
    const next = listen(readerOf());
    expect(next.reader.getState().answers).toBe(1);
    next.stop();
    await advance(10);
    expect(readerOf().getState().answers).toBe(0);
    // Also for itself, when it is subscribed to again after a long absence.
    const again = listen(reader);
    expect(again.reader.getState().answers).toBe(0);
    read(again.reader);
    await advance(1_001);
    expect(again.reader.getState().answers).toBe(1);
  });

  it('keeps the same object for an unchanged answer, also after a long time without subscribers', async () => {
    const { reader, stop } = listen(readerOf());
    read(reader);
    await advance(1_001);
    const { intent: before } = reader.getState();
    stop();
    await advance(10);
    listen(reader);
    read(reader);
    await advance(1_001);
    expect(reader.getState().answers).toBe(1);
    expect(reader.getState().intent).toBe(before);
  });
}
