import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { intent, intentWithAction, type Json, QR } from '../checkout/testing/createTestCheckout.ts';
import { example } from '../step/testing/examples.ts';
import { passTime } from './testing/clock.ts';
import type { Answer } from './testing/fakeGateway.ts';
import { heading, openCheckout, spoken } from './testing/openCheckout.tsx';

const failed = (code: string | null) =>
  intent({
    status: 'requires_payment_method',
    last_payment_error: { code, message: 'In English' },
  });

const SCREENS: [phase: string, why: string, answer: Answer, title: string, text: RegExp | null][] =
  [
    ['loading', 'no answer yet', 'silence', 'Loading your payment…', null],
    ['payable', '', intent({ status: 'requires_payment_method' }), 'Ready to pay', /not started/],
    ['processing', '', intent({ status: 'processing' }), 'Processing your payment', /again/],
    ['succeeded', '', intent({ status: 'succeeded' }), 'Payment complete', /received/],
    ['authorized', '', intent({ status: 'requires_capture' }), 'Payment authorized', /reserved/],
    ['canceled', '', intent({ status: 'canceled' }), 'Payment canceled', /Nothing more to do/],
    ['failed', 'declined', failed('card_declined'), 'Payment failed', /bank declined/],
    [
      'failed',
      'not authenticated',
      failed('payment_intent_authentication_failure'),
      'Payment failed',
      /that it was you/,
    ],
    [
      'failed',
      'too late',
      failed('payment_intent_payment_attempt_expired'),
      'Payment failed',
      /time to pay ran out/,
    ],
    ['failed', 'an unknown code', failed('toString'), 'Payment failed', /did not go through/],
    ['failed', 'no code', failed(null), 'Payment failed', /did not go through/],
    ['unavailable', 'refused', { http: 401 }, 'Payment unavailable', /cannot be shown/],
    ['unavailable', 'no intent', intent({ id: '' }), 'Payment unavailable', /keep trying/],
  ];

it.each(SCREENS)('shows %s (%s) in words', async (phase, _, answer, title, text) => {
  const { root } = await openCheckout(answer);
  expect(root.dataset).toMatchObject({ phase });
  expect(root.dataset.step).toBeUndefined();
  expect(heading()).toBe(title);
  if (!text) return;
  expect(screen.getByText(text).className).toBe('ps-text');
  expect(screen.getAllByRole('status')[0]?.textContent).toMatch(text);
});

const url = 'https://bank.example/pay';
const WECHAT = example('wechat_pay_official_account_params');
const TRANSFER = example('display_bank_transfer_instructions');

const STEPS: [step: string, type: string, payload: Json, title: string][] = [
  ['qr', 'wechat_pay_display_qr_code', { data: 'weixin://x' }, 'Pay with WeChat Pay'],
  ['redirect', 'gcash_handle_redirect', { url }, 'Pay with GCash'],
  ['fingerprint', 'ddc_redirect', { url }, 'Checking with your bank'],
  ['challenge', 'challenge_redirect', { url }, 'Confirm with your bank'],
  ['app', 'wechat_pay_redirect_to_web', { url }, 'Pay with WeChat Pay'],
  ['wechat-jsapi', 'wechat_pay_official_account_params', WECHAT, 'Pay with WeChat Pay'],
  ['voucher', 'oxxo_display_details', { number: '1' }, 'Pay with OXXO'],
  ['bank-transfer', 'display_bank_transfer_instructions', TRANSFER, 'Pay by bank transfer'],
  ['await', 'blik_authorize', {}, 'Approve the payment'],
  ['sdk', 'use_stripe_sdk', { type: 'other' }, 'One more step'],
  ['unsupported', 'carrier_pigeon', {}, 'This step cannot be shown'],
];

it.each(STEPS)('shows a step of kind %s under its heading', async (step, type, payload, title) => {
  const { root } = await openCheckout(intentWithAction(type, payload), {
    redirect: 'button',
    onSdkAction: () => {},
  });
  expect(root.dataset).toMatchObject({ phase: 'action', step });
  expect(heading()).toBe(title);
});

it('reads each new screen out, once', async () => {
  const { answerNext, change } = await openCheckout(intentWithAction('blik_authorize', {}));
  expect(spoken()).toMatch(/^Approve the payment\. Open your bank’s app/);
  const place = document.querySelector('.ps-spoken');
  await change({ className: 'other' });
  await answerNext(intent({ status: 'processing' }));
  expect(spoken()).toMatch(/^Processing your payment\. /);
  await answerNext(intent({ status: 'succeeded' }));
  expect(spoken()).toMatch(/^Payment complete\. /);
  // A place that is there from the start: a new one is not read out everywhere.
  expect(document.querySelector('.ps-spoken')).toBe(place);
});

it('leaves a step without its mark once the payment has come', async () => {
  const { root, answerNext } = await openCheckout(QR);
  await answerNext(intent({ status: 'succeeded' }));
  expect(root.dataset.phase).toBe('succeeded');
  expect(root.dataset.step).toBeUndefined();
  expect(screen.queryByRole('img')).toBeNull();
});

describe('the way out of a dead end', () => {
  // The shop's own failures are told to its developer.
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  it.each<[string, (shop: { made(): void; failed(error: Error): void }) => void]>([
    ['made another attempt', ({ made }) => made()],
    ['failed to', ({ failed }) => failed(new Error('No.'))],
  ])('asks the shop for another attempt, and reads when it has %s', async (_, answer) => {
    const shop = { made: () => {}, failed: (_: Error) => {} };
    const onRetry = () =>
      new Promise<void>((resolve, reject) =>
        Object.assign(shop, { made: resolve, failed: reject }),
      );
    const { click, reads } = await openCheckout(failed('card_declined'), { onRetry: onRetry });
    await click('Try again');
    await passTime(1_000);
    expect(reads).toHaveLength(1);
    answer(shop);
    await passTime();
    expect(reads).toHaveLength(2);
  });

  it('asks the shop once for an impatient customer, and again when it has answered', async () => {
    const asked: (() => void)[] = [];
    const onRetry = () => new Promise<void>((resolve) => asked.push(resolve));
    const { click } = await openCheckout(failed('card_declined'), { onRetry: onRetry });
    await click('Try again');
    await click('Try again');
    expect(asked).toHaveLength(1);
    asked[0]?.();
    await passTime();
    await click('Try again');
    expect(asked).toHaveLength(2);
  });

  it('stays on screen where the shop’s handler throws', async () => {
    const onRetry = () => {
      throw new Error('No.');
    };
    const { click, reads, root } = await openCheckout(failed('card_declined'), {
      onRetry: onRetry,
    });
    await click('Try again');
    await passTime();
    expect(root.dataset.phase).toBe('failed');
    expect(reads).toHaveLength(2);
  });

  it('promises no other attempt where the shop offers none', async () => {
    await openCheckout(failed('card_declined'));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('reads again by a tap where the gateway is out of reach', async () => {
    const { click, reads } = await openCheckout({ ...intent(), object: 'charge' });
    await click('Try again');
    await passTime();
    expect(reads).toHaveLength(2);
  });

  it('does not promise another try where none is likely to help', async () => {
    await openCheckout({ http: 404 });
    expect(screen.getByText(/do not pay again/)).toBeTruthy();
    expect(screen.getByRole('button').textContent).toBe('Check again');
  });
});
