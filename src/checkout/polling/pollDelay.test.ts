import { describe, expect, it } from 'vitest';
import { GatewayError } from '../../gateway/index.ts';
import { parseIntent } from '../../intent/index.ts';
import { EXAMPLES } from '../../step/testing/examples.ts';
import { stateOf } from '../state.ts';
import { intent, intentWithAction, type Json, QR } from '../testing/createTestCheckout.ts';
import { deviceTime } from './clock.ts';
import {
  type PollFacts,
  pauseAfter,
  pollDelay,
  retryDelay,
  untilRefetch,
  waitOf,
} from './pollDelay.ts';
import { backoff } from './pollSchedule.ts';

const NOW = 1_800_000_000_000;

function stateFor(json: Json) {
  const time = deviceTime(NOW);
  const reading = { confirmed: true, answered: time, error: null, failures: 0, acted: false };
  return stateOf({ ...reading, intent: parseIntent(json) }, time);
}

/** Milliseconds to the next read of a payment in which nothing special happens. */
function delayOf(json: Json, changes: Partial<PollFacts> = {}) {
  const facts = {
    reads: 1,
    failures: 0,
    error: null,
    elapsed: 0,
    pause: 0,
    hiddenFor: null,
    hasUpdates: false,
    seed: 'pi_1',
    time: deviceTime(NOW),
  };
  return pollDelay({ state: stateFor(json), ...facts, ...changes });
}

const inSeconds = (seconds: number) => NOW / 1000 + seconds;

describe('what is waited for', () => {
  it.each([
    [['card'], 'processing'],
    [['sepa_debit'], 'voucher'],
    [['card', 'sepa_debit'], 'processing'],
  ])('while %j is processing has the rhythm of what takes as long', (types, wait) => {
    const json = intent({ status: 'processing', payment_method_types: types });
    expect(waitOf(stateFor(json))).toBe(wait);
  });

  const approval = { charge_attempt_at: inSeconds(90), customer_approval_required: true };
  const notice = { charge_attempt_at: inSeconds(86_400), customer_approval_required: false };
  it.each([
    ['blik_authorize', {}, 'await'],
    ['upi_await_notification', {}, 'await'],
    ['card_await_notification', approval, 'voucher'],
    ['card_await_notification', notice, 'voucher'],
    ['verify_with_microdeposits', EXAMPLES.verify_with_microdeposits, 'voucher'],
    [
      'display_bank_transfer_instructions',
      EXAMPLES.display_bank_transfer_instructions,
      'bank-transfer',
    ],
    ['konbini_display_details', EXAMPLES.konbini_display_details, 'voucher'],
  ])('by %s has a rhythm of its own: %j, %s', (type, payload, wait) => {
    expect(waitOf(stateFor(intentWithAction(type, payload ?? {})))).toBe(wait);
  });

  it.each([
    ['payable', 'requires_payment_method'],
    ['processing', 'processing'],
    [null, 'succeeded'],
    [null, 'requires_capture'],
    [null, 'canceled'],
  ])('is %s where the payment is %s', (wait, status) => {
    expect(waitOf(stateFor(intent({ status })))).toBe(wait);
  });
});

