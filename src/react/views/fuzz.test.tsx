import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadLocale } from '#loadLocale';
import { deviceTime } from '../../checkout/polling/clock.ts';
import { type CheckoutState, stateOf } from '../../checkout/state.ts';
import { GatewayError } from '../../gateway/index.ts';
import { INTENT_STATUSES, parseIntent } from '../../intent/index.ts';
import { en, type Messages } from '../../locales/index.ts';
import { NEXT_ACTIONS } from '../../step/table.ts';
import { DEVICES } from '../../step/testing/devices.ts';
import { EXAMPLES } from '../../step/testing/examples.ts';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';
import { fakeFrames } from '../testing/frames.ts';

const NOW = 1_800_000_000_000;

/** What no customer should read. An odd text of the gateway's own is none of these. */
const MISTAKES = /NaN|undefined|null|Invalid Date|\[object |Infinity|=>/;

const number = fc.oneof(
  fc.constantFrom(
    0,
    -1,
    1.5,
    1e11,
    1e11 + 1,
    253_402_300_800,
    2.6e14,
    8.64e15,
    8.7e15,
    9e15,
    1e300,
  ),
  fc.constantFrom(NOW / 1000, NOW / 1000 + 60, NOW / 1000 - 60, NOW, NOW + 1, 2 ** 53, -8.7e15),
  fc.integer(),
);
const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\ud800',
    'a\udfff',
    '💶',
    '\u202e',
    'x'.repeat(100_000),
    '\n',
    '<b>',
    '%',
  ),
  fc.constantFrom(
    'https://pay.example/',
    'https://pay.example/%',
    'usd',
    'XXX',
    'zz',
    'USDT',
    '8.7e15',
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'iban', 'checking'),
  fc.string({ unit: 'binary', maxLength: 20 }).filter((found) => !MISTAKES.test(found)),
);
const leaf = fc.oneof(number, text, fc.boolean(), fc.constant(null));
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: leaf },
  { weight: 1, arbitrary: fc.array(leaf, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(text, leaf, { maxKeys: 3 }) },
);

/** An example with something else here and there. */
function spoilt(found: unknown): fc.Arbitrary<unknown> {
  if (typeof found !== 'object' || found === null) {
    return fc.oneof({ weight: 2, arbitrary: fc.constant(found) }, { weight: 1, arbitrary: value });
  }
  const entries = Object.entries(found).map(([name, item]) => [name, spoilt(item)] as const);
  const whole = Array.isArray(found)
    ? fc.tuple(...entries.map(([, item]) => item))
    : fc.record(Object.fromEntries(entries));
  return fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: value });
}

const payment = fc.record(
  {
    amount: fc.oneof(fc.nat(), number, value),
    currency: fc.oneof(fc.constantFrom('eur', 'JPY', 'kwd', 'xxx'), value),
    description: value,
    created: value,
    payment_method_types: fc.oneof(
      fc.array(fc.oneof(fc.constantFrom('card', 'boleto', 'pix', 'alipay', 'klarna', 'fpx'), text)),
      value,
    ),
    payment_method: fc.oneof(fc.record({ id: value, type: text, card: value }), value),
    last_payment_error: fc.oneof(
      fc.record({ code: value, decline_code: value, message: value, payment_method: value }),
      value,
    ),
    confirmation_method: value,
    cancellation_reason: value,
    return_url: value,
    livemode: value,
  },
  { requiredKeys: [] },
);

const actionOf = (type: string) =>
  spoilt(EXAMPLES[type] ?? {}).map((payload) => ({ type, [type]: payload }));

const LANGUAGES = ['ar', 'de', 'ja', 'th'] as const;
const languages: Messages[] = [en, ...(await Promise.all(LANGUAGES.map(loadLocale)))];

