/** What an intent is for: one payment, or a payment method that is saved for later ones. */
export type IntentKind = 'payment' | 'setup';

/** How the gateways name each kind of intent. */
interface KindNames {
  /** The value of `object`. Event types and error codes begin with it. */
  readonly object: 'payment_intent' | 'setup_intent';
  /** What ids begin with. */
  readonly prefix: string;
  /** The name in messages. */
  readonly label: string;
  /** The path of its list. */
  readonly path: string;
  /** What a customer's page says: "Authorize this …". */
  readonly noun: string;
}

export const KIND_NAMES: Readonly<Record<IntentKind, KindNames>> = {
  payment: {
    object: 'payment_intent',
    prefix: 'pi',
    label: 'PaymentIntent',
    path: '/payment_intents',
    noun: 'payment',
  },
  setup: {
    object: 'setup_intent',
    prefix: 'seti',
    label: 'SetupIntent',
    path: '/setup_intents',
    noun: 'setup',
  },
};

export const INTENT_KINDS = Object.keys(KIND_NAMES) as readonly IntentKind[];
