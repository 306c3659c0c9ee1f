import type { Context } from 'hono';
import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import { SETUP_TYPES } from '../dialect/setupIntent.ts';
import { SAMPLE_BILLING, SAMPLE_DETAILS, SAMPLE_OPTIONS } from '../methods/requiredFields.ts';
import { jsonBody } from '../request/body.ts';
import {
  boolean,
  integer,
  list,
  object,
  oneOf,
  type Read,
  readParams,
  text,
} from '../request/readers.ts';
import { ShopError } from './shopGateway.ts';
import { SHOP_CHOICES, SHOP_METHODS } from './shopMethods.ts';

const ORDER = {
  gateway: oneOf('stripe', 'wooshpay'),
  kind: oneOf('payment', 'setup'),
  account: text,
  method: text,
  amount: integer,
  currency: text,
  card: text,
  returnPath: text,
  expiresAfterSeconds: integer,
  manualCapture: boolean,
  options: object,
  data: object,
  style: text,
  useStripeSdk: boolean,
  methods: list,
  params: object,
} as const;

/**
 * What a customer orders, and how to pay.
 * - `kind`: `payment`, or `setup` for a SetupIntent, which has no amount
 * - `account`: the connected account (`acct_…`) whose payment it is
 * - `method`: missing where the customer chooses in the checkout
 * - `methods`: the types to choose from; by default a few of each kind
 * - `params`: more parameters of the intent
 * - `options`: `payment_method_options[method]`
 * - `data`: more of `payment_method_data[method]`
 * - `style`: `sandbox_style`, WooshPay's forms of answer
 */
export type OrderParams = Read<typeof ORDER> & {
  readonly gateway: DialectName;
};

/** Reads an order, or throws an error that says what is wrong. */
export async function readOrder(c: Context): Promise<OrderParams> {
  const { gateway, ...rest } = readParams(ORDER, await jsonBody(c));
  if (!gateway) throw new ShopError('An order needs a gateway.');
  return { ...rest, gateway };
}

/** The currency that a method is at home in. */
export function defaultCurrency({ gateway, method }: OrderParams): string {
  return SHOP_METHODS[gateway].find((each) => each.method === method)?.currency ?? 'usd';
}

const isPhone = (userAgent = '') => /Mobi|Android|iPhone|iPad/.test(userAgent);

function dataOf(method: string, { card = '4242424242424242', data }: OrderParams): JsonObject {
  const number = { number: card, exp_month: 12, exp_year: 2034, cvc: '123' };
  const details = { ...(method === 'card' && number), ...SAMPLE_DETAILS[method], ...data };
  return {
    type: method,
    billing_details: SAMPLE_BILLING,
    ...(Object.keys(details).length > 0 && { [method]: details }),
  };
}

const TYPES = { stripe: 'allowed_payment_method_types', wooshpay: 'payment_method_types' } as const;

/** The types to choose from: for a setup those that can be saved. */
const choicesOf = ({ gateway, kind }: OrderParams) =>
  kind === 'setup'
    ? SHOP_CHOICES[gateway].filter((type) => SETUP_TYPES[gateway].includes(type))
    : SHOP_CHOICES[gateway];

/**
 * The parameters about payment methods: one method, confirmed at once, or several to choose from.
 */
export function methodParams(params: OrderParams, userAgent: string | undefined): JsonObject {
  const { method, gateway, methods = choicesOf(params) } = params;
  if (method === undefined) return { [TYPES[gateway]]: methods, ...params.params };
  return { ...confirmed(method, params, userAgent), [TYPES[gateway]]: [method], ...params.params };
}

function confirmed(method: string, params: OrderParams, userAgent: string | undefined): JsonObject {
  const { expiresAfterSeconds, useStripeSdk } = params;
  const options = {
    ...(expiresAfterSeconds !== undefined && { expires_after_seconds: expiresAfterSeconds }),
    ...(method === 'alipayplus' && { terminal_type: isPhone(userAgent) ? 'WAP' : 'WEB' }),
    ...SAMPLE_OPTIONS[method],
    ...params.options,
  };
  return {
    confirm: true,
    payment_method_data: dataOf(method, params),
    ...(Object.keys(options).length > 0 && { payment_method_options: { [method]: options } }),
    ...(useStripeSdk && { use_stripe_sdk: true }),
  };
}
