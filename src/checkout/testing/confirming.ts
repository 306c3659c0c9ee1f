import { onTestFinished, vi } from 'vitest';
import type { CheckoutOptions } from '../createCheckout.ts';
import { noTriggers, type RefetchTriggers } from '../polling/triggers.ts';
import { hashAtOnce } from './browser.ts';
import { inWords, SECRET } from './world.ts';

/**
 * What becomes of one confirm:
 * - `before`, `after`: its answer is lost, and it has taken effect or not; `late`, it will in 20 s
 * - `busy`, `limited`: a 409, a 429 that wants half a minute; `fault`: a 500, kept for its key
 * - `declined`, `declinedAfter`: by the bank; with the answer lost
 * - `refused`: a 400 that names a parameter
 */
export type Fate =
  | 'well'
  | 'before'
  | 'after'
  | 'late'
  | 'busy'
  | 'limited'
  | 'fault'
  | 'declined'
  | 'declinedAfter'
  | 'refused'
  | 'slow';

type Json = Record<string, unknown>;

/**
 * What a payment shows of an attempt that has failed: an error with another method's id each time,
 * with the id of a method that is kept and another charge's, a code alone, or nothing at all.
 */
export type Shows = 'each' | 'the same' | 'only a code' | 'nothing';

export interface Habits {
  /** Whether it gives the same answer again for the same key. @default true */
  readonly isIdempotent?: boolean;
  /** Whether its refusals bring the payment along. @default true */
  readonly bringsIntent?: boolean;
  /** @default 'each' */
  readonly shows?: Shows;
}

export const UNPAID: Json = {
  id: 'pi_1',
  object: 'payment_intent',
  status: 'requires_payment_method',
  amount: 2099,
  currency: 'cny',
  payment_method_types: ['paypal'],
};

const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const error = (status: number, more: Json = {}, headers: Record<string, string> = {}) =>
  Response.json({ error: more }, { status, headers });
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A gateway that keeps one PaymentIntent, and answers as its fates say; `well` when they are used up. */
export function createConfirmingGateway(first: Json = UNPAID, habits: Habits = {}) {
  const { isIdempotent = true, bringsIntent = true, shows = 'each' } = habits;
  let intent = first;
  let attempts = 0;
  const fates: Fate[] = [];
  const readFates: ('lost' | 'forbidden' | undefined)[] = [];
  const keys: string[] = [];
  /** Answers by idempotency key, as a gateway keeps them. */
  const kept = new Map<string, () => Response>();
  let replays = 0;
  let reads = 0;

  const withIntent = () => (bringsIntent ? { payment_intent: intent } : {});

  const methodId = () => {
    if (shows === 'each') return `pm_${attempts}`;
    return shows === 'the same' ? 'pm_kept' : null;
  };

  /** A decline has a charge; who turns back has none. */
  const fail = (charge: string | null = null) => {
    const code = 'card_declined';
    const id = methodId();
    const whole = { code, ...(id && { payment_method: { id }, charge }) };
    intent = {
      ...intent,
      status: 'requires_payment_method',
      last_payment_error: shows === 'nothing' ? null : whole,
      next_action: null,
      payment_method: null,
    };
  };

  const carryOut = (fate: Fate): (() => Response) => {
    if (!/^requires_/.test(String(intent.status))) {
      const refusal = { code: 'payment_intent_unexpected_state', ...withIntent() };
      return () => error(400, refusal);
    }
    attempts += 1;
    if (fate === 'declined' || fate === 'declinedAfter') {
      fail(`ch_${attempts}`);
      const decline = { code: 'card_declined', ...withIntent() };
      return () => error(402, decline);
    }
    const next_action = {
      type: 'paypal_handle_redirect',
      paypal_handle_redirect: { url: `https://p.example/${attempts}` },
    };
    intent = { ...intent, status: 'requires_action', next_action, payment_method: methodId() };
    const answer = intent;
    return () => Response.json(answer);
  };

  const answerOf = (key: string, fate: Fate): (() => Response) => {
    const known = isIdempotent ? kept.get(key) : undefined;
    if (known) replays += 1;
    const answer = known ?? (fate === 'fault' ? () => error(500) : carryOut(fate));
    kept.set(key, answer);
    return answer;
  };

  const confirm = async (key: string): Promise<Response> => {
    keys.push(key);
    const fate = fates.shift() ?? 'well';
    if (fate === 'before') return lost();
    if (fate === 'busy') return error(409);
    if (fate === 'limited') return error(429, {}, { 'retry-after': '30' });
    if (fate === 'refused') return error(400, { param: 'payment_method_data[paypal][email]' });
    if (fate === 'late') {
      setTimeout(() => answerOf(key, 'well'), 20_000);
      return lost();
    }
    const answer = answerOf(key, fate);
    if (fate === 'slow') await sleep(5_000);
    return fate === 'after' || fate === 'declinedAfter' ? lost() : answer();
  };

  const fetch = async (_: string, init?: RequestInit): Promise<Response> => {
    if (init?.method === 'POST') {
      return confirm(new Headers(init.headers).get('idempotency-key') ?? '');
    }
    reads += 1;
    const fate = readFates.shift();
    if (fate === 'lost') return lost();
    if (fate === 'forbidden') return error(403);
    return Response.json(intent);
  };

  return {
    fetch,
    /** The fates of the confirms to come. */
    nextConfirms: (...next: Fate[]) => fates.push(...next),
    /** All goes well from now on. */
    forgetFates: () => fates.splice(0),
    /** The fates of the reads to come; undefined for one that is answered. */
    nextReads: (...next: typeof readFates) => readFates.push(...next),
    /** What somebody else does to the payment. */
    updateIntent(change: Json) {
      intent = { ...intent, ...change };
    },
    /** The customer does not do what they were asked to. */
    fail: () => fail(),
    status: () => intent.status,
    intent: () => intent,
    /** Attempts to pay that have taken effect. */
    attempts: () => attempts,
    /** Confirms that were answered with what a key was answered before. */
    replays: () => replays,
    keys,
    reads: () => reads,
  };
}

