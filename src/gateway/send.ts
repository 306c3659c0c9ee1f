import type { GatewayRequest } from './dialect.ts';
import type { Transport } from './gateway.ts';

/** Sends a request of either kind: without cookies, and past every cache. */
export function send(
  url: string,
  { method = 'GET', query, headers = {}, body }: GatewayRequest,
  { fetch: ownFetch }: Transport,
  signal: AbortSignal,
): Promise<Response> {
  // Wrapped, not referenced: a test or a monitor may replace the global later.
  const request = ownFetch ?? ((input, init) => fetch(input, init));
  return request(query ? `${url}?${new URLSearchParams(query)}` : url, {
    method,
    headers,
    body: body ?? null,
    signal,
    credentials: 'omit',
    cache: 'no-store',
  });
}
