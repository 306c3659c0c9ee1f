import { useMemo } from 'react';
import {
  type Gateway,
  GatewayError,
  type GatewaySource,
  resolveGateway,
} from '../gateway/index.ts';
import { intentIdOf, parseIntent } from '../intent/index.ts';

/**
 * The gateway that the props name; the same object as long as they are the same. Of props that name
 * none comes one whose reads fail, so that the page around goes on.
 */
export function useGateway(source: GatewaySource): Gateway {
  const { gateway, publishableKey, account, apiBase, fetch, retrieve, confirm } = source;
  return useMemo(() => {
    try {
      const options = { publishableKey, account, apiBase, fetch, retrieve, confirm };
      return resolveGateway({ gateway, ...options });
    } catch (error) {
      return misconfigured(error, account);
    }
  }, [gateway, publishableKey, account, apiBase, fetch, retrieve, confirm]);
}

function misconfigured(error: unknown, account: string | undefined): Gateway {
  const detail = error instanceof Error ? error.message : '';
  const fail = () => Promise.reject(new GatewayError('misconfigured', { detail }));
  return {
    // Another mistake is another gateway, and so is the one that is right at last.
    name: detail,
    baseUrl: '',
    publishableKey: '',
    account,
    intentId: intentIdOf,
    parse: parseIntent,
    retrieve: fail,
    confirm: fail,
  };
}
