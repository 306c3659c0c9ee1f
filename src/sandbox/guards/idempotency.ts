import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Dialect } from '../dialect/dialect.ts';
import { requestParams } from '../dialect/requestParams.ts';
import { ApiError, problems } from '../errors/errors.ts';
import { keyOf } from '../request/auth.ts';

const DAY = 24 * 3600 * 1000;
const LONGEST_KEY = 255;
const MOST_ANSWERS = 10_000;
/** Of all of them together: an answer may be as long as what it was asked with. */
const MOST_CHARACTERS = 20_000_000;

/** What an operation answered. */
interface Answer {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
}

/** What a key was first used for, and how that went; while it is on its way there is no answer. */
interface Use {
  readonly at: number;
  readonly path: string;
  readonly params: string;
  readonly requestId: string;
  readonly answer: Answer | null;
}

const sizeOf = (name: string, { answer, params, path }: Use): number =>
  name.length + path.length + params.length + (answer?.body.length ?? 0);

/** The answers that are kept for repeated keys: for a day, and not without end. */
export class Answers {
  readonly #now: () => number;
  /** In the order of their beginnings. */
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

  /** What is still on its way stays: nobody else may use its key meanwhile. */
  #prune(): void {
    for (const [name, { answer, at }] of this.#uses) {
      if (at > this.#now() - DAY && !this.#isFull) return;
      if (answer) this.forget(name);
    }
  }
}

/** Without it, a search among card numbers would find the one that a digest is of. */
const SALT = crypto.getRandomValues(new Uint8Array(32)).join();

/** What tells one set of parameters from another. Card numbers are among them: only this is kept. */
async function printOf(params: object): Promise<string> {
  const bytes = new TextEncoder().encode(SALT + canonical(params));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** The same text for the same parameters, in whatever order they came. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const names = Object.keys(value).sort();
  const parts = names.map((name) => `${JSON.stringify(name)}:${canonical((value as never)[name])}`);
  return `{${parts.join()}}`;
}

/**
 * Refusals before an operation began are not kept: mistakes in parameters, and all that is none of
 * the operation's business. A state that does not allow it, on the other hand, is its answer.
 */
function isKept({ status, body }: Answer): boolean {
  if (status === 400) return body.includes('"payment_intent_unexpected_state"');
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

/** The parameters and whose they are, or null where the operation will refuse the request itself. */
async function readUse(c: Context, dialect: Dialect) {
  try {
    const { key, ...params } = await requestParams(c, dialect);
    const account = keyOf(c.req.header('authorization') ?? null, key);
    return {
      account,
      path: c.req.path.replace(/^.*?(?=\/v1\/)/, ''),
      params: await printOf(params),
    };
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

/**
 * `Idempotency-Key`, as Stripe documents it: a POST that is sent again with the same key gets the
 * first answer again, also a 500. The key belongs to an API key; used for anything else it is an
 * error, and while the first request is on its way it is a conflict.
 */
export function idempotency(dialect: Dialect, answers: Answers): MiddlewareHandler {
  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (c.req.method !== 'POST' || !key) return next();
    if (key.length > LONGEST_KEY) throw problems.idempotencyKeyTooLong();
    c.header('Idempotency-Key', key);
    const request = await readUse(c, dialect);
    if (!request?.account) return next();
    const name = `${dialect.name} ${request.account} ${key}`;
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

async function run(c: Context, next: () => Promise<void>, answers: Answers, name: string) {
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
