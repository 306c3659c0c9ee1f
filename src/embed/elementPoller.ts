import { yieldToOuterCheckout } from '#yieldToOuterCheckout';
import {
  type CheckoutState,
  createPoller,
  isInOwnWindow,
  openPayment,
  type Payment,
  type Poller,
  pollerOptions,
} from '../checkout/index.ts';
import { GatewayError } from '../gateway/gatewayError.ts';
import type { ReadableGateway } from '../gateway/gatewayReader.ts';
import { idlePoller, LOADING } from '../react/usePoller.ts';
import { type KnownOptions, resolveElementGateway } from './options.ts';

/** What an element shows: a payment that is polled, or a state that stays. */
export interface ElementPayment {
  /** Another one is another payment, or shows other credentials: its views begin anew. */
  readonly key: string;
  readonly payment: Payment | null;
  readonly poller: Poller;
}

/** Only the client secret may come later: pages fetch it. */
const NO_PAYMENT: ElementPayment = { key: '', payment: null, poller: idlePoller(LOADING) };

/**
 * Polls the payment that an element's options name, from the moment that they are complete: its first
 * read is under way before anything is drawn.
 *
 * @param onUnclaimed called when `open` has to be called again.
 */
export function createElementPoller(onUnclaimed: () => void) {
  let sources: readonly unknown[] = [];
  let gateway: ReadableGateway | GatewayError | null = null;
  let credentials = '';
  let shown = NO_PAYMENT;
  let stop = () => {};
  /** The client secret of which another checkout was asked, and the one that it does not wait for. */
  let asked: string | undefined;
  let unclaimed: string | undefined;

  function resolve(options: KnownOptions) {
    const { publishableKey, account, apiBase, retrieve, confirm } = options;
    const next = [options.gateway, publishableKey, account, apiBase, retrieve, confirm];
    if (!gateway || next.some((source, i) => source !== sources[i])) {
      gateway = resolveElementGateway(options);
    }
    sources = next;
    return gateway;
  }

  /** Whether another checkout outside of this window shows the payment, or may do so. */
  function isClaimed(readable: ReadableGateway, clientSecret: string): boolean {
    if (!isInOwnWindow() || unclaimed === clientSecret) return false;
    if (asked !== clientSecret) {
      asked = clientSecret;
      yieldToOuterCheckout(readable.intentId(clientSecret)).then((yields) => {
        if (yields || asked !== clientSecret) return;
        unclaimed = clientSecret;
        onUnclaimed();
      });
    }
    return true;
  }

  function poll(readable: ReadableGateway, clientSecret: string, options: KnownOptions): void {
    const { initialIntent, updatesUrl } = options;
    const { name, baseUrl, publishableKey, account } = readable;
    const key = `${baseUrl} ${publishableKey} ${account} ${clientSecret}`;
    const next = `${key} ${name} ${updatesUrl}`;
    if (next === credentials) return;
    // One that is made anew meanwhile, with another closure, is the same gateway.
    const latest = () => (gateway instanceof GatewayError ? null : gateway) ?? readable;
    const payment = openPayment(readable, clientSecret, latest);
    const poller = createPoller(pollerOptions({ initialIntent, updatesUrl }, payment));
    show(next, { key, payment, poller });
  }

  function show(nextCredentials: string, next: ElementPayment): void {
    if (nextCredentials === credentials) return;
    const stopLast = stop;
    credentials = nextCredentials;
    shown = next;
    // What the page has brought along is drawn first, and the view that draws it begins to read.
    const isWaiting = next.poller.getState().phase === 'loading';
    stop = isWaiting ? next.poller.subscribe(() => {}) : () => {};
    stopLast();
  }

  return {
    getPayment: () => shown,

    /** Polls what the options name now; nothing begins anew where they name the same. */
    open(options: KnownOptions): void {
      const { clientSecret } = options;
      const resolved = clientSecret ? resolve(options) : null;
      if (!clientSecret || !resolved) show('', NO_PAYMENT);
      else if (resolved instanceof GatewayError) show(resolved.message, stuck(resolved));
      else if (isClaimed(resolved, clientSecret)) show('', NO_PAYMENT);
      else poll(resolved, clientSecret, options);
    },

    close(): void {
      show('', NO_PAYMENT);
      asked = undefined;
      unclaimed = undefined;
    },
  };
}

function stuck(error: GatewayError): ElementPayment {
  const state: CheckoutState = { phase: 'unavailable', connection: 'paused', error };
  return { key: '', payment: null, poller: idlePoller(state) };
}
