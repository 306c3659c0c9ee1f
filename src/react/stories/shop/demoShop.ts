import { createGateway, type Gateway, type GatewayName } from '../../../gateway/index.ts';
import { intentIdOf } from '../../../intent/index.ts';
import { createSandbox, type SimulatedOutcome } from '../../../sandbox/index.ts';
import { createShop } from '../../../sandbox/shop/shop.ts';
import { SHOP_METHODS } from '../../../sandbox/shop/shopMethods.ts';

/** What the customer chooses in the checkout, in place of a method's label. */
export const IN_CHECKOUT = 'The customer chooses';

/** The labels of everything that the shop sells with, at either gateway. */
export const METHODS = [
  IN_CHECKOUT,
  ...new Set(
    Object.values(SHOP_METHODS)
      .flat()
      .map(({ label }) => label),
  ),
];

/** What the gateway's connection is like. */
export type Network = 'good' | 'slow' | 'failing' | 'offline';

export interface Order {
  readonly gateway: GatewayName;
  /** One of {@link METHODS}. */
  readonly method: string;
  /** In the currency's smallest unit. */
  readonly amount: number;
  /** ISO 4217; '' for the currency that the method is at home in. */
  readonly currency: string;
}

/** What the shop's page is given for its checkout. */
export interface Purchase {
  readonly orderId: string;
  readonly gatewayName: GatewayName;
  readonly apiBase: string;
  readonly publishableKey: string;
  readonly clientSecret: string;
}

/** Where the shop, its gateways and the customer's pages answer. */
interface SandboxHost {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Whether links to the customer's pages lead somewhere. */
  readonly hasPages: boolean;
}

const BASE_URL = new URL('.', location.href).href;

/** The sandbox as a service worker; without one (some private windows) it runs only in this page. */
async function startSandbox(): Promise<SandboxHost> {
  try {
    await navigator.serviceWorker.register('sandbox-worker.js?any-host');
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await controllerChanged();
    return { fetch: (request) => fetch(request), hasPages: true };
  } catch {
    return startInPage();
  }
}

const controllerChanged = () =>
  new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );

function startInPage(): SandboxHost {
  const home = BASE_URL.replace(/\/$/, '');
  const sandbox = createSandbox({ origin: home });
  const shop = createShop({ fetch: sandbox.fetch, home });
  return {
    fetch: (request) => {
      const path = request.url.slice(BASE_URL.length);
      if (!path.startsWith('shop/')) return sandbox.fetch(request);
      return shop.fetch(new Request(new URL(path.slice(5), location.origin), request));
    },
    hasPages: false,
  };
}

let sandboxHost: Promise<SandboxHost> | undefined;

export function getSandbox(): Promise<SandboxHost> {
  sandboxHost ??= startSandbox();
  return sandboxHost;
}

/**
 * Has the shop create a PaymentIntent with its secret key, confirmed unless the customer is to choose.
 * @throws {Error} with the shop's own words where it cannot.
 */
export function placeOrder({ gateway, method, amount, currency }: Order): Promise<Purchase> {
  const shopMethod = SHOP_METHODS[gateway].find(({ label }) => label === method);
  if (!shopMethod && method !== IN_CHECKOUT) {
    throw new Error(`The shop does not sell with ${method} at ${gateway}.`);
  }
  const order = {
    ...shopMethod,
    gateway,
    amount,
    currency: currency || shopMethod?.currency || 'eur',
    returnPath: returnPageUrl(),
  };
  return purchaseOf(send('shop/orders', order));
}

export function findOrder(orderId: string): Promise<Purchase> {
  return purchaseOf(send(`shop/orders/${encodeURIComponent(orderId)}`));
}

/** The story to which banks and wallets send the customer back. */
export function returnPageUrl(): string {
  return new URL('iframe.html?id=checkout-return-page--return&viewMode=story', BASE_URL).href;
}

async function purchaseOf(answer: Promise<Record<string, never>>): Promise<Purchase> {
  const { gateway: gatewayName, ...order } = await answer;
  return { gatewayName, ...order } as unknown as Purchase;
}

export function gatewayOf(
  { gatewayName, publishableKey, apiBase }: Purchase,
  network: Network,
): Gateway {
  return createGateway({
    gateway: gatewayName,
    publishableKey,
    apiBase,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const fault = FAULTS[network];
      if (fault === 'offline') throw new TypeError('Failed to fetch');
      if (fault) request.headers.set('sandbox-fault', fault);
      return (await getSandbox()).fetch(request);
    },
  });
}

const FAULTS: Readonly<Record<Network, string | null>> = {
  good: null,
  slow: 'latency=3000',
  failing: 'server_error',
  offline: 'offline',
};

/** Does what the customer, or time, would do; gives the status that comes of it. */
export async function simulate(
  { clientSecret }: Purchase,
  outcome: SimulatedOutcome,
): Promise<string> {
  const path = `sandbox/intents/${intentIdOf(clientSecret)}/simulate`;
  return (await send(path, { outcome })).status ?? '';
}

async function send(path: string, content?: object): Promise<Record<string, never>> {
  const init = content && { method: 'POST', body: JSON.stringify(content) };
  const response = await (await getSandbox()).fetch(new Request(new URL(path, BASE_URL), init));
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? answer.error.message);
  return answer;
}
