import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import type { Planner } from '../methods/plan.ts';
import type { Intent } from '../payment/intent.ts';
import type { Expandable } from '../request/expand.ts';

/** Who asks, and in what form they want the answer. */
export interface AnswerView {
  readonly publishable: boolean;
  readonly expand: readonly Expandable[];
  /** WooshPay's style of answer, if the request names one. */
  readonly style: string | null;
}

/** One gateway's way to be spoken to: everything in which the two differ. */
export interface Dialect {
  readonly name: DialectName;
  readonly methods: Readonly<Record<string, Planner>>;
  /** Further types that an intent may name; null where any may be right. */
  readonly otherTypes: readonly string[] | null;
  readonly defaults: Pick<Intent, 'captureMethod' | 'allowedTypes'>;
  /** Whether a parameter that nobody knows is an error. */
  readonly strict: boolean;
  /** Milliseconds in the unit in which the gateway tells times. */
  time(milliseconds: number): number;
  /** An ISO code in the letters in which the gateway writes it. */
  currency(code: string): string;
  /** The smallest amount that the gateway takes in a currency. */
  smallest(currency: string): number;
  /** Decodes a body, or throws the 400 that says what to send instead. */
  decode(contentType: string, body: string): JsonObject;
  /** Where an error code is explained, if the gateway says so. */
  docUrl?(code: string): string;
  /** The intent as the gateway would answer it. */
  present(intent: Intent, view: AnswerView): JsonObject;
  /** What the gateway adds to the return address. */
  returnParams(intent: Intent): Readonly<Record<string, string>>;
}
