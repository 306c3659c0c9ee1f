/** The hostname of a `Host` header or an option, as URLs write it; null where it is not one. */
export function hostnameOf(host: string): string | null {
  const url = `http://${host}`;
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/\.$/, '') || null;
}

/** The host with its port, in the form in which browsers write it. */
export const canonicalHost = (host: string): string =>
  hostnameOf(host) === null ? host : new URL(`http://${host}`).host;

const LOOPBACK = /^(127(\.\d+){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/;

/** Whether a hostname always means this computer (RFC 6761, 6.3). */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname.endsWith('.localhost') || LOOPBACK.test(hostname);

/** The same for a host with its port, as in `Origin` and `Host`. */
export const isLoopbackHost = (host: string): boolean => isLoopback(hostnameOf(host) ?? '');

/** `.example.com` stands for every hostname that ends with it. */
const matches = (hostname: string) => (allowed: string) =>
  allowed.startsWith('.')
    ? hostname.endsWith(allowed.toLowerCase())
    : hostname === hostnameOf(allowed);

/** Whether a developer may allow it: a name or an IP address without a port, or `.example.com`. */
export const isHostPattern = (text: string): boolean =>
  hostnameOf(text.replace(/^\./, '')) !== null && !/:\d+$/.test(text.replace(/\[.*\]/, ''));

/** Whether the hostname is one of the allowed ones. */
export const isAmong = (hostname: string, allowed: readonly string[]): boolean =>
  allowed.some(matches(hostname));