describe('the next read', () => {
  it('is soon for an approval, and late for a notice and for deposits', () => {
    expect(delayOf(intentWithAction('blik_authorize', {}))).toBeLessThan(2_500);
    const late = { charge_attempt_at: inSeconds(86_400) };
    expect(delayOf(intentWithAction('card_await_notification', late))).toBeGreaterThan(6_000);
    const deposits = EXAMPLES.verify_with_microdeposits ?? {};
    expect(delayOf(intentWithAction('verify_with_microdeposits', deposits))).toBeGreaterThan(6_000);
  });

  it.each([
    ['a code', 'pix_display_qr_code', { data: 'x', expires_at: inSeconds(1) }],
    ['a voucher', 'boleto_display_details', { number: '1', expires_at: inSeconds(1) }],
    ["OXXO's voucher", 'oxxo_display_details', { number: '1', expires_after: inSeconds(1) }],
    ['an approval', 'blik_authorize', { expires_at: inSeconds(1) }],
  ])('is due at the very second in which %s ends', (_, type, payload) => {
    expect(delayOf(intentWithAction(type, payload))).toBe(1_000);
    // However slow the schedule is.
    expect(delayOf(intentWithAction(type, payload), { hasUpdates: true })).toBe(1_000);
    expect(delayOf(intentWithAction(type, payload), { hiddenFor: 60_000 })).toBe(1_000);
  });

  it('has no end of a step to heed where that has passed', () => {
    const over = intentWithAction('boleto_display_details', {
      number: '1',
      expires_at: inSeconds(-60),
    });
    expect(delayOf(over)).toBeGreaterThan(6_000);
  });

  it.each([
    ['hidden', { hiddenFor: 60_000 }],
    ['informed by a stream', { hasUpdates: true }],
  ])('is a safety net for a page that is %s, and never quicker than otherwise', (_, facts) => {
    expect(delayOf(QR, { reads: 5, ...facts })).toBe(15_000);
    const slow = intentWithAction('boleto_display_details', { number: '1' });
    expect(delayOf(slow, { reads: 100, ...facts })).toBe(delayOf(slow, { reads: 100 }));
  });

  it.each([
    ['after five minutes unseen', { hiddenFor: 5 * 60_000 }],
    ['after the last beat', { reads: 10_000 }],
  ])('does not come %s', (_, facts) => {
    for (const type of ['boleto_display_details', 'blik_authorize', 'pix_display_qr_code']) {
      expect(delayOf(intentWithAction(type, EXAMPLES[type] ?? {}), facts)).toBeNull();
    }
  });

  it('does not come after a refusal in place of a first answer', () => {
    const error = new GatewayError('unauthorized');
    const state = { phase: 'unavailable', connection: 'live', error } as const;
    expect(delayOf(QR, { state, failures: 1, error })).toBeNull();
  });
});

describe('a gateway that sends Retry-After', () => {
  const retryAfterError = (retryAt?: number) =>
    new GatewayError('server', retryAt ? { retryAt } : {});

  it.each([
    ['for a while', NOW + 20_000, 20_000],
    ['for a day', NOW + 86_400_000, 120_000],
    ['for longer than timers count', NOW + 2 ** 40, 120_000],
    ['without end', Number.POSITIVE_INFINITY, 120_000],
    ['until a time that has passed', NOW - 1, 0],
    ['until no time', Number.NaN, 0],
    ['until a time in seconds', NOW / 1000, 0],
  ])('is not read for two minutes at most: %s', (_, retryAt, pause) => {
    expect(pauseAfter(retryAfterError(retryAt), NOW)).toBe(pause);
    expect(retryDelay(retryAfterError(retryAt), 1, 'pi_1', NOW)).toBe(
      Math.max(pause, backoff(1, 'pi_1')),
    );
  });

  it('is read as usual where it sends none', () => {
    expect([pauseAfter(retryAfterError(), NOW), pauseAfter(null, NOW)]).toEqual([0, 0]);
  });

  it('is not read for that time from its answer on, also where the poller plans again', () => {
    const failed = { failures: 1, error: retryAfterError(), pause: 60_000 };
    expect(delayOf(QR, { ...failed, elapsed: 0 })).toBe(60_000);
    expect(delayOf(QR, { ...failed, elapsed: 45_000 })).toBe(15_000);
    expect(delayOf(QR, { ...failed, elapsed: 90_000 })).toBe(0);
  });
});

describe('a read after a trigger', () => {
  it.each([
    ['begins at once', { readingFor: null, givenUp: 0, sinceRefetch: Number.POSITIVE_INFINITY }, 0],
    ['keeps its distance', { readingFor: null, givenUp: 0, sinceRefetch: 300 }, 700],
    ['waits for a young one', { readingFor: 999, givenUp: 0, sinceRefetch: 5_000 }, null],
    ['takes the place of an old one', { readingFor: 1_000, givenUp: 0, sinceRefetch: 5_000 }, 0],
    ['gives the next twice as long', { readingFor: 1_999, givenUp: 1, sinceRefetch: 5_000 }, null],
    ['and the one after it', { readingFor: 4_000, givenUp: 2, sinceRefetch: 4_000 }, 0],
  ])('%s', (_, facts, delay) => {
    expect(untilRefetch(facts)).toBe(delay);
  });
});
