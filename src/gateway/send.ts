import { kindOfId } from '../intent/index.ts';
import type { GatewayRequest } from './dialect.ts';
import type { GatewayReader } from './gatewayReader.ts';

/**
 * Sends a request of either kind: without cookies, and past every cache.
 * @param defaultPath {@link intentPath}, or what lies below it, where the request has no path.
 */
export function send(
  { baseUrl, options }: Pick<GatewayReader, 'baseUrl' | 'options'>,
  defaultPath: string,
  request: GatewayRequest,
  signal: AbortSignal,
): Promise<Response> {
  const { path = defaultPath, query, ...init } = request;
  const url = baseUrl + path + (query ? `?${new URLSearchParams(query)}` : '');
  // Wrapped, not referenced: a test or a monitor may replace the global later.
  const fetching = options.fetch ?? ((input, init) => fetch(input, init));
  return fetching(url, { ...init, signal, credentials: 'omit', cache: 'no-store' });
}

/** Where both gateways have an intent: by the kind that its id tells. */
export const intentPath = (id: string) => `/v1/${kindOfId(id)}_intents/${encodeURIComponent(id)}`;
