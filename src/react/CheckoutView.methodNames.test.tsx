import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { deviceTime } from '../checkout/polling/clock.ts';
import { type CheckoutState, stateOf } from '../checkout/state.ts';
import type { GatewayName } from '../gateway/index.ts';
import { parseIntent } from '../intent/index.ts';
import { METHODS } from '../method/table.ts';
import { DEVICES, type DeviceName } from '../step/testing/devices.ts';
import { CheckoutView } from './CheckoutView.tsx';
import { METHOD_NAMES } from './testing/methodNames.ts';

afterEach(cleanup);

const NOW = 1_800_000_000_000;

function stateFor(fields: object, gateway: GatewayName, device: DeviceName): CheckoutState {
  const time = deviceTime(NOW);
  const payment = { id: 'pi_1', amount: 1800, currency: 'sgd', ...fields };
  const intent = { ...parseIntent(payment), gateway };
  const reading = { confirmed: true, answered: time, error: null, failures: 0, acted: false };
  return stateOf({ ...reading, intent, device: DEVICES[device] }, time);
}

/** Every text that is read or read out. */
function textsOf(state: CheckoutState, more: object = {}): string {
  const { container } = render(
    <CheckoutView state={state} locale="en" redirect="button" refetch={async () => {}} {...more} />,
  );
  const labels = [...container.querySelectorAll('[aria-label]')];
  return [container.textContent, ...labels.map((label) => label.getAttribute('aria-label'))].join();
}

/** `Touchngo`, as a program would write it who knows no better. */
const naive = (type: string) =>
  type.replaceAll('_', ' ').replace(/(^| )\w/g, (letter) => letter.toUpperCase());

function expectNoRawType(text: string, type: string): void {
  expect(text).not.toMatch(/[a-z0-9]_[a-z0-9]/);
  const name = METHOD_NAMES[type] ?? '';
  if (!name.includes(naive(type))) expect(text).not.toContain(naive(type));
}

const rows = (['stripe', 'wooshpay'] as const).flatMap((gateway) =>
  Object.keys(METHODS[gateway]).map((type) => ({ gateway, type })),
);

describe('no customer reads a type', () => {
  it.each(['stripe', 'wooshpay'] as const)('in the list of all of %s', (gateway) => {
    const types = Object.keys(METHODS[gateway]);
    const fields = { status: 'requires_payment_method', payment_method_types: types };
    const text = textsOf(stateFor(fields, gateway, 'desktop'), {
      confirm: () => new Promise(() => {}),
      createPaymentMethod: async () => null,
      paymentMethodTypes: types,
      returnUrl: 'https://shop.example/return',
    });
    const labels = screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent);
    expect(labels).toEqual(types.map((type) => METHOD_NAMES[type]));
    for (const type of types) expectNoRawType(text, type);
  });

  const steps = [
    ['_handle_redirect', { url: 'https://pay.example/' }],
    ['_display_qr_code', { data: '000201' }],
    ['_display_details', { number: '1234' }],
    ['_await_notification', {}],
  ] as const;
  const devices = ['desktop', 'iphone'] as const;
  const shown = rows.flatMap(({ gateway, type }) =>
    // Debits lead to no step, and cards to none of these.
    /_debit$|_account$|^card$/.test(type) ? [] : [{ gateway, type }],
  );

  it.each(shown)('in a step of $type at $gateway', ({ gateway, type }) => {
    for (const [ending, payload] of steps) {
      const action = `${type}${ending}`;
      for (const device of devices) {
        const next_action = { type: action, [action]: payload };
        const fields = { status: 'requires_action', next_action };
        expectNoRawType(textsOf(stateFor(fields, gateway, device)), type);
        cleanup();
      }
    }
  });

  it.each(shown)('where a plain redirect goes to $type at $gateway', ({ gateway, type }) => {
    const next_action = {
      type: 'redirect_to_url',
      redirect_to_url: { url: 'https://pay.example/' },
    };
    const fields = { status: 'requires_action', next_action, payment_method_types: [type] };
    const text = textsOf(stateFor(fields, gateway, 'desktop'));
    expectNoRawType(text, type);
    const name = METHOD_NAMES[type] ?? '';
    const isNameless = ['Bank transfer', 'Card'].includes(name);
    expect(text).toContain(isNameless ? 'Continue to your bank' : `Continue to ${name}`);
  });
});
