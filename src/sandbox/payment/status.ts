import { INTENT_STATUSES, type IntentStatus } from '../../intent/index.ts';
import type { IntentKind } from './intentKind.ts';

/**
 * What can happen to an intent.
 * - `edit`: the merchant changes fields without effect (metadata, description)
 * - `revise`: the merchant changes what is paid (amount, currency, allowed methods)
 * - `attach`: a payment method is set, and nothing is tried
 * - `detach`: the payment method is removed
 * - `confirm`: an attempt begins, also while an older one waits
 * - `require_action`: the customer has to act
 * - `approve`: the customer has acted, or need not act
 * - `process`: the payment is processing; `verify`: so it is after the account was verified
 * - `fund`: a part of a bank transfer has come in
 * - `fail`: the attempt fails; `expire`: the customer has not acted in time
 * - `increment`, `capture_part`, `capture`, `cancel`: the merchant decides
 * - `exhaust`: there were too many attempts; `release`: the authorization has expired
 */
export type Event =
  | 'edit'
  | 'revise'
  | 'attach'
  | 'detach'
  | 'confirm'
  | 'require_action'
  | 'approve'
  | 'process'
  | 'verify'
  | 'fund'
  | 'fail'
  | 'expire'
  | 'increment'
  | 'capture_part'
  | 'capture'
  | 'cancel'
  | 'exhaust'
  | 'release';

/** The properties of an intent that decide where an approval leads. */
export interface Facts {
  readonly kind: IntentKind;
  readonly captureMethod: string;
  readonly confirmationMethod: string;
}

/** `SETTLED`: succeeded or requires_capture. `APPROVED`: the same, unless the server confirms again. */
type Target = IntentStatus | 'SETTLED' | 'APPROVED';

/** Before a payment is processing, a new attempt may begin. */
const open = {
  attach: 'requires_confirmation',
  detach: 'requires_payment_method',
  confirm: 'requires_confirmation',
  cancel: 'canceled',
  exhaust: 'canceled',
} as const;

/** An attempt that has begun. */
const attempt = {
  require_action: 'requires_action',
  process: 'processing',
  fail: 'requires_payment_method',
} as const;

type Transitions = Readonly<Record<IntentStatus, Partial<Record<Event, Target>>>>;

/** Statuses × events of a PaymentIntent. */
const PAYMENT: Transitions = {
  requires_payment_method: {
    ...open,
    edit: 'requires_payment_method',
    revise: 'requires_payment_method',
  },
  requires_confirmation: {
    ...open,
    ...attempt,
    edit: 'requires_confirmation',
    revise: 'requires_confirmation',
    approve: 'SETTLED',
  },
  requires_action: {
    ...open,
    ...attempt,
    edit: 'requires_action',
    // The customer sees another amount than before, so a new attempt has to begin.
    revise: 'requires_confirmation',
    approve: 'APPROVED',
    fund: 'requires_action',
    verify: 'processing',
    expire: 'requires_payment_method',
  },
  processing: {
    edit: 'processing',
    approve: 'SETTLED',
    fail: 'requires_payment_method',
    cancel: 'canceled',
  },
  requires_capture: {
    edit: 'requires_capture',
    increment: 'requires_capture',
    capture_part: 'requires_capture',
    capture: 'succeeded',
    cancel: 'canceled',
    release: 'canceled',
  },
  succeeded: { edit: 'succeeded' },
  canceled: { edit: 'canceled' },
};

/** The events of an amount, which a SetupIntent does not have. */
const { fund: _, ...setupAction } = PAYMENT.requires_action;

/**
 * Those of a SetupIntent. It has no amount to capture, and a verified account needs no debit. "You
 * can cancel a SetupIntent object when it's in one of these statuses: requires_payment_method,
 * requires_confirmation, or requires_action" (Stripe's API reference).
 */
const SETUP: Transitions = {
  ...PAYMENT,
  requires_action: { ...setupAction, verify: 'succeeded' },
  processing: { edit: 'processing', approve: 'SETTLED', fail: 'requires_payment_method' },
  requires_capture: {},
};

/** By kind, after the lifecycle of both gateways (docs.stripe.com/payments/paymentintents/lifecycle; WooshPay's API reference). */
const TRANSITIONS: Readonly<Record<IntentKind, Transitions>> = { payment: PAYMENT, setup: SETUP };

const settled = ({ captureMethod }: Facts): IntentStatus =>
  captureMethod === 'manual' ? 'requires_capture' : 'succeeded';

/** Where an event leads, or `null` where it cannot happen in that status. */
export function transition(status: IntentStatus, event: Event, facts: Facts): IntentStatus | null {
  const target = TRANSITIONS[facts.kind][status][event];
  if (target === undefined) return null;
  if (target === 'SETTLED') return settled(facts);
  if (target !== 'APPROVED') return target;
  return facts.confirmationMethod === 'manual' ? 'requires_confirmation' : settled(facts);
}

/** The statuses in which an event can happen, for error messages. */
export function statusesAllowing(event: Event, kind: IntentKind): IntentStatus[] {
  return INTENT_STATUSES.filter((status) => TRANSITIONS[kind][status][event] !== undefined);
}
