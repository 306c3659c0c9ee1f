/** Redirects that this page has made by itself, where sessionStorage cannot be used. */
const remembered = new Set<string>();

/**
 * Whether the customer was already sent to this address. Coming back (by Back, by a reload, by the
 * return address on the same page) must not send them off again. Lives as long as the tab, and
 * holds a checksum, since the address itself may carry a secret.
 */
export function hasDeparted(intentId: string, url: string): boolean {
  const key = keyOf(intentId, url);
  // Stripe names the PaymentIntent in the return address; the tab that left may be another one.
  if (new URLSearchParams(location.search).get('payment_intent') === intentId) return true;
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return remembered.has(key) || cameBack();
  }
}

export function rememberDeparture(intentId: string, url: string): void {
  const key = keyOf(intentId, url);
  remembered.add(key);
  try {
    sessionStorage.setItem(key, '1');
  } catch {
    // Storage is forbidden here; the browser's own word about how we came has to do.
  }
}

function cameBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && (entry as PerformanceNavigationTiming).type !== 'navigate';
}

function keyOf(intentId: string, url: string): string {
  let sum = 5381;
  for (let i = 0; i < url.length; i++) sum = (Math.imul(sum, 33) ^ url.charCodeAt(i)) >>> 0;
  return `paystep:${intentId}:${sum.toString(36)}`;
}
