import { expect, it } from 'vitest';
import { intent, intentWithAction } from '../../checkout/testing/createTestCheckout.ts';
import { parseIntent } from '../../intent/index.ts';
import { planStep, type Step } from '../../step/index.ts';
import {
  left,
  markAnswered,
  markSent,
  NEW_SESSION,
  type SessionChange,
  withChosenMethod,
  withMethod,
  withValues,
} from './session.ts';

const after = (...changes: SessionChange[]) =>
  changes.reduce((session, change) => change(session), NEW_SESSION);

it('keeps what was entered when another method is chosen', () => {
  const values = { name: 'Ana' };
  expect(after(withValues({ type: 'konbini', values, isKept: true }), withMethod('oxxo'))).toEqual({
    type: 'oxxo',
    values,
    isKept: true,
    agreement: 'none',
    listAt: '',
  });
});

it.each<[string, SessionChange[], string]>([
  ['is sent with the press of the button', [markSent], 'sent'],
  ['is answered with the gateway’s answer', [markSent, markAnswered], 'answered'],
  ['is over when the customer leaves', [markSent, left], 'none'],
  ['stays over where the answer comes after that', [markSent, left, markAnswered], 'none'],
  ['begins anew with the next press', [markSent, markAnswered, left, markSent], 'sent'],
])('an agreement %s', (_, changes, agreement) => {
  expect(after(...changes).agreement).toBe(agreement);
});

function stateOf(step: Step) {
  const read = parseIntent(intent({ status: 'requires_action' }));
  const base = { phase: 'action', connection: 'live', error: null, intent: read } as const;
  return { ...base, step, expired: false, overdue: false, endsAt: null };
}

it('names the chosen method in a redirect that does not, and in nothing else', () => {
  const step = (type: string) =>
    planStep(
      parseIntent(intentWithAction(type, { url: 'https://bank.example/', data: 'weixin://1' })),
    );
  const plain = stateOf(step('redirect_to_url'));
  expect(withChosenMethod(plain, 'ideal')).toMatchObject({ step: { method: 'ideal' } });
  expect(withChosenMethod(plain, '')).toBe(plain);
  const named = stateOf(step('gcash_handle_redirect'));
  expect(withChosenMethod(named, 'ideal')).toBe(named);
  const code = stateOf(step('wechat_pay_display_qr_code'));
  expect(withChosenMethod(code, 'ideal')).toBe(code);
});
