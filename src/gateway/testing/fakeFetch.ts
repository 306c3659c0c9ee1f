import { createGateway } from '../createGateway.ts';
import type { GatewayOptions } from '../gateway.ts';

export const PK = 'pk_test_4eC39HqLyjWD';
export const ID = 'pi_3MtwBwLkdIwHu7ix';
export const SECRET = `${ID}_secret_YrKJUKribcBjcG8H`;
export const INTENT = { id: ID, object: 'payment_intent', status: 'requires_action' };

type Fetch = NonNullable<GatewayOptions['fetch']>;

/** A `fetch` that gives one answer, whatever is asked: a text as it is, all else as JSON. */
export function respondWith(body: unknown, init?: ResponseInit): Fetch {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return async () => new Response(text, init);
}

/** A `fetch` whose answer never comes, but which ends with its signal, as a browser's does. */
export const neverRespond: Fetch = (_, init) =>
  new Promise((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

/** A `fetch` that answers with {@link INTENT} and keeps what it was asked. */
export function recordRequests() {
  const requests: { url: URL; input: string; init: RequestInit; headers: Headers }[] = [];
  const fetch: Fetch = async (input, init = {}) => {
    const url = new URL(input, 'https://shop.example');
    requests.push({ url, input, init, headers: new Headers(init.headers) });
    return Response.json(INTENT);
  };
  return { fetch, requests };
}

/** A gateway, by default Stripe with a test key. */
export function gatewayWith(options: Partial<GatewayOptions>) {
  return createGateway({ gateway: 'stripe', publishableKey: PK, ...options });
}

/** What a promise is rejected with; fails where it is not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const answer = await promise.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  if (!answer) throw new Error('It was expected to fail and did not.');
  return answer.error;
}
