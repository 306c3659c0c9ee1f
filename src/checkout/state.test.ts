import { describe, expect, it } from 'vitest';
import { GatewayError, type GatewayErrorKind } from '../gateway/index.ts';
import { parseIntent } from '../intent/index.ts';
import type { StepKind } from '../step/index.ts';
import { EXAMPLES } from '../step/testing/examples.ts';
import { deviceTime } from './polling/clock.ts';
import { type Reading, stateOf } from './state.ts';
import { asks, intent, inWords, type Json } from './testing/world.ts';

const AT = 1_800_000_000;
const at = AT * 1000;

/** A reading of an intent on the wire, answered just now. */
function reading(wire: Json, own: Partial<Reading> = {}): Reading {
  return {
    intent: parseIntent(wire),
    confirmed: true,
    answered: deviceTime(at - 1_000),
    error: null,
    failures: 0,
    acted: false,
    ...own,
  };
}

const words = (wire: Json, now: number, own: Partial<Reading> = {}) =>
  inWords(stateOf(reading(wire, own), deviceTime(now)));

describe('a step with an end', () => {
  describe.each([
    ['a code', 'qr', asks('pix_display_qr_code', { data: 'x', expires_at: AT })],
    ['a voucher', 'voucher', asks('boleto_display_details', { number: '1', expires_at: AT })],
    ["OXXO's voucher", 'voucher', asks('oxxo_display_details', { number: '1', expires_after: AT })],
    ['an approval', 'await', asks('upi_await_notification', { expires_at: AT })],
  ])('%s', (_, kind, wire) => {
    const step = `action:${kind}`;

    it('lasts until the very millisecond that the gateway names', () => {
      expect(words(wire, at - 1)).toBe(step);
      expect(words(wire, at - 1, { answered: deviceTime(at - 1) })).toBe(step);
    });

    it('is not over before one more answer: the payment may have come in the last second', () => {
      expect(words(wire, at)).toBe(step);
      expect(words(wire, at + 60_000, { answered: deviceTime(at - 1) })).toBe(step);
    });

    it('is over with that answer', () => {
      expect(words(wire, at, { answered: deviceTime(at) })).toBe(`${step} expired`);
      expect(words(wire, at + 60_000, { answered: deviceTime(at + 30_000) })).toBe(
        `${step} expired`,
      );
    });

    it('is over, too, where that read fails', () => {
      const failed = { failures: 1, error: new GatewayError('network') };
      expect(words(wire, at, failed)).toBe(`${step} expired retrying`);
    });
  });

  it.each([
    ['a transfer', 'bank-transfer', asks('display_bank_transfer_instructions', transfer())],
    ['a notice', 'await', asks('card_await_notification', { charge_attempt_at: AT })],
    ['deposits', 'await', asks('verify_with_microdeposits', deposits())],
    ['a code without an end', 'qr', asks('paynow_display_qr_code', { data: 'x' })],
    ['a voucher without one', 'voucher', asks('oxxo_display_details', { number: '1' })],
    ['a page', 'redirect', asks('redirect_to_url', { url: 'https://a.example', expires_at: AT })],
  ])('does not concern %s', (_, kind, wire) => {
    const later = at + 365 * 86_400_000;
    expect(words(wire, later, { answered: deviceTime(later) })).toBe(`action:${kind}`);
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
  const paint = (wire: Json, own: Partial<Reading> = {}) =>
    stateOf(reading(wire, { ...unconfirmed, ...own }), deviceTime(at));

  // All kinds of steps; a new one has to say whether it stands still.
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
  const wires = [...Object.keys(EXAMPLES), 'unheard_of'].map(
    (type) => [type, asks(type, EXAMPLES[type] ?? {})] as const,
  );
  const stepOf = (wire: Json) => {
    const state = stateOf(reading(wire), deviceTime(at));
    return state.phase === 'action' ? state.step : null;
  };

  it.each(wires)('is painted only where its step does nothing by itself: %s', (_, wire) => {
    const step = stepOf(wire);
    const state = paint(wire);
    expect(step).not.toBeNull();
    if (step && SHOWN[step.kind]) expect(state).toMatchObject({ phase: 'action', step });
    else expect(state).toEqual({ phase: 'loading', connection: 'live', error: null });
  });

  it('is tried here with every kind of step', () => {
    const kinds = wires.map(([, wire]) => stepOf(wire)?.kind);
    expect([...new Set(kinds)].sort()).toEqual(Object.keys(SHOWN).sort());
  });

  const voucher = asks('boleto_display_details', { number: '1', expires_at: AT - 60 });

  it('is not called expired before the gateway has said so', () => {
    expect(inWords(paint(voucher))).toBe('action:voucher');
  });

  it('stays while the gateway is out of reach, and goes where it refuses', () => {
    const network = { failures: 9, error: new GatewayError('network') };
    expect(inWords(paint(voucher, network))).toBe('action:voucher retrying');
    const refused = { failures: 1, error: new GatewayError('not-found') };
    expect(paint(voucher, refused).phase).toBe('unavailable');
  });

  it.each(['succeeded', 'requires_capture', 'canceled', 'processing', 'requires_payment_method'])(
    'tells no phase but that of a step: %s',
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

  // How many failures in a row the customer is not told of; another kind has to say so.
  const UNTOLD: Record<GatewayErrorKind, number> = {
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

  it.each(Object.entries(UNTOLD) as [GatewayErrorKind, number][])(
    'the customer is told of "%s" after more than %i failures',
    (kind, untold) => {
      if (untold > 0) expect(failed(kind, untold)).toBe('loading');
      expect(failed(kind, untold + 1)).toBe('unavailable');
    },
  );
});
