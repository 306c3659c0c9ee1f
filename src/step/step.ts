import type { NextAction } from '../intent/index.ts';
import type { Surface } from './device.ts';

/** Leave for a page of the bank or the wallet, and come back. */
export interface RedirectStep {
  readonly kind: 'redirect';
  readonly url: string;
  /** The payment method's type (`gcash`, `alipay`, …), or '' where nothing tells it. */
  readonly method: string;
}

/** Device data collection: a page that runs unseen in a frame and then goes to the return URL. */
export interface FingerprintStep {
  readonly kind: 'fingerprint';
  readonly url: string;
  readonly returnUrl: string | null;
}

/** The issuer's 3-D Secure challenge, in a frame; ends at the return URL. */
export interface ChallengeStep {
  readonly kind: 'challenge';
  readonly url: string;
  readonly returnUrl: string | null;
}

/** A code to scan. At least one of `data` and `image` is there. */
export interface QrStep {
  readonly kind: 'qr';
  readonly method: string;
  readonly surface: Surface;
  /** The text of the code, to be drawn on the spot. */
  readonly data: string | null;
  /** Whether the wallet also takes that text, typed or pasted. */
  readonly copyable: boolean;
  /** The gateway's own picture of it, for where the text is not given. */
  readonly image: string | null;
  /** The gateway's page with the same code. */
  readonly hostedUrl: string | null;
  /** Milliseconds since 1970, only where the gateway says so. */
  readonly expiresAt: number | null;
}

/** A wallet app to open by a tap; the URLs in the order to offer them. Never empty. */
export interface AppStep {
  readonly kind: 'app';
  readonly method: string;
  readonly surface: Surface;
  readonly links: readonly [string, ...string[]];
  /** On a desktop: the URL that a phone may take over, as a code to scan. */
  readonly scan: string | null;
  /** The app around this page is known to refuse the wallet; it works in a browser of its own. */
  readonly refused: boolean;
}

/** The arguments of WeChat's `getBrandWCPayRequest`, as the gateway has signed them. */
export interface WechatPayParams {
  readonly appId: string;
  /** Seconds since 1970, as digits. */
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
}

/** WeChat Pay by WeChat's own bridge, which only its built-in browser has. */
export interface WechatJsapiStep {
  readonly kind: 'wechat-jsapi';
  readonly params: WechatPayParams;
  readonly inWechat: boolean;
}

/** A value to show at a till, or to type or paste elsewhere; named as the gateway names it. */
export interface Detail {
  readonly name: DetailName;
  readonly value: string;
  /** The parts of a postal address, since each country has an order of its own. */
  readonly address?: PostalAddress;
}

/** As far as the gateway tells it; `country` is ISO 3166, or a name. */
export type PostalAddress = Readonly<
  Partial<Record<'line1' | 'line2' | 'postal_code' | 'city' | 'state' | 'country', string>>
>;

/** What a value of a voucher or an account is; the words for it are in `locales/`. */
export type DetailName =
  | 'number'
  | 'entity'
  | 'reference'
  | 'payment_code'
  | 'confirmation_number'
  | 'iban'
  | 'bic'
  | 'clabe'
  | 'sort_code'
  | 'routing_number'
  | 'swift_code'
  | 'account_number'
  | 'account_type'
  | 'bank_code'
  | 'bank_name'
  | 'branch_code'
  | 'branch_name'
  | 'account_holder_name'
  | 'account_holder_address'
  | 'bank_address'
  | 'country';

/** What belongs to one chain of stores or one kind of account; '' where there is one group only. */
export interface DetailGroup {
  readonly name: string;
  readonly details: readonly [Detail, ...Detail[]];
}

/** A voucher to pay at a till, a machine or in a bank's app; the money comes later. */
export interface VoucherStep {
  readonly kind: 'voucher';
  readonly method: string;
  /** One per chain of stores, or one for all. Empty only where `hostedUrl` says everything. */
  readonly groups: readonly DetailGroup[];
  /** The gateway's page with the voucher, bar code included. */
  readonly hostedUrl: string | null;
  readonly pdfUrl: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number | null;
}

/** A transfer that the customer makes at their own bank; may come in parts. */
export interface BankTransferStep {
  readonly kind: 'bank-transfer';
  readonly surface: Surface;
  /** The accounts to choose from, named by the kind of their address (`iban`, `zengin`, …). */
  readonly groups: readonly DetailGroup[];
  /** What the bank has to be told, so that the money finds the payment. */
  readonly reference: string | null;
  /** What is still to come, in the currency's smallest unit. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly hostedUrl: string | null;
}

/** Something happens elsewhere: in the bank's app, at the bank, on an account statement. */
export interface AwaitStep {
  readonly kind: 'await';
  readonly method: string;
  /**
   * - `approval`: the customer has to agree in an app on their phone
   * - `notice`: the bank tells the customer before it charges; nothing is to be done
   * - `amounts`, `code`: two small deposits, or one with a code, come to the customer's account and
   *   have to be named on the gateway's page
   */
  readonly awaited: 'approval' | 'notice' | 'amounts' | 'code';
  /** When it happens: the charge is tried, the deposits arrive. Milliseconds since 1970. */
  readonly at: number | null;
  readonly link: string | null;
  readonly expiresAt: number | null;
}

/** Something that only the gateway's own script, or an app, can do; handed to `onSdkAction`. */
export interface SdkStep {
  readonly kind: 'sdk';
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
  | WechatJsapiStep
  | VoucherStep
  | BankTransferStep
  | AwaitStep
  | SdkStep
  | UnsupportedStep;

/** The tag of a {@link Step}. */
export type StepKind = Step['kind'];
