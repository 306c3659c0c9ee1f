import { onTestFinished, vi } from 'vitest';
import { createGateway, type GatewayOptions } from '../../gateway/index.ts';
import { type CheckoutOptions, createCheckout } from '../createCheckout.ts';
import { noWakeUps } from '../wakeUps.ts';
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

export interface Habits {
  /** Whether it gives the same answer again for the same key. @default true */
  readonly isIdempotent?: boolean;
  /** Whether its refusals bring the payment along. @default true */
  readonly tells?: boolean;
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
  const { isIdempotent = true, tells = true } = habits;
  let intent = first;
  let attempts = 0;
  const fates: Fate[] = [];
  const readFates: ('lost' | 'forbidden' | undefined)[] = [];
  const keys: string[] = [];
  /** Answers by idempotency key, as a gateway keeps them. */
  const kept = new Map<string, () => Response>();
  let reads = 0;

  const withIntent = () => (tells ? { payment_intent: intent } : {});

  const carryOut = (fate: Fate): (() => Response) => {
    if (!/^requires_/.test(String(intent.status))) {
      const refusal = { code: 'payment_intent_unexpected_state', ...withIntent() };
      return () => error(400, refusal);
    }
    attempts += 1;
    const payment_method = `pm_${attempts}`;
    if (fate === 'declined' || fate === 'declinedAfter') {
      const last_payment_error = { code: 'card_declined', payment_method: { id: payment_method } };
      const status = 'requires_payment_method';
      intent = { ...intent, status, last_payment_error, next_action: null, payment_method: null };
      const decline = { code: 'card_declined', ...withIntent() };
      return () => error(402, decline);
    }
    const next_action = {
      type: 'paypal_handle_redirect',
      paypal_handle_redirect: { url: `https://p.example/${attempts}` },
    };
    intent = { ...intent, status: 'requires_action', next_action, payment_method };
    const answer = intent;
    return () => Response.json(answer);
  };

  const answerOf = (key: string, fate: Fate): (() => Response) => {
    const known = isIdempotent ? kept.get(key) : undefined;
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
    will: (...next: Fate[]) => fates.push(...next),
    /** All goes well from now on. */
    forgetFates: () => fates.splice(0),
    /** The fates of the reads to come; undefined for one that is answered. */
    readsWill: (...next: typeof readFates) => readFates.push(...next),
    /** What somebody else does to the payment. */
    become(change: Json) {
      intent = { ...intent, ...change };
    },
    status: () => intent.status,
    intent: () => intent,
    /** Attempts to pay that have taken effect. */
    attempts: () => attempts,
    keys,
    reads: () => reads,
  };
}

let tabs = 0;

export interface TabOptions extends Partial<CheckoutOptions> {
  /** The tabs with the same one are one page, whose checkouts share what they read. */
  readonly page?: string;
  /** The shop's own way to confirm, in place of the gateway's. */
  readonly confirm?: GatewayOptions['confirm'];
}

/** One tab that shows the payment, on a clock that the test moves. */
export async function openTab(
  { fetch }: Pick<ReturnType<typeof createConfirmingGateway>, 'fetch'>,
  { confirm, page = `tab-${++tabs}`, ...options }: TabOptions = {},
) {
  const states: string[] = [];
  const results: string[] = [];
  const checkout = createCheckout({
    gateway: createGateway({
      gateway: 'stripe',
      publishableKey: 'pk_test_1',
      apiBase: `https://${page}.example`,
      fetch,
      ...(confirm && { confirm }),
    }),
    clientSecret: SECRET,
    wakeUps: noWakeUps,
    onChange: (state) => states.push(inWords(state)),
    onComplete: ({ outcome }) => results.push(outcome),
    ...options,
  });
  onTestFinished(() => checkout.destroy());
  await vi.advanceTimersByTimeAsync(1);
  const pay = (type = 'paypal') => checkout.confirm({ payment_method_data: { type } });
  return { checkout, states, results, pay, now: () => inWords(checkout.getState()) };
}

/** Lets time pass, long enough for every repeat, and gives what has come of it. */
export async function settle<T>(promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(60_000);
  return promise;
}
