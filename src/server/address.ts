/**
 * The addresses of the requests that `toNode` has made. A `Request` has no place for it.
 */
const addresses = new WeakMap<Request, string>();

export function setAddress(request: Request, address: string | undefined): void {
  if (address) addresses.set(request, address);
}

/**
 * Loopback, private and link-local ones, by RFC 1918, 4193, 4291 and 6598: whoever connects from
 * there is a proxy of the shop's, and so stands for all customers.
 */
const PRIVATE =
  /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)|^(::1$|f[cd]|fe[89ab])/i;

/** The customer's own address, or null where it is a proxy's or not known. */
export function peerAddress(request: Request): string | null {
  const address = addresses.get(request);
  return address === undefined || PRIVATE.test(address) ? null : networkOf(address);
}

/** A household has 2^64 addresses of IPv6 (RFC 6177): they count as one. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = ''] = address.split('::');
  return `${head.split(':').slice(0, 4).join(':')}::/64`;
}
