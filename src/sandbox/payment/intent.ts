import type { IntentStatus } from '../../intent/index.ts';
import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import type { CardBehaviour, Decline } from './cards.ts';
import type { CustomerPage } from './customerPage.ts';
import type { IntentKind } from './intentKind.ts';
import type { Event, Facts } from './status.ts';
import { transition } from './status.ts';

/**
 * `next_action` as the API shows it: a type, and a payload under a key that usually equals the
 * type.
 */
export type NextAction = Readonly<{ type: string } & Record<string, unknown>>;

/** A next action that waits for the customer. */
interface Action {
  readonly nextAction: NextAction;
  readonly place: CustomerPage;
  /** Milliseconds, or null where the gateway sets no end. */
  readonly expiresAt: number | null;
  /** When it ends by itself, as test e-mail addresses ask for. Milliseconds. */
  readonly settlesAt?: number;
  /** The decline with which it ends then; without one it succeeds. */
  readonly settlesAs?: Decline;
  /**
   * The errors for a customer who refuses and for one who does nothing, where the method has its
   * own.
   */
  readonly refusal?: Decline;
  readonly timeout?: Decline;
}

export interface PaymentMethod {
  readonly id: string;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  readonly type: string;
  /** Milliseconds. */
  readonly created: number;
  readonly billingDetails: JsonObject | null;
  /** What may be shown of a card or an account. The number itself is never stored. */
  readonly details: JsonObject;
  readonly behaviour: CardBehaviour | null;
  /** The customer that it is attached to. */
  readonly customer: string | null;
  /** Whether it may not be used again: it was charged without a customer, or detached from one. */
  readonly spent: boolean;
  /** Whether a checkout may offer it again: `always`, `limited` or `unspecified`. */
  readonly allowRedisplay: string;
  /** The value of `setup_future_usage` that it was set up with. */
  readonly setUpFor: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface PaymentError {
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly declineCode?: string;
  readonly adviceCode?: string;
  readonly networkDeclineCode?: string;
  readonly param?: string;
  readonly paymentMethod?: PaymentMethod;
  /** The charge that failed. */
  readonly charge?: string;
}

/**
 * One PaymentIntent or SetupIntent, the same for both dialects: amounts in minor units, times in
 * milliseconds. A SetupIntent has the amount 0 and no currency, and is never charged.
 */
export interface Intent {
  readonly id: string;
  readonly kind: IntentKind;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  readonly clientSecret: string;
  readonly created: number;
  /** The URL under which its merchant sees the sandbox. */
  readonly origin: string;
  readonly amount: number;
  /** Empty for a SetupIntent. */
  readonly currency: string;
  readonly status: IntentStatus;
  readonly captureMethod: string;
  readonly confirmationMethod: string;
  /** Null: every type that the dialect knows. */
  readonly allowedTypes: readonly string[] | null;
  readonly excludedTypes: readonly string[];
  readonly customer: string | null;
  readonly automaticPaymentMethods: JsonObject | null;
  readonly paymentMethodOptions: JsonObject;
  readonly paymentMethod: PaymentMethod | null;
  readonly action: Action | null;
  /**
   * With manual confirmation: the customer has finished, and the server has yet to confirm again.
   */
  readonly approved: boolean;
  readonly lastError: PaymentError | null;
  /**
   * The number of attempts to pay, to increment the authorization, and to verify the small
   * deposits.
   */
  readonly confirmations: number;
  readonly increments: number;
  readonly verifications: number;
  readonly returnUrl: string | null;
  /** The authorized amount. What is neither received nor capturable of it was released. */
  readonly amountAuthorized: number;
  readonly amountCapturable: number;
  readonly amountReceived: number;
  readonly latestCharge: string | null;
  /** Milliseconds. */
  readonly chargedAt: number | null;
  /** The error of that charge, even after a new attempt has begun. */
  readonly chargeError: PaymentError | null;
  readonly canceledAt: number | null;
  readonly cancellationReason: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** Fields that are only kept and shown again: description, shipping, merchant_order_id and so on. */
  readonly extras: JsonObject;
  /** One of WooshPay's other forms of answer, see wooshpayStyles.ts. */
  readonly style: string | null;
}

/** The payload of the next action: the value under the key that its type names. */
export const payloadOf = ({ action }: Intent): JsonObject =>
  (action?.nextAction[action.nextAction.type] ?? {}) as JsonObject;

/** `payment_method_options[type]` for the type of the intent's payment method. */
export const optionsOf = ({ paymentMethod, paymentMethodOptions }: Intent): JsonObject =>
  (paymentMethod ? (paymentMethodOptions[paymentMethod.type] ?? {}) : {}) as JsonObject;

/** What the merchant intends to use the payment method for later: `off_session`, `on_session`, or null. */
export function futureUsageOf({ extras, kind }: Intent): string | null {
  const usage = kind === 'setup' ? extras.usage : extras.setup_future_usage;
  return typeof usage === 'string' ? usage : null;
}

/** The types that an intent takes; those of the dialect where it names none. */
export function allowedTypesOf({ allowedTypes, excludedTypes }: Intent, all: readonly string[]) {
  return (allowedTypes ?? all).filter((type) => !excludedTypes.includes(type));
}

/** The `capture_method` of a payment method type takes precedence over the intent's. */
export function captureMethodFor(intent: Intent, type: string | undefined): string {
  const options = type === undefined ? {} : (intent.paymentMethodOptions[type] ?? {});
  const { capture_method: method } = options as JsonObject;
  return typeof method === 'string' && method !== '' ? method : intent.captureMethod;
}

/** The `capture_method` for the intent's payment method. */
export const captureMethodOf = (intent: Intent): string =>
  captureMethodFor(intent, intent.paymentMethod?.type);

const factsOf = (intent: Intent): Facts => ({
  kind: intent.kind,
  captureMethod: captureMethodOf(intent),
  confirmationMethod: intent.confirmationMethod,
});

/** The intent after an event, or null where the event cannot happen in its status. */
export function after(intent: Intent, event: Event, changes: Partial<Intent> = {}): Intent | null {
  const status = transition(intent.status, event, factsOf(intent));
  if (status === null) return null;
  const action = status === 'requires_action' ? intent.action : null;
  return { ...intent, action, ...changes, status };
}
