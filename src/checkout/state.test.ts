import { describe, expect, it } from 'vitest';
import { GatewayError, type GatewayErrorKind } from '../gateway/index.ts';
import { parseIntent } from '../intent/index.ts';
import type { StepKind } from '../step/index.ts';
import { EXAMPLES } from '../step/testing/examples.ts';
import { deviceTime } from './polling/clock.ts';
import { type StateInput, stateOf } from './state.ts';
import {
  describeState,
  intent,
  intentWithAction,
  type Json,
} from './testing/createTestCheckout.ts';

const AT = 1_800_000_000;
const at = AT * 1000;

/** A reading of an intent on the wire, answered just now. */
function readingOf(json: Json, changes: Partial<StateInput> = {}): StateInput {
  return {
    intent: parseIntent(json),
    confirmed: true,
    answered: deviceTime(at - 1_000),
    error: null,
    failures: 0,
    acted: false,
    ...changes,
  };
}

const describeAt = (json: Json, now: number, changes: Partial<StateInput> = {}) =>
  describeState(stateOf(readingOf(json, changes), deviceTime(now)));

describe('a step with an end', () => {
  describe.each([
    ['a code', 'qr', intentWithAction('pix_display_qr_code', { data: 'x', expires_at: AT })],
    [
      'a voucher',
      'voucher',
      intentWithAction('boleto_display_details', { number: '1', expires_at: AT }),
    ],
    [
      "OXXO's voucher",
      'voucher',
      intentWithAction('oxxo_display_details', { number: '1', expires_after: AT }),
    ],
    ['an approval', 'await', intentWithAction('upi_await_notification', { expires_at: AT })],
  ])('%s', (_, kind, json) => {
    const step = `action:${kind}`;

    it('lasts until the very millisecond that the gateway names', () => {
      expect(describeAt(json, at - 1)).toBe(step);
      expect(describeAt(json, at - 1, { answered: deviceTime(at - 1) })).toBe(step);
    });

    it('is not over before one more answer: the payment may have come in the last second', () => {
      expect(describeAt(json, at)).toBe(step);
      expect(describeAt(json, at + 60_000, { answered: deviceTime(at - 1) })).toBe(step);
    });

    it('is over with that answer', () => {
      expect(describeAt(json, at, { answered: deviceTime(at) })).toBe(`${step} expired`);
      expect(describeAt(json, at + 60_000, { answered: deviceTime(at + 30_000) })).toBe(
        `${step} expired`,
      );
    });

    it('is over, too, where that read fails', () => {
      const failed = { failures: 1, error: new GatewayError('network') };
      expect(describeAt(json, at, failed)).toBe(`${step} expired retrying`);
    });
  });

  it.each([
    [
      'a transfer',
      'bank-transfer',
      intentWithAction('display_bank_transfer_instructions', transfer()),
    ],
    ['a notice', 'await', intentWithAction('card_await_notification', { charge_attempt_at: AT })],
    ['deposits', 'await', intentWithAction('verify_with_microdeposits', deposits())],
    ['a code without an end', 'qr', intentWithAction('paynow_display_qr_code', { data: 'x' })],
    ['a voucher without one', 'voucher', intentWithAction('oxxo_display_details', { number: '1' })],
    [
      'a page',
      'redirect',
      intentWithAction('redirect_to_url', { url: 'https://a.example', expires_at: AT }),
    ],
  ])('does not concern %s', (_, kind, json) => {
    const aYearLater = at + 365 * 86_400_000;
    expect(describeAt(json, aYearLater, { answered: deviceTime(aYearLater) })).toBe(
      `action:${kind}`,
    );
  });

  function transfer() {
    return { reference: 'A1', hosted_instructions_url: 'https://a.example', expires_at: AT };
  }

  function deposits() {
    return { hosted_verification_url: 'https://a.example', arrival_date: AT, expires_at: AT };
  }
});

describe("the page's own intent, before the gateway has answered", () => {
  const unconfirmed = { confirmed: false, answered: null };
  const paint = (json: Json, changes: Partial<StateInput> = {}) =>
    stateOf(readingOf(json, { ...unconfirmed, ...changes }), deviceTime(at));

  // All kinds of steps: the type makes a new one declare whether it is shown.
  const SHOWN: Record<StepKind, boolean> = {
    qr: true,
    app: true,
    voucher: true,
    'bank-transfer': true,
    await: true,
    redirect: false,
    fingerprint: false,
    challenge: false,
    'wechat-jsapi': false,
    sdk: false,
    unsupported: false,
  };
  const intents = [...Object.keys(EXAMPLES), 'unheard_of'].map(
    (type) => [type, intentWithAction(type, EXAMPLES[type] ?? {})] as const,
  );
  const stepOf = (json: Json) => {
    const state = stateOf(readingOf(json), deviceTime(at));
    return state.phase === 'action' ? state.step : null;
  };

  it.each(intents)('is shown only where its step does nothing by itself: %s', (_, json) => {
    const step = stepOf(json);
    const state = paint(json);
    expect(step).not.toBeNull();
    if (step && SHOWN[step.kind]) expect(state).toMatchObject({ phase: 'action', step });
    else expect(state).toEqual({ phase: 'loading', connection: 'live', error: null });
  });

  it('is tried here with every kind of step', () => {
    const kinds = intents.map(([, json]) => stepOf(json)?.kind);
    expect([...new Set(kinds)].sort()).toEqual(Object.keys(SHOWN).sort());
  });

  const voucher = intentWithAction('boleto_display_details', { number: '1', expires_at: AT - 60 });

  it('is not called expired before the gateway has answered', () => {
    expect(describeState(paint(voucher))).toBe('action:voucher');
  });

  it('stays while the gateway is out of reach, and goes where it refuses', () => {
    const network = { failures: 9, error: new GatewayError('network') };
    expect(describeState(paint(voucher, network))).toBe('action:voucher retrying');
    const refused = { failures: 1, error: new GatewayError('not-found') };
    expect(paint(voucher, refused).phase).toBe('unavailable');
  });

  it.each(['succeeded', 'requires_capture', 'canceled', 'processing', 'requires_payment_method'])(
    'shows no phase but that of a step: %s',
    (status) => {
      expect(paint(intent({ status, next_action: voucher.next_action })).phase).toBe('loading');
    },
  );
});

describe('before a first answer', () => {
  const failed = (kind: GatewayErrorKind, failures: number) =>
    stateOf(
      {
        intent: undefined,
        confirmed: false,
        answered: null,
        error: new GatewayError(kind),
        failures,
        acted: false,
      },
      deviceTime(at),
    ).phase;

  // How many failures in a row are not shown: the type makes a new kind declare it.
  const FAILURES_SHOWN: Record<GatewayErrorKind, number> = {
    network: 3,
    timeout: 3,
    'rate-limited': 3,
    server: 3,
    malformed: 0,
    unauthorized: 0,
    'not-found': 0,
    rejected: 0,
    misconfigured: 0,
    'invalid-secret': 0,
  };

  it.each(Object.entries(FAILURES_SHOWN) as [GatewayErrorKind, number][])(
    'the customer sees "%s" after more than %i failures',
    (kind, limit) => {
      if (limit > 0) expect(failed(kind, limit)).toBe('loading');
      expect(failed(kind, limit + 1)).toBe('unavailable');
    },
  );
});
