import { checksum } from '../../checkout/index.ts';

/** Redirects made by this page where sessionStorage cannot be written. */
const remembered = new Set<string>();

/**
 * Whether the customer was already sent to this URL. Coming back (by Back, by a reload, by the
 * return URL on the same page) must not send them off again. Lives as long as the tab, and
 * holds a checksum, since the URL itself may carry a secret.
 */
export function hasRedirected(intentId: string, url: string): boolean {
  const key = keyOf(intentId, url);
  // Stripe names it in the return URL (`payment_intent`, `setup_intent`); the tab that left may be another one.
  const params = location.href.split(/[?&#]/);
  if (params.some((param) => param.endsWith(`_intent=${intentId}`))) return true;
  if (remembered.has(key) || arrival() === 'back_forward') return true;
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return arrival() === 'reload';
  }
}

export function rememberRedirect(intentId: string, url: string): void {
  const key = keyOf(intentId, url);
  try {
    sessionStorage.setItem(key, '1');
  } catch {
    remembered.add(key);
  }
}

/** How this page was come to, where the browser tells. */
function arrival(): string | undefined {
  const [entry] = performance.getEntriesByType('navigation');
  return (entry as PerformanceNavigationTiming | undefined)?.type;
}

function keyOf(intentId: string, url: string): string {
  return `paystep:${intentId}:${checksum(url).toString(36)}`;
}
