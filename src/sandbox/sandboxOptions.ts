import { lookup } from './base/lookup.ts';
import type { RandomOptions } from './base/random.ts';
import type { Timers } from './base/timers.ts';
import type { Fixtures } from './fixtures.ts';
import { webhookUrl } from './request/urls.ts';
import type { Snapshot } from './world/store.ts';

/** All of them are optional. */
export interface SandboxOptions extends RandomOptions {
  /** The clock, in milliseconds since the epoch. Defaults to `Date.now`. */
  readonly now?: () => number;
  /**
   * The URL under which customers see the sandbox, with or without a path (`https://host/paystep`).
   * Defaults to each request's own origin.
   */
  readonly origin?: string;
  /**
   * What exists from the start, with ids that tests can rely on. Not created beside a `snapshot`,
   * which has them already.
   */
  readonly fixtures?: Fixtures;
  /** The state of an earlier sandbox (`snapshot()`) to continue with, up to a reset. */
  readonly snapshot?: Snapshot;
  /** The shop's name on the customer's pages. */
  readonly merchant?: string;
  /** URLs that get every event of both gateways as a signed webhook: see `forwarding`. */
  readonly forwardTo?: readonly string[];
  /** The signing secret of `forwardTo` (`whsec_…`). By chance where there is none. */
  readonly webhookSecret?: string;
  /** Sends webhooks. Defaults to the global `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** How the sandbox waits between attempts. Defaults to the platform's timers. */
  readonly timers?: Timers;
}

/** What an option may be, as a message says it; `checked` where a check of its own says more. */
export type OptionType = 'a function' | 'a string' | 'a number' | 'an object' | 'checked';

/** The options by name. */
export type OptionTypes = Readonly<Record<string, OptionType>>;

export const OPTION_TYPES = {
  now: 'a function',
  origin: 'a string',
  fixtures: 'checked',
  snapshot: 'an object',
  merchant: 'a string',
  forwardTo: 'checked',
  webhookSecret: 'checked',
  fetch: 'a function',
  timers: 'an object',
  seed: 'checked',
  random: 'a function',
} as const satisfies Record<keyof SandboxOptions, OptionType>;

const isOf = (type: OptionType, value: unknown) =>
  type === 'checked' || (value !== null && typeof value === type.replace(/^an? /, ''));

/**
 * Throws for an option that does not exist, and for one of a type that would fail later. Whoever
 * writes JavaScript has no compiler to say so.
 */
export function checkTypes(options: unknown, types: OptionTypes, caller: string): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`The options of ${caller} must be an object (got ${options}).`);
  for (const [name, value] of Object.entries(options)) {
    const type = lookup(types, name);
    if (type === undefined) {
      const names = Object.keys(types).sort().join(', ');
      throw new TypeError(`${caller} has no option ${name}. Its options: ${names}.`);
    }
    if (value !== undefined && !isOf(type, value)) throw new TypeError(`${name} must be ${type}.`);
  }
}

/** Stripe's have 32 characters, those of `stripe listen` 64; a test may take a shorter one. */
const SECRET = /^whsec_[\w+/=-]{1,200}$/;

/** Throws for a secret that cannot be one, and for one that would sign nothing. No text shows it. */
function checkSecret({ forwardTo, webhookSecret }: SandboxOptions): void {
  if (webhookSecret === undefined) return;
  if (typeof webhookSecret !== 'string' || !SECRET.test(webhookSecret)) {
    throw new TypeError(
      'webhookSecret must be whsec_ and 1 to 200 letters or digits, such as whsec_test_1.',
    );
  }
  if (forwardTo) return;
  throw new TypeError(
    'webhookSecret signs what is sent to forwardTo, which is missing. An endpoint that is made by API has a secret of its own.',
  );
}

/** Throws for options that cannot be right; returns the URLs of `forwardTo` as they are called. */
export function checkOptions(options: SandboxOptions): readonly string[] {
  const { forwardTo = [], seed } = options;
  if (seed !== undefined && !Number.isSafeInteger(seed))
    throw new TypeError(`seed must be a whole number (got ${seed}).`);
  if (!Array.isArray(forwardTo)) throw new TypeError('forwardTo must be a list of URLs.');
  checkSecret(options);
  return forwardTo.map((url) => webhookUrl(url, 'forwardTo'));
}
