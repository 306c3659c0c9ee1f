import type { Json } from '../../checkout/testing/world.ts';
import { createGateway, type Gateway } from '../../gateway/index.ts';

/** What the gateway does with a read: answers, at once or late, with a status, breaks, or never answers. */
export type Answer =
  | Json
  | { readonly http: number }
  | { readonly after: number; readonly gives: Json }
  | 'offline'
  | 'silence';

interface Read {
  readonly url: URL;
  readonly signal: AbortSignal;
}

/** A gateway that does as it is told and keeps what it was asked. */
export function createFakeGateway(first: Answer) {
  let answer = first;
  const reads: Read[] = [];
  const fetch = (input: string, init?: RequestInit): Promise<Response> => {
    const signal = init?.signal as AbortSignal;
    reads.push({ url: new URL(input), signal });
    return reply(answer);
  };
  const make = (): Gateway =>
    createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch });
  return {
    reads,
    fetch,
    /** The same gateway, made anew, as an inline `createGateway` in a render does. */
    make,
    /** What the gateway does from now on. */
    set(next: Answer) {
      answer = next;
    },
  };
}

function reply(answer: Answer): Promise<Response> {
  if (answer === 'silence') return new Promise(() => {});
  if (answer === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
  if ('after' in answer) {
    const { after, gives } = answer as { after: number; gives: Json };
    return new Promise((resolve) => setTimeout(() => resolve(Response.json(gives)), after));
  }
  const status = 'http' in answer ? Number(answer.http) : 200;
  return Promise.resolve(Response.json('http' in answer ? { error: {} } : answer, { status }));
}
