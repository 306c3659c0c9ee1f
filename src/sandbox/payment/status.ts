import { INTENT_STATUSES, type IntentStatus } from '../../intent/index.ts';

/**
 * What can happen to a PaymentIntent.
 * - `edit`: the merchant changes what is only kept (metadata, description)
 * - `revise`: the merchant changes what is to be paid (amount, currency, allowed methods)
 * - `attach`: a payment method is set, nothing is tried yet
 * - `detach`: the payment method is taken away again
 * - `begin`: an attempt to pay begins (confirm), also where an older one still waits
 * - `ask`: the attempt needs the customer
 * - `approve`: the customer has done the next action, or the attempt needs none
 * - `defer`: the money is under way; `verify`: it is, because the customer's account is proven
 * - `fund`: a part of a bank transfer has come in
 * - `refuse`, `expire`: the attempt ends without money
 * - `increment`, `capture_part`, `capture`, `cancel`: the merchant decides
 * - `exhaust`: the attempt was one too many; `release`: the bank holds the amount no longer
 */
export type Event =
  | 'edit'
  | 'revise'
  | 'attach'
  | 'detach'
  | 'begin'
  | 'ask'
  | 'approve'
  | 'defer'
  | 'verify'
  | 'fund'
  | 'refuse'
  | 'expire'
  | 'increment'
  | 'capture_part'
  | 'capture'
  | 'cancel'
  | 'exhaust'
  | 'release';

/** The facts about an intent that decide where an approval leads. */
export interface Facts {
  readonly captureMethod: string;
  readonly confirmationMethod: string;
}

/** `SETTLED`: succeeded or requires_capture. `APPROVED`: the same, unless the server confirms again. */
type Target = IntentStatus | 'SETTLED' | 'APPROVED';

/** As long as no money is under way, a new attempt may begin. */
const open = {
  attach: 'requires_confirmation',
  detach: 'requires_payment_method',
  begin: 'requires_confirmation',
  cancel: 'canceled',
  exhaust: 'canceled',
} as const;

/** An attempt that has begun. */
const attempt = {
  ask: 'requires_action',
  defer: 'processing',
  refuse: 'requires_payment_method',
} as const;

/** Statuses × events, after the lifecycle of both gateways (docs.stripe.com/payments/paymentintents/lifecycle; WooshPay's API reference). */
const TRANSITIONS: Record<IntentStatus, Partial<Record<Event, Target>>> = {
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
    // What the customer sees is about another amount: only a new attempt can tell of the new one.
    revise: 'requires_confirmation',
    approve: 'APPROVED',
    fund: 'requires_action',
    verify: 'processing',
    expire: 'requires_payment_method',
  },
  processing: {
    edit: 'processing',
    approve: 'SETTLED',
    refuse: 'requires_payment_method',
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

const settled = ({ captureMethod }: Facts): IntentStatus =>
  captureMethod === 'manual' ? 'requires_capture' : 'succeeded';

/** Where an event leads, or `null` where it cannot happen in that status. */
export function transition(status: IntentStatus, event: Event, facts: Facts): IntentStatus | null {
  const target = TRANSITIONS[status][event];
  if (target === undefined) return null;
  if (target === 'SETTLED') return settled(facts);
  if (target !== 'APPROVED') return target;
  return facts.confirmationMethod === 'manual' ? 'requires_confirmation' : settled(facts);
}

/** The statuses in which an event can happen, for error messages. */
export function statusesAllowing(event: Event): IntentStatus[] {
  return INTENT_STATUSES.filter((status) => TRANSITIONS[status][event] !== undefined);
}
