import { type Context, Hono } from 'hono';
import { BoundedMap } from '../base/bounded.ts';
import type { DialectName } from '../base/dialectName.ts';
import { newRequestId } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import { secureRandom } from '../base/random.ts';
import { ApiError } from '../errors/errors.ts';
import { limitTo } from '../request/body.ts';
import { callGateway, PUBLISHABLE_KEY, ShopError, type ShopIntent } from './shopGateway.ts';
import { SHOP_METHODS } from './shopMethods.ts';
import { defaultCurrency, methodParams, type OrderParams, readOrder } from './shopOrder.ts';

/** An order of the demo shop: plain data, fit for JSON. */
export interface Order extends ShopIntent {
  readonly orderId: string;
  readonly kind: 'payment' | 'setup';
  readonly gateway: DialectName;
  /** The connected account whose payment it is. */
  readonly account?: string;
  readonly method: JsonObject;
}

/** The orders of the demo shop by id; the oldest give way. */
export class Orders extends BoundedMap<Order> {
  constructor(earlier: Iterable<readonly [string, Order]> = []) {
    super({ entries: 10_000, characters: 4_000_000 });
    for (const [id, order] of earlier) this.set(id, order);
  }
}

export interface ShopOptions {
  /** How the shop reaches its gateways: over the network, or a sandbox's `fetch`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The URL of the site, if it has a path. Defaults to each request's own origin. */
  readonly home?: string;
  /** The orders of an earlier shop. */
  readonly orders?: Orders;
}

const homeOf = (c: Context, { home }: ShopOptions) => home ?? new URL(c.req.url).origin;

/** The return URL. It has to be on this site, so that the shop redirects nobody elsewhere. */
function returnUrl(home: string, path: string, orderId: string): string {
  const { origin } = new URL(home);
  const url = new URL(path, origin);
  if (url.origin !== origin) throw new ShopError('returnPath must be a path on this site.');
  url.searchParams.set('order', orderId);
  return url.href;
}

const PATHS = { payment: 'payment_intents', setup: 'setup_intents' } as const;

/** What only a payment has. */
function paymentParams(params: OrderParams): JsonObject {
  const { amount = 1800, currency = defaultCurrency(params), manualCapture, style } = params;
  return {
    amount,
    currency: currency.toLowerCase(),
    description: 'Spring sencha, 100 g',
    ...(manualCapture && { capture_method: 'manual' }),
    ...(style !== undefined && { sandbox_style: style }),
  };
}

async function place(c: Context, options: ShopOptions, orderId: string): Promise<Order> {
  const params = await readOrder(c);
  const home = homeOf(c, options);
  const { account, gateway, kind = 'payment' } = params;
  const method = methodParams(params, c.req.header('user-agent'));
  const created = await callGateway(options.fetch, {
    account,
    gateway,
    url: `${home}/${gateway}/v1/${PATHS[kind]}`,
    params: {
      ...(kind === 'payment'
        ? paymentParams(params)
        : { description: 'Spring sencha, every month' }),
      metadata: { order_id: orderId },
      ...(method.confirm === true && {
        return_url: returnUrl(home, params.returnPath ?? '/return.html', orderId),
      }),
      ...method,
    },
  });
  return { ...created, orderId, kind, gateway, ...(account !== undefined && { account }), method };
}

/** Confirms the payment again, when the customer asks for a new code or another attempt. */
async function retry(c: Context, options: ShopOptions, order: Order): Promise<Order> {
  const { account, gateway, id, kind, method } = order;
  const url = `${homeOf(c, options)}/${gateway}/v1/${PATHS[kind]}/${id}/confirm`;
  // A payment that was confirmed in the checkout is tried again there.
  if (!method.confirm) return order;
  const { confirm: _, ...params } = method;
  return { ...order, ...(await callGateway(options.fetch, { account, gateway, url, params })) };
}

/** What the page needs to mount the checkout, without a secret key. */
function answer(c: Context, order: Order, options: ShopOptions): Response {
  const { account, clientSecret, gateway, orderId } = order;
  const apiBase = `${homeOf(c, options)}/${gateway}`;
  c.header('Cache-Control', 'no-store');
  return c.json({
    orderId,
    gateway,
    ...(account !== undefined && { account }),
    apiBase,
    publishableKey: PUBLISHABLE_KEY,
    clientSecret,
  });
}

/** Bytes. */
const LARGEST_ORDER = 16 * 1024;

/** The demo merchant's server. Like a real one it reaches its gateways over HTTP only. */
export function createShop(options: ShopOptions): Hono {
  const { orders = new Orders() } = options;
  const shop = new Hono();
  const noOrder = (c: Context) => c.json({ message: 'No such order.' }, 404);
  const saveOrder = (c: Context, order: Order) => {
    orders.set(order.orderId, order);
    return answer(c, order, options);
  };
  shop.use(limitTo(LARGEST_ORDER));
  shop.get('/methods', (c) => c.json(SHOP_METHODS));
  shop.post('/orders', async (c) => {
    const orderId = newRequestId(secureRandom).replace('req_', 'order_');
    return saveOrder(c, await place(c, options, orderId));
  });
  shop.get('/orders/:id', (c) => {
    const order = orders.get(c.req.param('id'));
    return order ? answer(c, order, options) : noOrder(c);
  });
  shop.post('/orders/:id/retry', async (c) => {
    const order = orders.get(c.req.param('id'));
    return order ? saveOrder(c, await retry(c, options, order)) : noOrder(c);
  });
  shop.onError((error, c) => {
    if (!(error instanceof ShopError || error instanceof ApiError)) throw error;
    return c.json({ message: error.message }, 400);
  });
  return shop;
}
