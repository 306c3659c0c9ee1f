import { describe, expect, it } from 'vitest';
import { type Event, STATUSES, statusesAllowing, transition } from './status.ts';

const automatic = { captureMethod: 'automatic', confirmationMethod: 'automatic' };
const EVENTS: Event[] = [
  'attach',
  'ask',
  'approve',
  'defer',
  'refuse',
  'expire',
  'capture',
  'cancel',
];

describe('transition', () => {
  it('allows exactly what the gateways document', () => {
    const table = Object.fromEntries(
      STATUSES.map((status) => [
        status,
        EVENTS.filter((event) => transition(status, event, automatic) !== null).join(' '),
      ]),
    );
    expect(table).toEqual({
      requires_payment_method: 'attach ask approve defer refuse cancel',
      requires_confirmation: 'attach ask approve defer refuse cancel',
      requires_action: 'attach ask approve defer refuse expire cancel',
      processing: 'approve refuse cancel',
      requires_capture: 'capture cancel',
      succeeded: '',
      canceled: '',
    });
  });

  it('never leads out of a final status', () => {
    for (const event of EVENTS) {
      expect(transition('succeeded', event, automatic)).toBeNull();
      expect(transition('canceled', event, automatic)).toBeNull();
    }
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
      expect(transition(status, 'approve', { captureMethod, confirmationMethod })).toBe(target);
    },
  );
});

describe('statusesAllowing', () => {
  it('names the statuses in which an event can happen', () => {
    expect(statusesAllowing('capture')).toEqual(['requires_capture']);
    expect(statusesAllowing('expire')).toEqual(['requires_action']);
  });
});
