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
  const { gateway, publishableKey, apiBase, fetch, retrieve, confirm } = source;
  return useMemo(() => {
    try {
      return resolveGateway({ gateway, publishableKey, apiBase, fetch, retrieve, confirm });
    } catch (error) {
      return misconfigured(error);
    }
  }, [gateway, publishableKey, apiBase, fetch, retrieve, confirm]);
}

function misconfigured(error: unknown): Gateway {
  const detail = error instanceof Error ? error.message : '';
  const fail = () => Promise.reject(new GatewayError('misconfigured', { detail }));
  return {
    // Another mistake is another gateway, and so is the one that is right at last.
    name: detail,
    baseUrl: '',
    publishableKey: '',
    intentId: intentIdOf,
    parse: parseIntent,
    retrieve: fail,
    confirm: fail,
  };
}
