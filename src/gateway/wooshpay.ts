import type { Dialect } from './dialect.ts';

/**
 * WooshPay: HTTP Basic with the key as user name and no password ("API Introduction"). Test keys
 * belong to another host. Whether its servers answer a browser's preflight is not documented:
 * where they do not, read through the merchant's own server (`retrieve` of `createGateway`).
 */
export const wooshpay: Dialect = {
  address: 'https://api.wooshpay.com',
  testAddress: 'https://apitest.wooshpay.com',
  retrieve: ({ publishableKey, clientSecret }) => ({
    query: { client_secret: clientSecret },
    headers: { authorization: `Basic ${btoa(`${publishableKey}:`)}` },
  }),
};
