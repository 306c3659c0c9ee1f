import { describe, expect, it } from 'vitest';
import { INTENT_STATUSES } from '../../intent/index.ts';
import { type Event, statusesAllowing, transition } from './status.ts';

const automatic = {
  kind: 'payment',
  captureMethod: 'automatic',
  confirmationMethod: 'automatic',
} as const;
const EVENTS: Event[] = [
  'edit',
  'revise',
  'attach',
  'detach',
  'confirm',
  'require_action',
  'approve',
  'process',
  'verify',
  'fund',
  'fail',
  'expire',
  'increment',
  'capture_part',
  'capture',
  'cancel',
  'exhaust',
  'release',
];

describe('transition', () => {
  it('allows exactly what the gateways document', () => {
    const table = Object.fromEntries(
      INTENT_STATUSES.map((status) => [
        status,
        EVENTS.filter((event) => transition(status, event, automatic) !== null).join(' '),
      ]),
    );
    expect(table).toEqual({
      requires_payment_method: 'edit revise attach detach confirm cancel exhaust',
      requires_confirmation:
        'edit revise attach detach confirm require_action approve process fail cancel exhaust',
      requires_action:
        'edit revise attach detach confirm require_action approve process verify fund fail expire cancel exhaust',
      processing: 'edit approve fail cancel',
      requires_capture: 'edit increment capture_part capture cancel release',
      succeeded: 'edit',
      canceled: 'edit',
    });
  });

  it('leaves out of a setup what only an amount has', () => {
    const setup = { ...automatic, kind: 'setup' } as const;
    const table = Object.fromEntries(
      INTENT_STATUSES.map((status) => [
        status,
        EVENTS.filter((event) => transition(status, event, setup) !== null).join(' '),
      ]),
    );
    expect(table).toEqual({
      requires_payment_method: 'edit revise attach detach confirm cancel exhaust',
      requires_confirmation:
        'edit revise attach detach confirm require_action approve process fail cancel exhaust',
      requires_action:
        'edit revise attach detach confirm require_action approve process verify fail expire cancel exhaust',
      processing: 'edit approve fail',
      requires_capture: '',
      succeeded: 'edit',
      canceled: 'edit',
    });
    expect(transition('requires_action', 'verify', setup)).toBe('succeeded');
  });

  it('never leads out of a final status', () => {
    for (const event of EVENTS.filter((each) => each !== 'edit')) {
      expect(transition('succeeded', event, automatic)).toBeNull();
      expect(transition('canceled', event, automatic)).toBeNull();
    }
    expect(transition('succeeded', 'edit', automatic)).toBe('succeeded');
    expect(transition('canceled', 'edit', automatic)).toBe('canceled');
  });

  it.each([
    ['requires_action', 'automatic', 'automatic', 'succeeded'],
    ['requires_action', 'automatic_async', 'automatic', 'succeeded'],
    ['requires_action', 'manual', 'automatic', 'requires_capture'],
    ['requires_action', 'automatic', 'manual', 'requires_confirmation'],
    ['requires_action', 'manual', 'manual', 'requires_confirmation'],
    ['requires_confirmation', 'automatic', 'manual', 'succeeded'],
    ['processing', 'manual', 'automatic', 'requires_capture'],
  ] as const)(
    'leads an approval in %s with %s capture and %s confirmation to %s',
    (status, captureMethod, confirmationMethod, target) => {
      expect(
        transition(status, 'approve', { kind: 'payment', captureMethod, confirmationMethod }),
      ).toBe(target);
    },
  );
});

describe('statusesAllowing', () => {
  it('names the statuses in which an event can happen', () => {
    expect(statusesAllowing('capture', 'payment')).toEqual(['requires_capture']);
    expect(statusesAllowing('expire', 'payment')).toEqual(['requires_action']);
  });
});
