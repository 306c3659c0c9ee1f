import { QueryClient } from '@tanstack/query-core';
import { onTestFinished, vi } from 'vitest';
import { createGateway } from '../../gateway/index.ts';
import { createCheckout } from '../createCheckout.ts';
import { noWakeUps } from '../wakeUps.ts';
import { inWords, SECRET } from './world.ts';

/** What becomes of one request: `before` and `after` it has taken effect, its answer is lost. */
export type Fate = 'well' | 'before' | 'after' | 'busy' | 'declined' | 'slow';

type Json = Record<string, unknown>;

const UNPAID: Json = {
  id: 'pi_1',
  object: 'payment_intent',
  status: 'requires_payment_method',
  payment_method_types: ['paypal'],
};

const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const error = (status: number, more: Json = {}) => Response.json({ error: more }, { status });

/** A gateway that keeps one PaymentIntent, and answers as its fates say; `well` when they are used up. */
export function createConfirmingGateway(first: Json = UNPAID) {
  let intent = first;
  let attempts = 0;
  const fates: Fate[] = [];
  const keys: string[] = [];
  /** Answers by idempotency key, as a gateway keeps them. */
  const kept = new Map<string, () => Response>();
  let reads = 0;

  const carryOut = (fate: Fate): (() => Response) => {
    attempts += 1;
    const payment_method = `pm_${attempts}`;
    if (fate === 'declined') {
      const last_payment_error = { code: 'card_declined', payment_method: { id: payment_method } };
      intent = { ...intent, status: 'requires_payment_method', last_payment_error };
      const payment_intent = intent;
      return () => error(402, { code: 'card_declined', payment_intent });
    }
    const next_action = {
      type: 'paypal_handle_redirect',
      paypal_handle_redirect: { url: 'https://p.example' },
    };
    intent = { ...intent, status: 'requires_action', next_action, payment_method };
    const answer = intent;
    return () => Response.json(answer);
  };

  const confirm = async (key: string): Promise<Response> => {
    keys.push(key);
    const fate = fates.shift() ?? 'well';
    if (fate === 'before') return lost();
    if (fate === 'busy') return error(409);
    const answer = kept.get(key) ?? carryOut(fate);
    kept.set(key, answer);
    if (fate === 'slow') await new Promise((resolve) => setTimeout(resolve, 5_000));
    return fate === 'after' ? lost() : answer();
  };

  const fetch = async (_: string, init?: RequestInit): Promise<Response> => {
    if (init?.method === 'POST') {
      return confirm(new Headers(init.headers).get('idempotency-key') ?? '');
    }
    reads += 1;
    return Response.json(intent);
  };

  return {
    fetch,
    /** The fates of the confirms to come. */
    will: (...next: Fate[]) => fates.push(...next),
    /** What somebody else does to the payment. */
    become(change: Json) {
      intent = { ...intent, ...change };
    },
    status: () => intent.status,
    /** Attempts to pay that have taken effect. */
    attempts: () => attempts,
    keys,
    reads: () => reads,
  };
}

/** One tab that shows the payment, on a clock that the test moves. */
export async function openTab(gateway: ReturnType<typeof createConfirmingGateway>) {
  const states: string[] = [];
  const checkout = createCheckout({
    gateway: createGateway({
      gateway: 'stripe',
      publishableKey: 'pk_test_1',
      fetch: gateway.fetch,
    }),
    clientSecret: SECRET,
    queryClient: new QueryClient(),
    wakeUps: noWakeUps,
    onChange: (state) => states.push(inWords(state)),
  });
  onTestFinished(() => checkout.destroy());
  await vi.advanceTimersByTimeAsync(1);
  const pay = () => checkout.confirm({ payment_method_data: { type: 'paypal' } });
  return { checkout, states, pay, now: () => inWords(checkout.getState()) };
}
