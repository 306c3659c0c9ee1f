import { useMemo } from 'react';
import { type Gateway, type GatewaySource, gatewayFrom } from '../gateway/index.ts';

/** The gateway that the props name; the same object as long as they are the same. */
export function useGateway(source: GatewaySource): Gateway {
  const { gateway, publishableKey, apiBase, fetch, retrieve, confirm } = source;
  return useMemo(
    () => gatewayFrom({ gateway, publishableKey, apiBase, fetch, retrieve, confirm }),
    [gateway, publishableKey, apiBase, fetch, retrieve, confirm],
  );
}
