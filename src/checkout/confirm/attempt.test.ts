import { describe, expect, it } from 'vitest';
import { parseIntent } from '../../intent/index.ts';
import { intent, type Json } from '../testing/createTestCheckout.ts';
import { attemptOf } from './attempt.ts';

const attemptWith = (fields: Json) => attemptOf(parseIntent(intent(fields)));

const UNPAID = { status: 'requires_payment_method' };
const declined = (id: string, more: Json = {}) => ({
  ...UNPAID,
  last_payment_error: { code: 'card_declined', payment_method: { id, type: 'card' }, ...more },
});

describe('an attempt to pay', () => {
  it.each<[string, Json, Json]>([
    ['has begun', UNPAID, { status: 'processing' }],
    ['has brought a step', UNPAID, { next_action: { type: 'alipay_handle_redirect' } }],
    ['was declined', UNPAID, declined('pm_1')],
    ['was declined once more, for the same reason', declined('pm_1'), declined('pm_2')],
    [
      'was declined for another reason',
      declined('pm_1'),
      declined('pm_1', { code: 'expired_card' }),
    ],
    ['has another payment method', { payment_method: 'pm_1' }, { payment_method: 'pm_2' }],
  ])('is another one where it %s', (_, before, after) => {
    expect(attemptWith(after)).not.toBe(attemptWith(before));
  });

  it.each<[string, Json, Json]>([
    [
      'tells the payment method’s id or all of it',
      { payment_method: 'pm_1' },
      { payment_method: { id: 'pm_1', type: 'card' } },
    ],
    [
      'words a failure in another language',
      declined('pm_1', { message: 'No.' }),
      declined('pm_1', { message: 'Nein.' }),
    ],
    ['is described anew', { description: 'a' }, { description: 'b' }],
    // Stripe's pages and pictures have addresses that are good for a while only.
    [
      'gives the step another address',
      { next_action: { type: 'redirect_to_url', redirect_to_url: { url: 'https://a.example/1' } } },
      { next_action: { type: 'redirect_to_url', redirect_to_url: { url: 'https://a.example/2' } } },
    ],
  ])('is the same where the gateway only %s', (_, before, after) => {
    expect(attemptWith(after)).toBe(attemptWith(before));
  });
});
