/** The name in a `Host` header or an option, as URLs write it; null for what is none. */
export function hostnameOf(host: string): string | null {
  const url = `http://${host}`;
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/\.$/, '') || null;
}

/** The same with its port, in the one form in which browsers write it. */
export const canonicalHost = (host: string): string =>
  hostnameOf(host) === null ? host : new URL(`http://${host}`).host;

const LOOPBACK = /^(127(\.\d+){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/;

/** Whether a host, as URLs write it, is this computer and nothing else (RFC 6761, 6.3). */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname.endsWith('.localhost') || LOOPBACK.test(hostname);

/** The same for a host and its port, as `Origin` and `Host` tell them. */
export const isLoopbackHost = (host: string): boolean => isLoopback(hostnameOf(host) ?? '');

/** `.example.com` is every name that ends so. */
const matches = (hostname: string) => (allowed: string) =>
  allowed.startsWith('.')
    ? hostname.endsWith(allowed.toLowerCase())
    : hostname === hostnameOf(allowed);

/** What a developer may allow: a name or an address without its port, or `.example.com`. */
export const isHostPattern = (text: string): boolean =>
  hostnameOf(text.replace(/^\./, '')) !== null && !/:\d+$/.test(text.replace(/\[.*\]/, ''));

/** Whether one of the names is the host's. */
export const isAmong = (hostname: string, allowed: readonly string[]): boolean =>
  allowed.some(matches(hostname));
