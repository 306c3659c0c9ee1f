import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import type { Planner } from '../methods/plan.ts';
import type { Intent, PaymentError } from '../payment/intent.ts';
import type { CreateParams } from '../request/params.ts';

/** How an answer shows an intent: for which key, and in which style. */
export interface AnswerView {
  readonly publishable: boolean;
  /** WooshPay's `sandbox_style`, if the request names one. */
  readonly style: string | null;
}

/** What an issuer advises, and what the card's network answers. */
export type BankCodes = Pick<PaymentError, 'adviceCode' | 'networkDeclineCode'>;

/** A gateway's API: everything in which the two differ. */
export interface Dialect {
  readonly name: DialectName;
  readonly methods: Readonly<Record<string, Planner>>;
  /** Types without a planner that an intent may name all the same; null allows any. */
  readonly otherTypes: readonly string[] | null;
  readonly defaults: Pick<Intent, 'captureMethod' | 'allowedTypes'>;
  /** What the parameters of a create imply, spelt out. */
  complete?(params: CreateParams): CreateParams;
  /** Whether an unknown parameter is an error. */
  readonly strict: boolean;
  /** Converts milliseconds into the gateway's unit of time. */
  time(milliseconds: number): number;
  /** A currency's ISO code in the gateway's case. */
  currency(code: string): string;
  /** The smallest amount that the gateway takes in a currency. */
  smallest(currency: string): number;
  /** Decodes a body, or throws the 400 that says what to send instead. */
  decode(contentType: string, body: string): JsonObject;
  /** The URL that explains an error code, if the gateway has one. */
  docUrl?(code: string): string;
  /** How the gateway shows what a declining bank answers, if it does. */
  bankCodes?(codes: BankCodes): JsonObject;
  /** The intent as the gateway shows it. */
  present(intent: Intent, view: AnswerView): JsonObject;
  /** An intent's last error as the gateway shows it. */
  presentError(error: PaymentError): JsonObject;
  /** The parameters that the gateway adds to the return URL. */
  returnParams(intent: Intent): Readonly<Record<string, string>>;
}
