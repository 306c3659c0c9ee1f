import type { GatewayRequest } from './dialect.ts';
import type { GatewayReader } from './gatewayReader.ts';

/**
 * Sends a request of either kind: without cookies, and past every cache.
 * @param defaultPath behind `/v1/payment_intents/`, where the request has no path.
 */
export function send(
  { baseUrl, options }: Pick<GatewayReader, 'baseUrl' | 'options'>,
  defaultPath: string,
  request: GatewayRequest,
  signal: AbortSignal,
): Promise<Response> {
  const { path = `/v1/payment_intents/${defaultPath}`, query, ...init } = request;
  const url = baseUrl + path + (query ? `?${new URLSearchParams(query)}` : '');
  // Wrapped, not referenced: a test or a monitor may replace the global later.
  const fetching = options.fetch ?? ((input, init) => fetch(input, init));
  return fetching(url, { ...init, signal, credentials: 'omit', cache: 'no-store' });
}