let tabs = 0;

export interface TabOptions extends Partial<CheckoutOptions> {
  readonly triggers?: RefetchTriggers;
  /** The tabs with the same one are one page, whose checkouts share what they read. */
  readonly page?: string;
}

/** The program as a page loads it: with nothing left of another page. */
async function load() {
  vi.resetModules();
  hashAtOnce();
  const { createGateway } = await import('../../gateway/index.ts');
  const { checkoutOf } = await import('../createCheckout.ts');
  return { createGateway, checkoutOf };
}

/** One tab that shows the payment, on a clock that the test moves. */
export async function openTab(
  { fetch }: Pick<ReturnType<typeof createConfirmingGateway>, 'fetch'>,
  { confirm, page = `tab-${++tabs}`, triggers = noTriggers, ...options }: TabOptions = {},
) {
  const { checkoutOf, createGateway } = await load();
  const states: string[] = [];
  const results: string[] = [];
  const checkoutOptions: CheckoutOptions = {
    gateway: createGateway({
      gateway: 'stripe',
      publishableKey: 'pk_test_1',
      apiBase: `https://${page}.example`,
      fetch,
      ...(confirm && { confirm }),
    }),
    clientSecret: SECRET,
    onChange: (state) => states.push(inWords(state)),
    onSuccess: ({ outcome }) => results.push(outcome),
    onFailure: ({ outcome }) => results.push(outcome),
    ...options,
  };
  const checkout = checkoutOf(checkoutOptions, triggers);
  onTestFinished(() => checkout.destroy());
  await vi.advanceTimersByTimeAsync(1);
  const pay = (type = 'paypal') => checkout.confirm({ payment_method_data: { type } });
  return { checkout, states, results, pay, stateInWords: () => inWords(checkout.getState()) };
}

/** Lets time pass, long enough for every repeat, and gives what has come of it. */
export async function settle<T>(promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(60_000);
  return promise;
}
