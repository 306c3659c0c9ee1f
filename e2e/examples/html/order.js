/** What a <paystep-checkout> needs to know of an order, as our server tells it. */
export function attributesOf({ id, gateway, publishableKey, apiBase, clientSecret, updatesUrl }) {
  const attributes = {
    gateway,
    'publishable-key': publishableKey,
    'api-base': apiBase,
    'client-secret': clientSecret,
    'updates-url': updatesUrl,
    'return-url': `${location.origin}/return.html?order=${id}`,
  };
  // Without an address of its own, the gateway's is taken.
  return Object.entries(attributes).filter(([, value]) => value);
}
