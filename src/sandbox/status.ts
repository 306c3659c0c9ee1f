/** The statuses of a PaymentIntent, as both gateways name them. */
export const STATUSES = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'requires_capture',
  'succeeded',
  'canceled',
] as const;

export type Status = (typeof STATUSES)[number];

/**
 * What can happen to a PaymentIntent.
 * - `attach`: a payment method is set, nothing is tried yet
 * - `ask`: an attempt needs the customer
 * - `approve`: the customer has done the next action, or the attempt needs none
 * - `defer`: the money is under way
 * - `refuse`, `expire`: the attempt ends without money
 * - `capture`, `cancel`: the merchant decides
 */
export type Event =
  | 'attach'
  | 'ask'
  | 'approve'
  | 'defer'
  | 'refuse'
  | 'expire'
  | 'capture'
  | 'cancel';

/** The facts about an intent that decide where an approval leads. */
export interface Facts {
  readonly captureMethod: string;
  readonly confirmationMethod: string;
}

/** `SETTLED`: succeeded or requires_capture. `APPROVED`: the same, unless the server confirms again. */
type Target = Status | 'SETTLED' | 'APPROVED';

const attempt = {
  attach: 'requires_confirmation',
  ask: 'requires_action',
  approve: 'SETTLED',
  defer: 'processing',
  refuse: 'requires_payment_method',
  cancel: 'canceled',
} as const;

const TRANSITIONS: Record<Status, Partial<Record<Event, Target>>> = {
  requires_payment_method: attempt,
  requires_confirmation: attempt,
  requires_action: { ...attempt, approve: 'APPROVED', expire: 'requires_payment_method' },
  processing: { approve: 'SETTLED', refuse: 'requires_payment_method', cancel: 'canceled' },
  requires_capture: { capture: 'succeeded', cancel: 'canceled' },
  succeeded: {},
  canceled: {},
};

const settled = ({ captureMethod }: Facts): Status =>
  captureMethod === 'manual' ? 'requires_capture' : 'succeeded';

/** Where an event leads, or `null` where it cannot happen in that status. */
export function transition(status: Status, event: Event, facts: Facts): Status | null {
  const target = TRANSITIONS[status][event];
  if (target === undefined) return null;
  if (target === 'SETTLED') return settled(facts);
  if (target !== 'APPROVED') return target;
  return facts.confirmationMethod === 'manual' ? 'requires_confirmation' : settled(facts);
}

/** The statuses in which an event can happen, for error messages. */
export function statusesAllowing(event: Event): Status[] {
  return STATUSES.filter((status) => TRANSITIONS[status][event] !== undefined);
}
