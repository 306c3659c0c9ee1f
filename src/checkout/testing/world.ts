import { onTestFinished, vi } from 'vitest';
import { createGateway } from '../../gateway/index.ts';
import { type CheckoutOptions, checkoutOf } from '../createCheckout.ts';
import type { RefetchReason, RefetchTriggers } from '../polling/triggers.ts';
import type { CheckoutState } from '../state.ts';

export const SECRET = 'pi_1_secret_2';

export type Json = Readonly<Record<string, unknown>>;

/** What a read comes to: an answer, one with a status or of HTML, a broken connection, or silence. */
export type Answer =
  | Json
  | { readonly http: number; readonly headers?: Record<string, string>; readonly html?: string }
  | { readonly after: number; readonly gives: Json }
  | 'offline'
  | 'silence';

/** A PaymentIntent on the wire. */
export function intent(fields: Json = {}): Json {
  return { id: 'pi_1', status: 'requires_action', amount: 2099, currency: 'cny', ...fields };
}

export function asks(type: string, payload: Json): Json {
  return intent({ next_action: { type, [type]: payload } });
}

export const QR = asks('wechat_pay_display_qr_code', { data: 'weixin://wxpay/bizpayurl?pr=1' });
export const PAID = intent({ status: 'succeeded' });

/** A state in a few words: `action:qr`, `failed retrying`, `action:qr expired`. */
export function inWords(state: CheckoutState): string {
  const step = state.phase === 'action' ? `:${state.step.kind}` : '';
  const expired = state.phase === 'action' && state.expired ? ' expired' : '';
  const connection = state.connection === 'live' ? '' : ` ${state.connection}`;
  return state.phase + step + expired + connection;
}

/** A checkout with a gateway that does as it is told, on a clock that only the test moves. */
export function createWorld(
  first: Answer,
  {
    wakeUps: triggers,
    ...options
  }: Partial<CheckoutOptions> & { readonly wakeUps?: RefetchTriggers } = {},
) {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  let answer = first;
  let isHidden = false;
  let wake: (reason: RefetchReason, about?: string | null) => void = () => {};
  let hide = () => {};
  const reads: { readonly at: number; readonly signal: AbortSignal }[] = [];
  const states: string[] = [];
  const start = Date.now();

  const gateway = createGateway({
    gateway: 'stripe',
    publishableKey: 'pk_test_1',
    fetch: (_, init) => {
      const signal = init?.signal as AbortSignal;
      reads.push({ at: Date.now() - start, signal });
      return reply(answer);
    },
  });
  const results: string[] = [];
  const errors: string[] = [];
  const checkoutOptions: CheckoutOptions = {
    gateway,
    clientSecret: SECRET,
    onChange: (state) => states.push(inWords(state)),
    onSuccess: ({ outcome }) => results.push(outcome),
    onFailure: ({ outcome }) => results.push(outcome),
    onError: ({ kind }) => errors.push(kind),
    ...options,
  };
  const played: RefetchTriggers = {
    hidden: () => isHidden,
    listen(onWake, onHide) {
      wake = onWake;
      hide = onHide;
      return () => {
        wake = () => {};
        hide = () => {};
      };
    },
  };
  const checkout = checkoutOf(checkoutOptions, triggers ?? played);
  onTestFinished(() => {
    checkout.destroy();
    vi.useRealTimers();
  });
  return {
    checkout,
    gateway,
    states,
    results,
    errors,
    reads,
    /** What the gateway does from now on. */
    answerWith(next: Answer) {
      answer = next;
    },
    trigger: (reason: RefetchReason, about?: string) => wake(reason, about),
    hidePage() {
      isHidden = true;
      hide();
    },
    showPage() {
      isHidden = false;
      wake('visible');
    },
    /** Lets time pass; 1 ms lets an answer arrive. */
    advance: (ms = 1) => vi.advanceTimersByTimeAsync(ms),
  };
}

function reply(answer: Answer): Promise<Response> {
  if (answer === 'silence') return new Promise(() => {});
  if (answer === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
  if ('http' in answer) {
    const { http, headers, html } = answer as Extract<Answer, { http: number }>;
    if (html !== undefined) return Promise.resolve(new Response(html, { status: http }));
    return Promise.resolve(
      Response.json({ error: {} }, { status: http, ...(headers && { headers }) }),
    );
  }
  if ('after' in answer) {
    const { after, gives } = answer as { after: number; gives: Json };
    return new Promise((resolve) => setTimeout(() => resolve(Response.json(gives)), after));
  }
  return Promise.resolve(Response.json(answer));
}
