import type { GatewayName, Param } from './createGateway.ts';
import { STRIPE_VERSION } from './stripeVersion.ts';

type Params = Readonly<Record<string, Param | undefined>>;

/** How each gateway wants what is sent to it, and who sends it. */
export const WIRES: Readonly<
  Record<
    GatewayName,
    (
      publishableKey: string,
      params: Params,
    ) => { readonly headers: Readonly<Record<string, string>>; readonly body: string }
  >
> = {
  stripe: (key, params) => ({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([
      ['key', key],
      ...pairs({ ...STRIPE_VERSION, ...params }),
    ]).toString(),
  }),
  wooshpay: (key, params) => ({
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${key}:`)}` },
    body: JSON.stringify(params),
  }),
};

/** Stripe's form: `payment_method_data[billing_details][name]=…`, lists by their number. */
function pairs(params: Params, of = ''): string[][] {
  return Object.entries(params).flatMap(([name, value]) => {
    const path = of ? `${of}[${name}]` : name;
    if (value === undefined) return [];
    return typeof value === 'object' ? pairs({ ...value } as Params, path) : [[path, `${value}`]];
  });
}
