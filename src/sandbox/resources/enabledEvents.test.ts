import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../world/eventTypes.ts';
import { enabledEvents } from './enabledEvents.ts';

const read = (...names: string[]) => enabledEvents(names, 'enabled_events');

/** The names in the types of the official client. */
function clientNames(): string[] {
  const types = readFileSync('node_modules/stripe/esm/resources/WebhookEndpoints.d.ts', 'utf8');
  const [, names = ''] = /type EnabledEvent = (.*?);/.exec(types) ?? [];
  return [...names.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
}

describe('the events that an endpoint asks for', () => {
  it('may be all that the official client knows', () => {
    const names = clientNames();
    expect(names.length).toBeGreaterThan(200);
    expect(read(...names)).toEqual(names);
    expect(names).toEqual(expect.arrayContaining([...EVENT_TYPES]));
  });

  it.each([
    ['charge.suceeded', 'charge.succeeded'],
    ['charges.succeeded', 'charge.succeeded'],
    ['charge.refund.update', 'charge.refund.updated'],
    ['refund.succeeded', 'refund.updated'],
    ['customer.create', 'customer.created'],
    ['payment_method.attach', 'payment_method.attached'],
    ['paymentintent.succeeded', 'payment_intent.succeeded'],
    ['setup_intent.failed', 'setup_intent.setup_failed'],
  ])('are not %s, and the error names %s', (name, right) => {
    expect(() => read('*', name)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(
          `^Invalid enabled_events\\[1\\]: must be one of .*\\b${right}\\b.* \\(got ${name}\\)`,
        ),
      }),
    );
  });

  it.each(['charge.*', 'charge', '', 'Charge Succeeded', '**'])('are not "%s"', (name) => {
    expect(() => read(name)).toThrow('Invalid enabled_events[0]');
  });

  it('names no other object’s events in an error', () => {
    expect(() => read('refund.succeeded')).toThrow(
      'must be one of refund.created, refund.failed, refund.updated (got',
    );
  });
});
