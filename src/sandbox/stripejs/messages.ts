/** What the shop's page and the frame with the fields say to each other, over a port of theirs. */
import type { JsonObject } from '../base/json.ts';
import type { ApiAccess, ApiAnswer } from './api.ts';

/** The Elements that the stand-in has. */
export const ELEMENT_TYPES = ['card', 'cardNumber', 'cardExpiry', 'cardCvc', 'payment'] as const;

export type ElementType = (typeof ELEMENT_TYPES)[number];

/** What the Payment Element lists, and for which kind of intent. */
export interface PaymentOffer {
  readonly types: readonly string[];
  readonly kind: 'payment' | 'setup';
}

export interface FrameSettings {
  readonly type: ElementType;
  readonly access: ApiAccess;
  /** The frames of one group of Elements find each other by it. */
  readonly group: string;
  /** The Element's own options: `style`, `hidePostalCode`, `defaultValues`, … */
  readonly options: JsonObject;
  readonly appearance: JsonObject;
  /** The colour of the page's text around the Element. */
  readonly color: string;
  /** Of a Payment Element alone. */
  readonly offer: PaymentOffer | null;
}

/**
 * Where what was entered goes in a request.
 * - `method`: the request is a payment method's
 * - `data`: it is in `payment_method_data`
 * - `token`: it is in `card`
 * - `cvc`: the security code alone, in `payment_method_options`
 */
export type Place = 'method' | 'data' | 'token' | 'cvc';

/** A request that only the frame can send, since only it knows what was entered. */
export interface EntryCall {
  /** Under `/v1/`: one of `ENTRY_PATHS`. */
  readonly path: string;
  readonly params: JsonObject;
  readonly place: Place;
  /** The other Elements of the group that hold a part of the card. */
  readonly siblings: readonly ElementType[];
}

/** The calls that take what was entered. The frame sends no other. */
export const ENTRY_PATHS =
  /^(payment_methods|tokens|confirmation_tokens|(payment|setup)_intents\/[A-Za-z0-9_]+\/confirm)$/;

/** What a `change` event says; the page adds the Element's type. */
export interface EntryState {
  readonly empty: boolean;
  readonly complete: boolean;
  readonly error?: { readonly type: string; readonly code: string; readonly message: string };
  /** Whether the browser has filled a field in. */
  readonly autofilled: boolean;
  /** `brand`, `value`, `collapsed`: as the Element's type has them. */
  readonly more: JsonObject;
}

/** The first message, to the frame's window; all others go through its port. */
export interface Connect {
  readonly kind: 'paystep-connect';
  readonly settings: FrameSettings;
}

export type ToFrame =
  | { readonly kind: 'settings'; readonly settings: FrameSettings }
  | { readonly kind: 'focus' | 'blur' | 'clear' }
  | { readonly kind: 'call'; readonly id: number; readonly call: EntryCall }
  | { readonly kind: 'validate'; readonly id: number };

export type FromFrame =
  | { readonly kind: 'ready' | 'focus' | 'blur' | 'escape' }
  | { readonly kind: 'change'; readonly state: EntryState }
  | { readonly kind: 'height'; readonly pixels: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ApiAnswer };
