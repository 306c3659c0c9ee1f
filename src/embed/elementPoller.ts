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
 */
export class ElementPoller {
  #sources: readonly unknown[] = [];
  #gateway: ReadableGateway | GatewayError | null = null;
  #credentials = '';
  #shown = NO_PAYMENT;
  #stop = () => {};
  /** The client secret of which another checkout was asked, and the one that it does not wait for. */
  #asked: string | undefined;
  #unclaimed: string | undefined;

  /** @param onUnclaimed called when {@link open} has to be called again. */
  constructor(readonly onUnclaimed: () => void) {}

  get shown(): ElementPayment {
    return this.#shown;
  }

  /** Polls what the options name now; nothing begins anew where they name the same. */
  open(options: KnownOptions): void {
    const { clientSecret } = options;
    const gateway = clientSecret ? this.#resolve(options) : null;
    if (!clientSecret || !gateway) this.#show('', NO_PAYMENT);
    else if (gateway instanceof GatewayError) this.#show(gateway.message, stuck(gateway));
    else if (this.#isClaimed(gateway, clientSecret)) this.#show('', NO_PAYMENT);
    else this.#poll(gateway, clientSecret, options);
  }

  close(): void {
    this.#show('', NO_PAYMENT);
    this.#asked = undefined;
    this.#unclaimed = undefined;
  }

  #resolve(options: KnownOptions) {
    const { gateway, publishableKey, account, apiBase, retrieve, confirm } = options;
    const sources = [gateway, publishableKey, account, apiBase, retrieve, confirm];
    if (!this.#gateway || sources.some((source, i) => source !== this.#sources[i])) {
      this.#gateway = resolveElementGateway(options);
    }
    this.#sources = sources;
    return this.#gateway;
  }

  /** Whether another checkout outside of this window shows the payment, or may do so. */
  #isClaimed(gateway: ReadableGateway, clientSecret: string): boolean {
    if (!isInOwnWindow() || this.#unclaimed === clientSecret) return false;
    if (this.#asked !== clientSecret) {
      this.#asked = clientSecret;
      yieldToOuterCheckout(gateway.intentId(clientSecret)).then((yields) => {
        if (yields || this.#asked !== clientSecret) return;
        this.#unclaimed = clientSecret;
        this.onUnclaimed();
      });
    }
    return true;
  }

  #poll(gateway: ReadableGateway, clientSecret: string, options: KnownOptions): void {
    const { initialIntent, updatesUrl } = options;
    const { name, baseUrl, publishableKey, account } = gateway;
    const key = `${baseUrl} ${publishableKey} ${account} ${clientSecret}`;
    const credentials = `${key} ${name} ${updatesUrl}`;
    if (credentials === this.#credentials) return;
    // One that is made anew meanwhile, with another closure, is the same gateway.
    const latest = () => (this.#gateway instanceof GatewayError ? null : this.#gateway) ?? gateway;
    const payment = openPayment(gateway, clientSecret, latest);
    const poller = createPoller(pollerOptions({ initialIntent, updatesUrl }, payment));
    this.#show(credentials, { key, payment, poller });
  }

  #show(credentials: string, next: ElementPayment): void {
    if (credentials === this.#credentials) return;
    const stopLast = this.#stop;
    this.#credentials = credentials;
    this.#shown = next;
    // What the page has brought along is drawn first, and the view that draws it begins to read.
    const isWaiting = next.poller.getState().phase === 'loading';
    this.#stop = isWaiting ? next.poller.subscribe(() => {}) : () => {};
    stopLast();
  }
}

function stuck(error: GatewayError): ElementPayment {
  const state: CheckoutState = { phase: 'unavailable', connection: 'paused', error };
  return { key: '', payment: null, poller: idlePoller(state) };
}
