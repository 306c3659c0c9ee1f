import { isRecord } from '../intent/index.ts';
import type { Refusal } from './dialect.ts';
import { GatewayError, type GatewayErrorDetails, type GatewayErrorKind } from './gatewayError.ts';

/** HTTP statuses with a meaning of their own; all others count by their class (4xx, 5xx). */
const BY_STATUS: Readonly<Record<number, GatewayErrorKind>> = {
  401: 'unauthorized',
  403: 'unauthorized',
  404: 'not-found',
  408: 'timeout',
  409: 'server',
  424: 'server',
  425: 'server',
  429: 'rate-limited',
};

/** Secrets and keys; and digits as customers enter them: a BLIK code, a tax ID, a phone number. */
const SECRET = /_secret_|[prs]k_(test|live)_|\d{6}/;

/**
 * What was thrown, for the developer; nothing where its words may hold a secret. What brings more
 * along (an HTTP client's request, a cause of its own) is told by its words alone.
 */
export function safeCause(error: unknown, clientSecret: string): unknown {
  const words = String(error);
  // A secret of a merchant's own gateway may have any form.
  if (SECRET.test(words) || words.includes(clientSecret)) return;
  const isPlain = error instanceof Error && !('cause' in error) && Object.keys(error).length === 0;
  return isPlain ? error : words;
}

const NO_GATEWAY = 'Nothing at this path answers as a gateway: look at api-base.';

/** The JSON of an answer; throws the {@link GatewayError} that another means. */
export async function readAnswer(
  response: Response,
  now: number,
  parseError: (answer: unknown) => ParsedRefusal | null = stripeRefusal,
): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    if (body === null) throw new GatewayError('malformed', { status: response.status });
    return body;
  }
  throw new GatewayError(...detailsOf(parseError(body), response, now));
}

/** As far as Stripe's form and a merchant's own have the same; from a gateway all of it may be odd. */
export interface ParsedRefusal extends Pick<Refusal, 'intent' | 'isDecline' | 'kind'> {
  readonly code?: unknown;
  readonly param?: unknown;
  readonly type?: unknown;
}

/** Stripe's form of a refusal, and WooshPay's. */
export function stripeRefusal(answer: unknown): ParsedRefusal | null {
  if (!isRecord(answer) || !isRecord(answer.error)) return null;
  const { code, type, param, payment_intent, setup_intent } = answer.error;
  return { code, type, param, intent: payment_intent ?? setup_intent };
}

/** What a {@link GatewayError} is made of, from an answer that is none of success. */
export function detailsOf(
  refusal: ParsedRefusal | null,
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  now: number,
): [GatewayErrorKind, GatewayErrorDetails] {
  const requestId = headers.get('request-id');
  const retryAt = retryTime(headers.get('retry-after'), now);
  const code = refusal?.code;
  const words = safeCodes(refusal);
  return [
    refusal?.kind ?? kindOf(status, code),
    {
      status,
      // A gateway that does not know the payment sends a code; a wrong path on some server sends none.
      detail: [status === 404 && code === undefined && NO_GATEWAY, words].filter(Boolean).join(' '),
      ...(requestId && { requestId }),
      ...(retryAt !== null && { retryAt }),
    },
  ];
}

/** Stripe has a 400, too, that asks for fewer requests (its SDK treats it as a 429). */
function kindOf(status: number, code: unknown): GatewayErrorKind {
  if (code === 'rate_limit') return 'rate-limited';
  return BY_STATUS[status] ?? (status >= 500 ? 'server' : 'rejected');
}

/**
 * The gateway's message may quote a key, a secret or what was entered. So only its code and the
 * parameter's name are passed on, and only where they look like a code and a name.
 */
function safeCodes(refusal: ParsedRefusal | null): string {
  const { code, type, param } = refusal ?? {};
  const words = [code ?? type, param].filter(
    (word) => typeof word === 'string' && /^[a-z0-9_.]{1,60}$/i.test(word) && !SECRET.test(word),
  );
  // Stripe's word for a secret of another payment, or of another account's.
  const cure = param === 'client_secret' ? 'The client secret is of another payment. ' : '';
  return words.length ? `${cure}(${words.join(', ')})` : '';
}

/** A customer is waiting, and a date may be held against a clock that is wrong. */
export const LONGEST_PAUSE_MS = 2 * 60_000;

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
function retryTime(header: string | null, now: number): number | null {
  if (!header) return null;
  const time = /^\d+$/.test(header) ? now + Number(header) * 1000 : Date.parse(header);
  return Number.isNaN(time) ? null : Math.min(time, now + LONGEST_PAUSE_MS);
}
