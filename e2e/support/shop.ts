import type { Locator, Page } from '@playwright/test';
import { test as base, expect } from './base.ts';

export interface Order {
  readonly orderId: string;
  readonly gateway: 'stripe' | 'wooshpay';
  /** The connected account whose payment it is. */
  readonly account?: string;
  readonly apiBase: string;
  readonly publishableKey: string;
  readonly clientSecret: string;
}

export interface OrderRequest {
  readonly gateway: 'stripe' | 'wooshpay';
  /** `setup` for a SetupIntent. */
  readonly kind?: 'payment' | 'setup';
  /** Stripe Connect: the account that the order is created for. */
  readonly account?: string;
  /** None where the customer chooses in the checkout. */
  readonly method?: string;
  /** The types to choose from there. */
  readonly methods?: readonly string[];
  /** More of the intent, under the API's own names. */
  readonly params?: Readonly<Record<string, unknown>>;
  readonly amount?: number;
  readonly currency?: string;
  readonly card?: string;
  readonly expiresAfterSeconds?: number;
  /** `payment_method_options[method]`, and more of `payment_method_data[method]`. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, unknown>>;
  /** WooshPay's other forms of answer. */
  readonly style?: '2022' | 'siblings';
  readonly useStripeSdk?: boolean;
}

/** The gateway's next_action: its type, and the payload under it. */
export interface NextAction {
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests know what they have ordered
  readonly payload: any;
}

export type Outcome = 'succeed' | 'fail' | 'cancel' | 'expire' | 'process';

/** The two ways in that a shop has; every way to pay is tried by both. */
export const FACES = { 'script tag': '/checkout.html', React: '/react/index.html' } as const;

export type Face = keyof typeof FACES;

export interface PageEvent {
  readonly type: 'change' | 'success' | 'failure' | 'error';
  readonly phase?: string;
  readonly step?: string | null;
  readonly outcome?: string;
  readonly error?: string;
}

/** A shop, its orders, and the customer's side of the sandbox. */
export class Shop {
  constructor(readonly page: Page) {}

  async order(request: OrderRequest): Promise<Order> {
    const data = { amount: 2099, currency: 'usd', ...request };
    const response = await this.page.request.post('/shop/orders', { data });
    expect(response.ok(), await response.text()).toBe(true);
    return response.json();
  }

  /** Opens the shop's page with a checkout for this order; options become attributes or props. */
  async open(face: Face, order: Order, options: Record<string, string | null> = {}): Promise<void> {
    // Not in the URL, where a test searches for leaks.
    await this.page.addInitScript(
      (checkoutOptions) => Object.assign(window, { checkoutOptions }),
      options,
    );
    await this.page.goto(`${FACES[face]}?order=${order.orderId}`);
  }

  /** From the next page on no timer causes a read, so that only a trigger can have done it. */
  async stopPolling(): Promise<void> {
    await this.page.addInitScript(() => {
      const { setTimeout } = window;
      const quick = (run: () => void, delay = 0) => (delay <= 1_000 ? setTimeout(run, delay) : 0);
      Object.assign(window, { setTimeout: quick });
    });
  }

  /** Simulates the customer, the bank or time; with an amount, a part of a bank transfer arrives. */
  async simulate(order: Order, outcome: Outcome, amount?: number): Promise<void> {
    const url = `/sandbox/intents/${intentId(order)}/simulate`;
    const response = await this.page.request.post(url, { data: { outcome, amount } });
    expect(response.ok(), await response.text()).toBe(true);
  }

  /** The next action of an order at the gateway; its payload may lie under another key. */
  async nextAction(order: Order): Promise<NextAction> {
    const { account, apiBase, publishableKey, clientSecret } = order;
    const list = clientSecret.startsWith('seti_') ? 'setup_intents' : 'payment_intents';
    const url = `${apiBase}/v1/${list}/${intentId(order)}`;
    const response = await this.page.request.get(url, {
      headers: { authorization: `Bearer ${publishableKey}` },
      params: { client_secret: clientSecret, ...(account && { _stripe_account: account }) },
    });
    const { type, ...keys } = (await response.json()).next_action;
    return { type, payload: keys[type] ?? Object.values(keys)[0] };
  }

  /** How often an order was read so far, by whomever. */
  async reads(order: Order): Promise<number> {
    const response = await this.page.request.get(`/sandbox/intents/${intentId(order)}`);
    return (await response.json()).reads;
  }

  /** The checkout's events on the page so far; they come a moment after the customer has seen the change. */
  async pageEvents(): Promise<PageEvent[]> {
    await this.page.waitForFunction(() => {
      const checkoutEvents = (
        window as unknown as { checkoutEvents: PageEvent[] }
      ).checkoutEvents.filter(({ phase }) => phase);
      const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
      const { phase } = root.querySelector<HTMLElement>('.paystep')?.dataset ?? {};
      return !phase || phase === 'loading' || phase === checkoutEvents.slice(-1)[0]?.phase;
    });
    return this.page.evaluate(
      () => (window as unknown as { checkoutEvents: PageEvent[] }).checkoutEvents,
    );
  }

  /** The widget, wherever it is on the page. */
  get widget(): Locator {
    return this.page.locator('.paystep');
  }

  async expectPhase(phase: string): Promise<void> {
    await expect(this.widget).toHaveAttribute('data-phase', phase, { timeout: 15_000 });
  }
}

/** Keeps what is asked for by a URL on its way, until it is let go. */
export async function hold(page: Page, url: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(url, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

export function intentId({ clientSecret }: Order): string {
  return clientSecret.split('_secret_')[0] ?? '';
}

/**
 * Each test gets a shop; and whatever it does, no client secret may be logged, and none may stay
 * in the address bar.
 */
export const test = base.extend<{ shop: Shop }>({
  shop: async ({ page }, use) => {
    const logged: string[] = [];
    const errors: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await use(new Shop(page));
    expect(logged.filter((line) => /_secret_/.test(line))).toEqual([]);
    expect(errors).toEqual([]);
    expect(page.url()).not.toContain('_secret_');
  },
});

export { expect };
