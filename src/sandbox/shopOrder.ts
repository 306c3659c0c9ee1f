import type { Context } from 'hono';
import type { DialectName, Hash } from './intent.ts';
import { boolean, hash, integer, oneOf, type Read, readParams, text } from './readers.ts';
import { ShopError } from './shopGateway.ts';
import { SHOP_METHODS } from './shopMethods.ts';

const ORDER = {
  gateway: oneOf('stripe', 'wooshpay'),
  method: text,
  amount: integer,
  currency: text,
  card: text,
  returnPath: text,
  expiresAfterSeconds: integer,
  manualCapture: boolean,
  options: hash,
  data: hash,
  style: text,
  useStripeSdk: boolean,
} as const;

/**
 * What a customer orders, and how to pay.
 * - `options`: `payment_method_options[method]`
 * - `data`: more of `payment_method_data[method]`
 * - `style`: `sandbox_style`, WooshPay's forms of answer
 */
export type OrderParams = Read<typeof ORDER> & {
  readonly gateway: DialectName;
  readonly method: string;
};

/** Reads an order, or throws with the words for whoever sent it. */
export async function readOrder(c: Context): Promise<OrderParams> {
  const body: unknown = await c.req.json().catch(() => null);
  if (typeof body !== 'object' || body === null) throw new ShopError('Send the order as JSON.');
  const { gateway, method, ...rest } = readParams(ORDER, body as Hash);
  if (!gateway || !method) throw new ShopError('An order needs a gateway and a method.');
  return { ...rest, gateway, method };
}

/** The currency that a method is at home in. */
export function defaultCurrency({ gateway, method }: OrderParams): string {
  return SHOP_METHODS[gateway].find((each) => each.method === method)?.currency ?? 'usd';
}

const isPhone = (userAgent = '') => /Mobi|Android|iPhone|iPad/.test(userAgent);

function dataOf({ card = '4242424242424242', data, method }: OrderParams): Hash {
  const number = { number: card, exp_month: 12, exp_year: 2034, cvc: '123' };
  const own = { ...(method === 'card' && number), ...data };
  return { type: method, ...(Object.keys(own).length > 0 && { [method]: own }) };
}

/** What the method needs: the payment that it is confirmed with, and how. */
export function methodParams(params: OrderParams, userAgent: string | undefined): Hash {
  const { expiresAfterSeconds, gateway, method, useStripeSdk } = params;
  const options = {
    ...(expiresAfterSeconds !== undefined && { expires_after_seconds: expiresAfterSeconds }),
    ...(method === 'alipayplus' && { terminal_type: isPhone(userAgent) ? 'WAP' : 'WEB' }),
    ...params.options,
  };
  const types = { stripe: 'allowed_payment_method_types', wooshpay: 'payment_method_types' };
  return {
    confirm: true,
    [types[gateway]]: [method],
    payment_method_data: dataOf(params),
    ...(Object.keys(options).length > 0 && { payment_method_options: { [method]: options } }),
    ...(useStripeSdk && { use_stripe_sdk: true }),
  };
}