/** In which a shop shows it, with what and where. */
const surroundings = fc.record({
  messages: fc.constantFrom(...languages),
  locale: fc.constantFrom(
    'en',
    'ar-EG',
    'de-CH',
    'ja',
    'th',
    'en_US',
    'xx',
    '',
    'no-such-locale-at-all',
  ),
  device: fc.constantFrom(undefined, ...Object.values(DEVICES)),
  redirect: fc.constantFrom('auto', 'button', 'popup'),
  pays: fc.boolean(),
  acted: fc.boolean(),
  failures: fc.constantFrom(0, 0, 1, 5),
  now: fc.constantFrom(NOW, 0, 8.64e15),
});
type Surroundings = typeof surroundings extends fc.Arbitrary<infer T> ? T : never;

/** The state that an answer means; it goes over the wire, so that it can hold what JSON can. */
function stateFor(wire: object, { acted, device, failures, now }: Surroundings): CheckoutState {
  const intent = parseIntent(JSON.parse(JSON.stringify({ id: 'pi_1', ...wire })));
  const error = failures ? new GatewayError('server') : null;
  const time = deviceTime(now);
  return stateOf({ intent, confirmed: true, answered: time, error, failures, acted, device }, time);
}

function payOptions(device: Surroundings['device']): Partial<CheckoutViewProps> {
  const confirm = async () => ({ kind: 'updated' }) as const;
  return { confirm, device, setupFutureUsage: 'off_session', consent: 'Keep it' };
}

function shows(state: CheckoutState, around: Surroundings): void {
  const { pays, device, messages, locale, redirect } = around;
  const props: CheckoutViewProps = {
    state,
    messages,
    locale,
    redirect,
    onRetry: () => {},
    ...(pays && payOptions(device)),
  };
  const { container } = render(<CheckoutView {...props} />);
  vi.advanceTimersByTime(3_000);
  const said = container.innerHTML;
  expect(container.querySelector('.paystep')?.textContent?.trim()).not.toBe('');
  expect(MISTAKES.exec(said)?.[0] ?? '').toBe('');
  cleanup();
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  fakeFrames();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const TYPES = [...new Set([...Object.keys(NEXT_ACTIONS), ...Object.keys(EXAMPLES), 'of_2031'])];

describe('whatever the gateway answers, something is shown and nothing throws', () => {
  it.each(TYPES)(
    'in the step %s',
    (type) => {
      fc.assert(
        fc.property(actionOf(type), payment, surroundings, (next_action, fields, around) => {
          shows(stateFor({ ...fields, status: 'requires_action', next_action }, around), around);
        }),
        { numRuns: 15 },
      );
    },
    60_000,
  );

  it('in a step of any type', () => {
    fc.assert(
      fc.property(value, payment, surroundings, (next_action, fields, around) => {
        shows(stateFor({ ...fields, status: 'requires_action', next_action }, around), around);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each([...INTENT_STATUSES, 'of_2031'])(
    'in the status %s',
    (status) => {
      fc.assert(
        fc.property(payment, surroundings, (fields, around) => {
          shows(stateFor({ ...fields, status }, around), around);
        }),
        { numRuns: 30 },
      );
    },
    60_000,
  );
});

it.each([8.7e15, 9.007e15, 2.6e14])('leaves a time out that is none: %d', (time) => {
  const around = {
    messages: en,
    locale: 'en',
    device: undefined,
    redirect: 'auto',
    pays: false,
  } as const;
  const wires = [
    ['oxxo_display_details', { number: '1', expires_after: time }],
    ['boleto_display_details', { number: '1', expires_at: time }],
    ['card_await_notification', { charge_attempt_at: time }],
    ['blik_authorize', { expires_at: time }],
    ['pix_display_qr_code', { data: '1', expires_at: time }],
    [
      'verify_with_microdeposits',
      { arrival_date: time, hosted_verification_url: 'https://a.example/' },
    ],
  ] as const;
  for (const [type, payload] of wires) {
    const wire = { status: 'requires_action', next_action: { type, [type]: payload } };
    const all = { ...around, acted: false, failures: 0, now: NOW } as const;
    shows(stateFor(wire, all), all);
  }
});
