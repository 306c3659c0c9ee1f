import { createGateway, type Gateway, type GatewayName } from '../src/gateway/index.ts';
import { intentIdOf } from '../src/intent/index.ts';
import { createSandbox, type Outcome } from '../src/sandbox/index.ts';
import { createShop } from '../src/sandbox/shop.ts';
import { SHOP_METHODS } from '../src/sandbox/shopMethods.ts';

/** One sandbox and one shop for all stories, in the page itself: nothing goes over a network. */
const sandbox = createSandbox();
const shop = createShop(sandbox);

/** The labels of everything that the shop sells with, at either gateway. */
export const METHODS = [
  ...new Set(
    Object.values(SHOP_METHODS)
      .flat()
      .map(({ label }) => label),
  ),
];

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
  readonly gateway: Gateway;
  readonly clientSecret: string;
}

/**
 * Has the shop create and confirm a PaymentIntent with its secret key.
 * @throws {Error} with the shop's own words where it cannot.
 */
export async function placeOrder({ gateway, method, amount, currency }: Order): Promise<Purchase> {
  const way = SHOP_METHODS[gateway].find(({ label }) => label === method);
  if (!way) throw new Error(`The shop does not sell with ${method} at ${gateway}.`);
  const order = { ...way, gateway, amount, currency: currency || way.currency };
  const { apiBase, publishableKey, clientSecret } = await send(shop, '/orders', order);
  return {
    gateway: createGateway({
      gateway,
      publishableKey,
      apiBase,
      fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    }),
    clientSecret,
  };
}

/** Does what the customer, or time, would do; gives the status that comes of it. */
export async function simulate({ clientSecret }: Purchase, outcome: Outcome): Promise<string> {
  const path = `/sandbox/intents/${intentIdOf(clientSecret)}/simulate`;
  return (await send(sandbox, path, { outcome })).status;
}

interface Server {
  fetch(request: Request): Response | Promise<Response>;
}

async function send(server: Server, path: string, content: object) {
  const url = new URL(path, location.origin);
  const request = new Request(url, { method: 'POST', body: JSON.stringify(content) });
  const response = await server.fetch(request);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? answer.error.message);
  return answer;
}
