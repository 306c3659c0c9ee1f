import type { Heartbeat } from '../base/heartbeat.ts';
import type { Random } from '../base/ids.ts';
import type { Planner } from '../methods/plan.ts';
import type { DialectName, Hash, Intent } from '../payment/intent.ts';
import type { History } from './history.ts';
import type { Store } from './store.ts';
import type { Webhooks } from './webhooks.ts';

/** What every part of the sandbox is given: memory, clock, chance, and the shop's name. */
export interface World {
  readonly store: Store;
  readonly webhooks: Webhooks;
  readonly history: History;
  /** Milliseconds. */
  readonly now: () => number;
  readonly random: Random;
  readonly heartbeat: Heartbeat;
  readonly merchant: string;
}

/** Who asks, and in what form they want the answer. */
export interface View {
  readonly publishable: boolean;
  readonly expand: readonly string[];
  /** WooshPay's style of answer, if the request names one. */
  readonly style: string | null;
}

/** One gateway's way to be spoken to: everything in which the two differ. */
export interface Dialect {
  readonly name: DialectName;
  readonly methods: Readonly<Record<string, Planner>>;
  /** Further types that an intent may name; null where any may be right. */
  readonly elsewhere: readonly string[] | null;
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
  decode(contentType: string, body: string): Hash;
  /** Where an error code is explained, if the gateway says so. */
  docUrl?(code: string): string;
  /** The intent as the gateway would answer it. */
  present(intent: Intent, view: View): Hash;
  /** What the gateway adds to the return address. */
  returnParams(intent: Intent): Readonly<Record<string, string>>;
}

/** A world during one request. */
export interface Scene extends World {
  readonly dialect: Dialect;
  /** The address under which the caller sees the sandbox, for links to its pages. */
  readonly origin: string;
}
