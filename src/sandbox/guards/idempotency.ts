import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Dialect } from '../dialect/dialect.ts';
import { requestParams } from '../dialect/requestParams.ts';
import { ApiError, problems } from '../errors/errors.ts';
import { keyOf } from '../request/auth.ts';

const DAY = 24 * 3600 * 1000;
const LONGEST_KEY = 255;
const MOST_ANSWERS = 10_000;
/** Of all answers together, in characters. */
const MOST_CHARACTERS = 20_000_000;

/** What an operation answered. */
interface Answer {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
}

/** The first use of a key. The answer is null while that request is running. */
interface Use {
  readonly at: number;
  readonly path: string;
  readonly params: string;
  readonly requestId: string;
  readonly answer: Answer | null;
}

const sizeOf = (name: string, { answer, params, path }: Use): number =>
  name.length + path.length + params.length + (answer?.body.length ?? 0);

/** The answers for repeated keys, stored for a day and up to a limit. */
export class IdempotencyStore {
  readonly #now: () => number;
  /** In order of their start. */
  readonly #uses = new Map<string, Use>();
  #characters = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get(name: string): Use | undefined {
    this.#prune();
    return this.#uses.get(name);
  }

  begin(name: string, use: Omit<Use, 'at' | 'answer'>): void {
    this.#put(name, { ...use, at: this.#now(), answer: null });
  }

  end(name: string, answer: Answer): void {
    const use = this.#uses.get(name);
    if (!use) return;
    this.#put(name, { ...use, answer });
    this.#prune();
  }

  forget(name: string): void {
    const use = this.#uses.get(name);
    this.#characters -= use ? sizeOf(name, use) : 0;
    this.#uses.delete(name);
  }

  #put(name: string, use: Use): void {
    const before = this.#uses.get(name);
    this.#characters += sizeOf(name, use) - (before ? sizeOf(name, before) : 0);
    this.#uses.set(name, use);
  }

  get #isFull(): boolean {
    return this.#uses.size > MOST_ANSWERS || this.#characters > MOST_CHARACTERS;
  }

  /** Requests that are running stay, so that no other one can use their keys. */
  #prune(): void {
    for (const [name, { answer, at }] of this.#uses) {
      if (at > this.#now() - DAY && !this.#isFull) return;
      if (answer) this.forget(name);
    }
  }
}

/** Without salt, a search over card numbers would find the one behind a digest. */
const SALT = crypto.getRandomValues(new Uint8Array(32)).join();

/** A digest of the parameters. They may hold card numbers, so nothing else of them is stored. */
async function printOf(params: object): Promise<string> {
  const bytes = new TextEncoder().encode(SALT + canonical(params));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** The same text for the same parameters in any order. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const names = Object.keys(value).sort();
  const parts = names.map((name) => `${JSON.stringify(name)}:${canonical((value as never)[name])}`);
  return `{${parts.join()}}`;
}

/**
 * Whether an answer is stored. Refusals before the operation, such as wrong parameters, are not; a
 * payment's status that does not allow it is an answer of the operation.
 */
function isKept({ status, body }: Answer): boolean {
  if (status === 400)
    return /"((payment|setup)_intent_unexpected|intent_invalid)_state"/.test(body);
  return status < 400 || status === 402 || status >= 500;
}

async function answerOf(response: Response): Promise<Answer> {
  const contentType = response.headers.get('content-type') ?? 'application/json';
  return { status: response.status, body: await response.clone().text(), contentType };
}

function replay(c: Context, { answer, requestId }: Use): Response {
  if (!answer) throw problems.keyInUse(c.req.header('idempotency-key') ?? '');
  c.header('Idempotent-Replayed', 'true');
  c.header('Original-Request', requestId);
  // "The API may ask us not to retry (e.g., if doing so would be a no-op)": stripe-node.
  if (answer.status >= 500) c.header('Stripe-Should-Retry', 'false');
  c.header('Content-Type', answer.contentType);
  return c.body(answer.body, answer.status as ContentfulStatusCode);
}

function replayFor(c: Context, use: Use, request: Pick<Use, 'path' | 'params'>): Response {
  const name = c.req.header('idempotency-key') ?? '';
  if (use.path !== request.path) throw problems.otherEndpoint(name, use.path, request.path);
  if (use.params !== request.params) throw problems.otherParams(name);
  return replay(c, use);
}

/** The owner of the key, path and parameters; null where the operation will refuse the request. */
async function readUse(c: Context, dialect: Dialect) {
  try {
    const { account, key, raw } = await requestParams(c, dialect);
    const apiKey = keyOf(c.req.header('authorization') ?? null, key);
    return {
      owner: apiKey && `${apiKey} ${account ?? ''}`,
      path: c.req.path.replace(/^.*?(?=\/v1\/)/, ''),
      params: await printOf(raw),
    };
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

/**
 * `Idempotency-Key`, as Stripe documents it: a repeated POST with the same key gets the first
 * answer again, even a 500. Keys belong to an API key and a connected account. Another request with the key is an error,
 * and one during the first request is a conflict.
 */
export function idempotency(dialect: Dialect, answers: IdempotencyStore): MiddlewareHandler {
  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (c.req.method !== 'POST' || !key) return next();
    if (key.length > LONGEST_KEY) throw problems.idempotencyKeyTooLong();
    c.header('Idempotency-Key', key);
    const request = await readUse(c, dialect);
    if (!request?.owner) return next();
    const name = `${dialect.name} ${request.owner} ${key}`;
    const use = answers.get(name);
    if (use) return replayFor(c, use, request);
    answers.begin(name, {
      path: request.path,
      params: request.params,
      requestId: c.get('requestId'),
    });
    await run(c, next, answers, name);
  };
}

async function run(c: Context, next: () => Promise<void>, answers: IdempotencyStore, name: string) {
  try {
    await next();
    const answer = await answerOf(c.res);
    if (isKept(answer)) answers.end(name, answer);
    else answers.forget(name);
  } catch (error) {
    answers.forget(name);
    throw error;
  }
}
