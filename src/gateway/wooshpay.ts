import type { Dialect, DialectReads } from './dialect.ts';

/**
 * WooshPay: HTTP Basic with the key as user name and no password ("API Introduction"). Test keys
 * belong to another host. Whether its servers answer a browser's preflight is not documented: where
 * they do not, read through the merchant's own server (`retrieve` of `createGateway`). Nor is `expand`
 * documented; where it is refused, the PaymentIntent is read without it.
 */
export const wooshpay: DialectReads = {
  name: 'wooshpay',
  baseUrl: 'https://api.wooshpay.com',
  testBaseUrl: 'https://apitest.wooshpay.com',
  retrieve: ({ publishableKey, clientSecret, expand }) => ({
    query: { client_secret: clientSecret, ...(expand && { 'expand[]': 'payment_method' }) },
    headers: basic(publishableKey),
  }),
};

/** How WooshPay confirms; apart, since the script tag's first file has no use for it. */
export const confirmAtWooshpay: Dialect['confirm'] = ({
  publishableKey,
  clientSecret,
  params,
  idempotencyKey,
}) => ({
  headers: {
    ...basic(publishableKey),
    'content-type': 'application/json',
    'idempotency-key': idempotencyKey,
  },
  body: JSON.stringify({ ...params, client_secret: clientSecret }),
});

const basic = (key: string) => ({ authorization: `Basic ${btoa(`${key}:`)}` });
