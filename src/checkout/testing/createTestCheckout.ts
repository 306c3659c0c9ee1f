import { onTestFinished, vi } from 'vitest';
import { createGateway } from '../../gateway/index.ts';
import { type CheckoutOptions, createCheckoutWithTriggers } from '../createCheckout.ts';
import type { RefetchReason, RefetchTriggers } from '../polling/triggers.ts';
import type { CheckoutState } from '../state.ts';

export const SECRET = 'pi_1_secret_2';

export type Json = Readonly<Record<string, unknown>>;

/** How the gateway answers a read: JSON, a status with or without HTML, a delayed answer, a broken connection, or none. */
export type GatewayAnswer =
  | Json
  | { readonly http: number; readonly headers?: Record<string, string>; readonly html?: string }
  | { readonly after: number; readonly body: Json }
  | 'offline'
  | 'silence';

/** A PaymentIntent as the gateway sends it. */
export function intent(fields: Json = {}): Json {
  return { id: 'pi_1', status: 'requires_action', amount: 2099, currency: 'cny', ...fields };
}

export const SETUP_SECRET = 'seti_1_secret_2';

/** A SetupIntent as the gateway sends it: of a card, whose owner has not filled in anything yet. */
export function setupIntent(fields: Json = {}): Json {
  return {
    id: 'seti_1',
    object: 'setup_intent',
    status: 'requires_payment_method',
    payment_method_types: ['card'],
    usage: 'off_session',
    ...fields,
  };
}

/** A PaymentIntent with a next action. */
export function intentWithAction(type: string, payload: Json): Json {
  return intent({ next_action: { type, [type]: payload } });
}

export const QR = intentWithAction('wechat_pay_display_qr_code', {
  data: 'weixin://wxpay/bizpayurl?pr=1',
});
export const PAID = intent({ status: 'succeeded' });

/** A state as a short text: `action:qr`, `failed retrying`, `action:qr expired`. */
export function describeState(state: CheckoutState): string {
  const step = state.phase === 'action' ? `:${state.step.kind}` : '';
  const expired = state.phase === 'action' && state.expired ? ' expired' : '';
  const connection = state.connection === 'live' ? '' : ` ${state.connection}`;
  return state.phase + step + expired + connection;
}

/** A checkout with a gateway and a clock that the test controls. */
export function createTestCheckout(
  first: GatewayAnswer,
  { triggers, ...options }: Partial<CheckoutOptions> & { readonly triggers?: RefetchTriggers } = {},
) {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  let answer = first;
  let isHidden = false;
  let notify: (reason: RefetchReason, about?: string | null) => void = () => {};
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
    onChange: (state) => states.push(describeState(state)),
    onSuccess: ({ outcome }) => results.push(outcome),
    onFailure: ({ outcome }) => results.push(outcome),
    onError: ({ kind }) => errors.push(kind),
    ...options,
  };
  const simulatedTriggers: RefetchTriggers = {
    hidden: () => isHidden,
    listen(onWake, onHide) {
      notify = onWake;
      hide = onHide;
      return () => {
        notify = () => {};
        hide = () => {};
      };
    },
  };
  const checkout = createCheckoutWithTriggers(checkoutOptions, triggers ?? simulatedTriggers);
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
    /** The gateway's answer from now on. */
    answerWith(next: GatewayAnswer) {
      answer = next;
    },
    trigger: (reason: RefetchReason, about?: string) => notify(reason, about),
    hidePage() {
      isHidden = true;
      hide();
    },
    showPage() {
      isHidden = false;
      notify('visible');
    },
    /** Lets time pass; 1 ms lets an answer arrive. */
    advance: (ms = 1) => vi.advanceTimersByTimeAsync(ms),
  };
}

function reply(answer: GatewayAnswer): Promise<Response> {
  if (answer === 'silence') return new Promise(() => {});
  if (answer === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
  if ('http' in answer) {
    const { http, headers, html } = answer as Extract<GatewayAnswer, { http: number }>;
    if (html !== undefined) return Promise.resolve(new Response(html, { status: http }));
    return Promise.resolve(
      Response.json({ error: {} }, { status: http, ...(headers && { headers }) }),
    );
  }
  if ('after' in answer) {
    const { after, body } = answer as { after: number; body: Json };
    return new Promise((resolve) => setTimeout(() => resolve(Response.json(body)), after));
  }
  return Promise.resolve(Response.json(answer));
}
