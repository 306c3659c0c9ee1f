import type { Connection } from './connection.ts';
import type { GatewayRequest } from './dialect.ts';

/**
 * Sends a request of either kind: without cookies, and past every cache.
 * @param path behind that of the PaymentIntents, where the request has no other.
 */
export function send(
  { baseUrl, options }: Pick<Connection, 'baseUrl' | 'options'>,
  path: string,
  request: GatewayRequest,
  signal: AbortSignal,
): Promise<Response> {
  const { method = 'GET', query, headers = {}, body = null } = request;
  const url = baseUrl + (request.path ?? `/v1/payment_intents/${path}`);
  // Wrapped, not referenced: a test or a monitor may replace the global later.
  const fetching = options.fetch ?? ((input, init) => fetch(input, init));
  return fetching(query ? `${url}?${new URLSearchParams(query)}` : url, {
    method,
    headers,
    body,
    signal,
    credentials: 'omit',
    cache: 'no-store',
  });
}
