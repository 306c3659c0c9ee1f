import { describe, expect, it } from 'vitest';
import { type IntentStatus, parseIntent } from '../intent/index.ts';
import { INTENT_STATUSES } from '../intent/status.ts';
import { isOutcome, type Phase, phaseOf } from './phase.ts';

/** What a PaymentIntent may have beside its status. */
const VARIANTS = {
  plain: {},
  failure: { last_payment_error: { code: 'card_declined' } },
  manual: { confirmation_method: 'manual' },
  'manual, failure': {
    confirmation_method: 'manual',
    last_payment_error: { code: 'card_declined' },
  },
} as const;

type Variant = keyof typeof VARIANTS;

/** The phase of each variant, in their order above: before the customer has acted, and after. */
type Row = readonly [before: readonly Phase[], after: readonly Phase[]];

const always = (phase: Phase): Row => {
  const row = Object.keys(VARIANTS).map(() => phase);
  return [row, row];
};

const TABLE: Readonly<Record<IntentStatus | 'requires_prayer' | '', Row>> = {
  requires_payment_method: [
    ['payable', 'failed', 'payable', 'failed'],
    ['failed', 'failed', 'failed', 'failed'],
  ],
  requires_confirmation: [
    ['payable', 'payable', 'processing', 'processing'],
    ['payable', 'payable', 'processing', 'processing'],
  ],
  requires_action: always('action'),
  processing: always('processing'),
  requires_capture: always('authorized'),
  canceled: always('canceled'),
  succeeded: always('succeeded'),
  // Statuses of tomorrow: watched, never a success.
  requires_prayer: always('processing'),
  '': always('processing'),
};

const CASES = Object.entries(TABLE).flatMap(([status, rows]) =>
  rows.flatMap((row, acted) =>
    row.map((phase, column) => ({
      status,
      variant: Object.keys(VARIANTS)[column] as Variant,
      acted: acted === 1,
      phase,
    })),
  ),
);

describe('the phase of a PaymentIntent', () => {
  it.each(CASES)('in "$status" ($variant, acted: $acted) is $phase', (row) => {
    const intent = parseIntent({ id: 'pi_1', status: 'processing', ...VARIANTS[row.variant] });
    expect(phaseOf({ ...intent, status: row.status }, row.acted)).toBe(row.phase);
  });

  it('exists for every status that the gateways document', () => {
    expect(Object.keys(TABLE)).toEqual(expect.arrayContaining([...INTENT_STATUSES]));
  });

  it.each(['Succeeded', 'succeeded ', 'succeeded_pending', 'constructor', '__proto__'])(
    'is no outcome where the status is "%s"',
    (status) => {
      const intent = parseIntent({ id: 'pi_1', status: 'processing' });
      expect(phaseOf({ ...intent, status })).toBe('processing');
    },
  );

  it('assumes by default that the customer has not acted', () => {
    expect(phaseOf(parseIntent({ id: 'pi_1', status: 'requires_payment_method' }))).toBe('payable');
  });
});

/** Whether a phase ends an attempt; a new phase asks for its row here. */
const ENDS: Readonly<Record<Phase, boolean>> = {
  loading: false,
  payable: false,
  action: false,
  processing: false,
  succeeded: true,
  authorized: true,
  canceled: true,
  failed: true,
  unavailable: false,
};

describe('an outcome', () => {
  it.each(Object.entries(ENDS) as [Phase, boolean][])('%s: %s', (phase, ends) => {
    expect(isOutcome(phase)).toBe(ends);
  });
});

it.each([
  ['requires_payment_method', 'payable'],
  ['requires_confirmation', 'payable'],
  ['requires_action', 'action'],
  ['processing', 'processing'],
  ['canceled', 'canceled'],
  ['succeeded', 'succeeded'],
  // It has none, so this means nothing there.
  ['requires_capture', 'processing'],
])('the phase of a SetupIntent in "%s" is %s', (status, phase) => {
  expect(phaseOf(parseIntent({ id: 'seti_1', object: 'setup_intent', status }))).toBe(phase);
});

it('a SetupIntent whose last attempt has failed has failed', () => {
  const last_setup_error = { code: 'card_declined' };
  const intent = { id: 'seti_1', status: 'requires_payment_method', last_setup_error };
  expect(phaseOf(parseIntent(intent))).toBe('failed');
});
