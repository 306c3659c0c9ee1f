import { onTestFinished, vi } from 'vitest';
import type { CheckoutOptions } from '../createCheckout.ts';
import { noTriggers, type RefetchTriggers } from '../polling/triggers.ts';
import { hashSynchronously } from './browser.ts';
import { describeState, SECRET } from './createTestCheckout.ts';

/**
 * What happens to one confirm:
 * - `lost_request`: it never arrives; `lost_answer`: it takes effect, and its answer is lost
 * - `applied_later`: the connection breaks, and it takes effect 20 s later
 * - `conflict`: a 409; `rate_limited`: a 429 with `retry-after: 30`
 * - `server_error`: a 500, which is repeated for the same idempotency key
 * - `declined`: by the bank; `declined_answer_lost`: the same, and the answer is lost
 * - `rejected`: a 400 that names a parameter; `slow`: the answer takes five seconds
 */
export type ConfirmOutcome =
  | 'ok'
  | 'lost_request'
  | 'lost_answer'
  | 'applied_later'
  | 'conflict'
  | 'rate_limited'
  | 'server_error'
  | 'declined'
  | 'declined_answer_lost'
  | 'rejected'
  | 'slow';

type Json = Record<string, unknown>;

/**
 * What `last_payment_error` has of a failed attempt: the id of a new payment method each time, the id
 * of a saved one and of a new charge, only a code, or nothing at all.
 */
export type FailureDetail = 'a new method' | 'a saved method' | 'only a code' | 'nothing';

export interface GatewayBehavior {
  /** Whether it gives the same answer again for the same key. @default true */
  readonly isIdempotent?: boolean;
  /** Whether its refusals bring the payment along. @default true */
  readonly bringsIntent?: boolean;
  /** @default 'a new method' */
  readonly failureDetail?: FailureDetail;
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

/** A gateway with one PaymentIntent. Each confirm takes the next of its outcomes, or `ok` when none is left. */
export function createConfirmingGateway(first: Json = UNPAID, behavior: GatewayBehavior = {}) {
  const { isIdempotent = true, bringsIntent = true, failureDetail = 'a new method' } = behavior;
  let intent = first;
  let attempts = 0;
  const outcomes: ConfirmOutcome[] = [];
  const readOutcomes: ('lost' | 'forbidden' | undefined)[] = [];
  const keys: string[] = [];
  /** The answers by idempotency key: a gateway repeats them. */
  const answersByKey = new Map<string, () => Response>();
  let replays = 0;
  let reads = 0;

  const withIntent = () => (bringsIntent ? { payment_intent: intent } : {});

  const methodId = () => {
    if (failureDetail === 'a new method') return `pm_${attempts}`;
    return failureDetail === 'a saved method' ? 'pm_kept' : null;
  };

  /** A decline has a charge; a customer who turns back has none. */
  const fail = (charge: string | null = null) => {
    const code = 'card_declined';
    const id = methodId();
    const lastError = { code, ...(id && { payment_method: { id }, charge }) };
    intent = {
      ...intent,
      status: 'requires_payment_method',
      last_payment_error: failureDetail === 'nothing' ? null : lastError,
      next_action: null,
      payment_method: null,
    };
  };

  const applyConfirm = (outcome: ConfirmOutcome): (() => Response) => {
    if (!/^requires_/.test(String(intent.status))) {
      const refusal = { code: 'payment_intent_unexpected_state', ...withIntent() };
      return () => error(400, refusal);
    }
    attempts += 1;
    if (outcome === 'declined' || outcome === 'declined_answer_lost') {
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

  const answerOf = (key: string, outcome: ConfirmOutcome): (() => Response) => {
    const known = isIdempotent ? answersByKey.get(key) : undefined;
    if (known) replays += 1;
    const answer = known ?? (outcome === 'server_error' ? () => error(500) : applyConfirm(outcome));
    answersByKey.set(key, answer);
    return answer;
  };

  const confirm = async (key: string): Promise<Response> => {
    keys.push(key);
    const outcome = outcomes.shift() ?? 'ok';
    if (outcome === 'lost_request') return lost();
    if (outcome === 'conflict') return error(409);
    if (outcome === 'rate_limited') return error(429, {}, { 'retry-after': '30' });
    if (outcome === 'rejected') return error(400, { param: 'payment_method_data[paypal][email]' });
    if (outcome === 'applied_later') {
      setTimeout(() => answerOf(key, 'ok'), 20_000);
      return lost();
    }
    const answer = answerOf(key, outcome);
    if (outcome === 'slow') await sleep(5_000);
    return outcome === 'lost_answer' || outcome === 'declined_answer_lost' ? lost() : answer();
  };

  const fetch = async (_: string, init?: RequestInit): Promise<Response> => {
    if (init?.method === 'POST') {
      return confirm(new Headers(init.headers).get('idempotency-key') ?? '');
    }
    reads += 1;
    const outcome = readOutcomes.shift();
    if (outcome === 'lost') return lost();
    if (outcome === 'forbidden') return error(403);
    return Response.json(intent);
  };

  return {
    fetch,
    /** The outcomes of the next confirms. */
    nextConfirms: (...next: ConfirmOutcome[]) => outcomes.push(...next),
    /** Every confirm succeeds from now on. */
    clearOutcomes: () => outcomes.splice(0),
    /** The outcomes of the next reads; undefined for one that is answered. */
    nextReads: (...next: typeof readOutcomes) => readOutcomes.push(...next),
    /** Changes the payment from outside of the page. */
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

/** Loads the modules anew, as a new page does. */
async function loadCheckoutModules() {
  vi.resetModules();
  hashSynchronously();
  const { createGateway } = await import('../../gateway/index.ts');
  const { createCheckoutWithTriggers: checkoutOf } = await import('../createCheckout.ts');
  return { createGateway, checkoutOf };
}

/** One tab that shows the payment, on a clock that the test moves. */
export async function openTab(
  { fetch }: Pick<ReturnType<typeof createConfirmingGateway>, 'fetch'>,
  { confirm, page = `tab-${++tabs}`, triggers = noTriggers, ...options }: TabOptions = {},
) {
  const { checkoutOf, createGateway } = await loadCheckoutModules();
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
    onChange: (state) => states.push(describeState(state)),
    onSuccess: ({ outcome }) => results.push(outcome),
    onFailure: ({ outcome }) => results.push(outcome),
    ...options,
  };
  const checkout = checkoutOf(checkoutOptions, triggers);
  onTestFinished(() => checkout.destroy());
  await vi.advanceTimersByTimeAsync(1);
  const pay = (type = 'paypal') => checkout.confirm({ payment_method_data: { type } });
  return { checkout, states, results, pay, currentState: () => describeState(checkout.getState()) };
}

/** Lets enough time pass for every repeat, and gives the result. */
export async function settle<T>(promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(60_000);
  return promise;
}
