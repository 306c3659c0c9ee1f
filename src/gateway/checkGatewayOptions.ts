import { hasOwn } from '../intent/index.ts';
import type { DialectReads } from './dialect.ts';
import type { GatewayName, GatewayOptions } from './gateway.ts';
import { stripe } from './stripe.ts';
import { wooshpay } from './wooshpay.ts';

const DIALECTS: Readonly<Record<GatewayName, DialectReads>> = { stripe, wooshpay };

/** The dialect that these options name. Throws a TypeError where they cannot be right. */
export function checkedDialect({
  gateway,
  publishableKey = '',
  account = '',
  retrieve,
}: GatewayOptions): DialectReads {
  const isObject = typeof gateway === 'object' && gateway !== null;
  if (!isObject && !hasOwn(DIALECTS, gateway)) {
    throw new TypeError(
      `Paystep: the gateway is missing or unknown. Give one of: ${Object.keys(DIALECTS).join(', ')}.`,
    );
  }
  if (isObject && (!gateway.retrieve || !gateway.confirm)) {
    throw new TypeError(
      'Paystep: the gateway is an object without retrieve and confirm. Give createGateway(…), or a Dialect.',
    );
  }
  if (/^[sr]k_/.test(publishableKey) || /^[sr]k_/.test(account)) {
    throw new TypeError(
      'Paystep: a secret key was given as publishable key or account. It must never reach a browser: revoke it at the gateway and give the key that begins with "pk_".',
    );
  }
  // A merchant's server has its own key, and the keys of another gateway may have any form.
  const isNeeded = !isObject && (!retrieve || Boolean(publishableKey));
  if (isNeeded && !/^pk_\w+$/.test(publishableKey)) {
    throw new TypeError(
      'Paystep: the publishable key is missing or malformed. Give the key that begins with "pk_test_" or "pk_live_", without quotes or spaces.',
    );
  }
  if (gateway === 'stripe' && account && !/^acct_\w+$/.test(account)) {
    throw new TypeError(
      'Paystep: the account is malformed. Give the id that begins with "acct_", without quotes or spaces.',
    );
  }
  return isObject ? gateway : DIALECTS[gateway];
}

/** The URL that requests go to, without `/v1`. */
export function baseUrlOf(
  dialect: DialectReads,
  { apiBase, publishableKey = '' }: GatewayOptions,
): string {
  if (apiBase) return apiBase.replace(/\/+$/, '').replace(/\/v1$/, '');
  const { baseUrl, testBaseUrl = baseUrl } = dialect;
  return publishableKey.startsWith('pk_test_') ? testBaseUrl : baseUrl;
}
