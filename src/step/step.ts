import type { NextAction } from '../intent/index.ts';

/** Leave for a page of the bank or the wallet, and come back. */
export interface RedirectStep {
  readonly kind: 'redirect';
  readonly url: string;
  /** The payment method's type (`gcash`, `alipay`, …), or '' where nothing tells it. */
  readonly method: string;
}

/** Device data collection: a page that runs unseen in a frame and then goes to the return address. */
export interface FingerprintStep {
  readonly kind: 'fingerprint';
  readonly url: string;
  readonly returnUrl: string | null;
}

/** The issuer's 3-D Secure challenge, in a frame; ends at the return address. */
export interface ChallengeStep {
  readonly kind: 'challenge';
  readonly url: string;
  readonly returnUrl: string | null;
}

/** A code to scan. At least one of `data` and `image` is there. */
export interface QrStep {
  readonly kind: 'qr';
  readonly method: string;
  /** The text of the code, to be drawn on the spot. */
  readonly data: string | null;
  /** The gateway's own picture of it, for where the text is not given. */
  readonly image: string | null;
  /** The gateway's page with the same code. */
  readonly hostedUrl: string | null;
  /** Milliseconds since 1970, only where the gateway says so. */
  readonly expiresAt: number | null;
}

/** A wallet app to open by a tap; the addresses in the order to offer them. Never empty. */
export interface AppStep {
  readonly kind: 'app';
  readonly method: string;
  readonly links: readonly [string, ...string[]];
}

/** Something that only the gateway's own script can do; handed to `onDelegate`. */
export interface DelegateStep {
  readonly kind: 'delegate';
  readonly action: NextAction;
}

/** A next action that this version does not know or cannot use; said plainly and still watched. */
export interface UnsupportedStep {
  readonly kind: 'unsupported';
  readonly action: NextAction | null;
}

/** What the customer has to do next. */
export type Step =
  | RedirectStep
  | FingerprintStep
  | ChallengeStep
  | QrStep
  | AppStep
  | DelegateStep
  | UnsupportedStep;

export type StepKind = Step['kind'];
