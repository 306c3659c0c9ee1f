import type { CardBehaviour } from './cards.ts';
import type { Event, Status } from './status.ts';
import { transition } from './status.ts';

export type DialectName = 'stripe' | 'wooshpay';

export type Hash = Readonly<Record<string, unknown>>;

/** What goes out as `next_action`: a type, and the payload under a key that is usually that type. */
export type NextAction = Readonly<{ type: string } & Record<string, unknown>>;

/** The page on which a customer would do the next action; `none` where there is nothing to open. */
export type Place =
  | 'bank'
  | 'wallet'
  | 'wechat'
  | 'qr'
  | 'voucher'
  | 'transfer'
  | 'microdeposits'
  | 'ddc'
  | 'challenge'
  | 'none';

/** A next action that waits for the customer. */
interface Action {
  readonly wire: NextAction;
  readonly place: Place;
  /** Milliseconds, or null where the gateway sets no end. */
  readonly expiresAt: number | null;
}

export interface PaymentMethod {
  readonly id: string;
  readonly type: string;
  /** Milliseconds. */
  readonly created: number;
  readonly billingDetails: Hash | null;
  /** What may be shown of a card or an account. The number itself is never kept. */
  readonly details: Hash;
  readonly behaviour: CardBehaviour | null;
}

export interface PaymentError {
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly declineCode?: string;
  readonly paymentMethod?: PaymentMethod;
}

/** One request that named an intent. The path carries no query, so no secret is kept. */
export interface Call {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** One PaymentIntent, the same for both dialects: amounts in minor units, times in milliseconds. */
export interface Intent {
  readonly id: string;
  readonly dialect: DialectName;
  readonly clientSecret: string;
  readonly created: number;
  readonly amount: number;
  readonly currency: string;
  readonly status: Status;
  readonly captureMethod: string;
  readonly confirmationMethod: string;
  /** Null: every type that the dialect knows. */
  readonly allowedTypes: readonly string[] | null;
  readonly automaticPaymentMethods: Hash | null;
  readonly paymentMethodOptions: Hash;
  readonly paymentMethod: PaymentMethod | null;
  readonly action: Action | null;
  /** With manual confirmation: the customer is done, the server has yet to confirm again. */
  readonly approved: boolean;
  readonly lastError: PaymentError | null;
  readonly returnUrl: string | null;
  readonly amountCapturable: number;
  readonly amountReceived: number;
  readonly latestCharge: string | null;
  readonly canceledAt: number | null;
  readonly cancellationReason: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** Fields that are only kept and shown again: description, shipping, merchant_order_id and so on. */
  readonly extras: Hash;
  /** One of WooshPay's other forms of answer, see wooshpayStyles.ts. */
  readonly style: string | null;
}

/** What the next action tells, under the key that its type names. */
export const payloadOf = ({ action }: Intent): Hash =>
  (action?.wire[action.wire.type] ?? {}) as Hash;

/** The intent after an event, or null where the event cannot happen in its status. */
export function after(intent: Intent, event: Event, changes: Partial<Intent> = {}): Intent | null {
  const status = transition(intent.status, event, intent);
  if (status === null) return null;
  const action = status === 'requires_action' ? intent.action : null;
  return { ...intent, action, ...changes, status };
}
