import type { ConfirmParams } from '../../../gateway/index.ts';
import type { ConfirmResult } from '../../confirm/confirmOnce.ts';
import type { Checkout, CheckoutOptions } from '../../createCheckout.ts';
import type { RefetchTriggers } from '../../polling/triggers.ts';
import { type CheckoutState, isSettled } from '../../state.ts';
import type { GatewayWithHistory } from './gatewayWithHistory.ts';
import { type Ledger, lineOf } from './ledger.ts';
import type { Page } from './page.ts';
import { StateRules } from './stateRules.ts';
import type { VirtualTime } from './virtualTime.ts';

/** The longest Retry-After that the client keeps to is two minutes; a read under way takes 10 s at most. */
const WAKE_MS = 135_000;

type Refetch = Parameters<RefetchTriggers['listen']>[0];
type RefetchReason = Parameters<Refetch>[0];

interface Listener {
  readonly refetch: Refetch;
  readonly hide: () => void;
}

/** Where a customer looks at the payment: a checkout on a page, with what happens around it. */
export class Tab {
  readonly name: string;
  readonly page: Page;
  readonly #time: VirtualTime;
  readonly #ledger: Ledger;
  readonly #gateway: GatewayWithHistory;
  readonly #options: CheckoutOptions;
  readonly #listeners = new Set<Listener>();
  #checkout: Checkout | null = null;
  #rules: StateRules | null = null;
  isHidden = false;
  /** Promises of refetches and confirms that have yet to settle. */
  pending = 0;

  constructor(
    name: string,
    page: Page,
    gateway: GatewayWithHistory,
    options: CheckoutOptions,
    time: VirtualTime,
    ledger: Ledger,
  ) {
    this.name = name;
    this.page = page;
    this.#gateway = gateway;
    this.#options = options;
    this.#time = time;
    this.#ledger = ledger;
  }

  get state(): CheckoutState | null {
    return this.#checkout?.getState() ?? null;
  }

  get rules(): StateRules | null {
    return this.#rules;
  }

  /** Listeners of the page's events that the checkout has added and not removed. */
  get listening(): number {
    return this.#listeners.size;
  }

  get isMounted(): boolean {
    return this.#checkout !== null;
  }

  mount(): void {
    if (this.#checkout) return;
    const { page } = this;
    page.mount();
    this.#ledger.write(`${this.name}: mounted`);
    const rules = new StateRules(this.name, this.#gateway, this.#ledger, () => (page.open -= 1));
    this.#rules = rules;
    const checkout = page.modules.createCheckoutWithTriggers(
      {
        ...this.#options,
        onChange: (state) => rules.change(state),
        onSuccess: (result) => rules.result(result, 'onSuccess'),
        onFailure: (result) => rules.result(result, 'onFailure'),
        onError: (error) => rules.error(error),
      },
      this.#triggers(),
    );
    checkout.subscribe(() => rules.notify(checkout.getState()));
    this.#checkout = checkout;
  }

  destroy(): void {
    if (!this.#checkout) return;
    this.#ledger.write(`${this.name}: destroyed at ${lineOf(this.#checkout.getState())}`);
    this.#checkout.destroy();
    this.#rules?.end();
    this.#checkout = null;
    this.#ledger.require(this.listening === 0, () => `${this.name}: listens after destroy()`);
    const { page } = this;
    page.mounted -= 1;
    const isIdle = page.mounted > 0 || page.confirming > 0 || page.readsInFlight === 0;
    this.#ledger.require(isIdle, () => `${this.name}: a read goes on after destroy()`);
  }

  /** An event of the browser's, or a message of a return page's. */
  trigger(reason: RefetchReason, about: string | null = null): void {
    if (!this.#checkout) return;
    this.page.trigger();
    this.#ledger.write(`${this.name}: ${reason} ${about ?? ''}`);
    const isWrong = about !== null && about !== this.#gateway.id;
    this.#ledger.count('trigger', isWrong ? `${reason}, wrong id` : reason);
    const { reads } = this.page;
    const isReading = this.page.readsInFlight > 0;
    for (const { refetch } of [...this.#listeners]) refetch(reason, about);
    const isIgnored = !isWrong || this.page.reads === reads;
    this.#ledger.require(isIgnored, () => `${this.name}: is read for another payment's return`);
    if (about === null && !this.isHidden && !isReading) this.#expectRead(reason);
  }

  /** Who is back at the page sees a fresh answer, at the latest when a Retry-After has run out. */
  #expectRead(reason: RefetchReason): void {
    const { page } = this;
    const { now } = this.#time;
    const rules = this.#rules;
    this.#time.after(WAKE_MS, () => {
      const isWatched = rules === this.#rules && this.isMounted && !page.wasHiddenSince(now);
      if (!isWatched || (this.state && isSettled(this.state))) return;
      const hasRead = page.lastReadAt >= now;
      this.#ledger.require(hasRead, () => `${this.name}: is not read again after "${reason}"`);
    });
  }

  hide(): void {
    if (this.isHidden) return;
    this.isHidden = true;
    this.#ledger.write(`${this.name}: hidden`);
    for (const { hide } of [...this.#listeners]) hide();
  }

  show(): void {
    if (!this.isHidden) return;
    this.isHidden = false;
    this.trigger('visible');
  }

  refetch(): void {
    if (!this.#checkout) return;
    this.page.trigger();
    this.#ledger.count('trigger', 'refetch()');
    this.#track(
      this.#checkout.refetch().then(() => undefined),
      'refetch()',
    );
  }

  /** Whether the button "Pay" is there. */
  get canPay(): boolean {
    const { phase } = this.state ?? {};
    return phase === 'payable' || phase === 'failed';
  }

  /** Whether it has stopped reading: it is paused, or has failed, which is watched for a while. */
  get hasStopped(): boolean {
    const { phase, connection } = this.state ?? {};
    const isUnwatched = this.#time.now - this.page.lastReadAt > WAKE_MS;
    return connection === 'paused' || (phase === 'failed' && isUnwatched);
  }

  /** Whether the first answer was a refusal, which is taken for the gateway's own. */
  get isRefused(): boolean {
    const { phase, error } = this.state ?? {};
    return phase === 'unavailable' && error?.transient === false;
  }

  /** Resolves with the result, or with nothing where the checkout was gone. */
  async confirm(params: ConfirmParams): Promise<ConfirmResult | undefined> {
    const { page } = this;
    if (!this.#checkout) return;
    page.forgetPause();
    page.confirming += 1;
    const confirm = this.#checkout.confirm(params).finally(() => {
      page.confirming -= 1;
      page.forgetPause();
    });
    return this.#track(confirm, 'confirm()');
  }

  async #track(
    promise: Promise<ConfirmResult | undefined>,
    name: string,
  ): Promise<ConfirmResult | undefined> {
    this.pending += 1;
    try {
      const result = await promise;
      if (result) this.#receive(result, name);
      return result;
    } catch (error) {
      this.#ledger.require(false, () => `${this.name}: ${name} rejects: ${error}`);
      return;
    } finally {
      this.pending -= 1;
    }
  }

  #receive(result: ConfirmResult, name: string): void {
    this.#ledger.write(`${this.name}: ${name} ${result.kind}`);
    this.#ledger.count('confirmed', result.kind);
    if ('error' in result) this.#rules?.checkSecrecy(result.error);
  }

  #triggers(): RefetchTriggers {
    return {
      hidden: () => this.isHidden,
      listen: (refetch, hide) => {
        const listener = { refetch, hide };
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }
}
