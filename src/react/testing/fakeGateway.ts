import type { Json } from '../../checkout/testing/createTestCheckout.ts';
import { createGateway, type Gateway } from '../../gateway/index.ts';

/** What the gateway does with a read: answers, at once or late, with a status, breaks, or never answers. */
export type Answer =
  | Json
  | { readonly http: number; readonly error?: Json }
  | { readonly after: number; readonly gives: Json }
  | 'offline'
  | 'silence';

interface Read {
  readonly url: URL;
  readonly signal: AbortSignal;
}

/** What a confirm has brought along, as a form. */
type ConfirmForm = Readonly<Record<string, string>>;

/** A gateway that does as it is told and keeps what it was asked. */
export function createFakeGateway(first: Answer) {
  let answer = first;
  let confirmed: Answer | null = null;
  const reads: Read[] = [];
  const sent: ConfirmForm[] = [];
  const fetch = (input: string, init?: RequestInit): Promise<Response> => {
    if (init?.method === 'POST') {
      sent.push(Object.fromEntries(new URLSearchParams(String(init.body))));
      // What a confirm brings about is what is read from then on.
      answer = answerAfter(confirmed) ?? answer;
      return reply(confirmed ?? answer);
    }
    const signal = init?.signal as AbortSignal;
    reads.push({ url: new URL(input), signal });
    return reply(answer);
  };
  const make = (): Gateway =>
    createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch });
  return {
    reads,
    /** What was confirmed with. */
    sent,
    /** What the gateway answers to a confirm. */
    confirmWith(next: Answer) {
      confirmed = next;
    },
    fetch,
    /** The same gateway, made anew, as an inline `createGateway` in a render does. */
    make,
    /** What the gateway does from now on. */
    setAnswer(next: Answer) {
      answer = next;
    },
  };
}

/** The payment after a confirm that is answered so; null where nothing has come of it. */
function answerAfter(answer: Answer | null): Answer | null {
  if (typeof answer !== 'object' || answer === null || !('http' in answer)) return answer;
  const error = answer.error as Json | undefined;
  return ((error?.payment_intent ?? error?.setup_intent) as Json | undefined) ?? null;
}

function reply(answer: Answer): Promise<Response> {
  if (answer === 'silence') return new Promise(() => {});
  if (answer === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
  if ('after' in answer) {
    const { after, gives } = answer as { after: number; gives: Json };
    return new Promise((resolve) => setTimeout(() => resolve(Response.json(gives)), after));
  }
  const status = 'http' in answer ? Number(answer.http) : 200;
  const error = 'http' in answer ? (answer.error ?? {}) : null;
  return Promise.resolve(Response.json(error ? { error } : answer, { status }));
}
