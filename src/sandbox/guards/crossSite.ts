import type { Context, MiddlewareHandler } from 'hono';
import type { Dialect } from '../dialect/dialect.ts';
import { requestParams } from '../dialect/requestParams.ts';
import { ApiError, problems } from '../errors/errors.ts';
import { isSecretKey, keyOf } from '../request/auth.ts';
import { isCrossSite, isSameOrigin } from '../request/origins.ts';

/** The API key, or null where the request cannot be parsed: then the operation reports it. */
async function keyIn(c: Context, dialect: Dialect): Promise<string | null> {
  const header = keyOf(c.req.header('authorization') ?? null, null);
  if (header !== null) return header;
  try {
    return keyOf(null, (await requestParams(c, dialect)).key);
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

const originIn = ({ req }: Context) => (req.header('origin') ?? 'another origin').slice(0, 100);

/**
 * Refuses a secret key from a page of another origin; servers send neither `Origin` nor
 * `Sec-Fetch-Site`. Any key that begins with `sk_test_` is accepted here, so any site that a
 * developer has open could otherwise read all payments and have webhooks sent into their network.
 */
export function refuseSecretKeysOfPages(dialect: Dialect): MiddlewareHandler {
  return async (c, next) => {
    if (!isSameOrigin(c) && isSecretKey(await keyIn(c, dialect)))
      throw problems.secretKeyInPage(originIn(c));
    await next();
  };
}

/**
 * Reads that need a client secret, are pictures for customers, or show the status of a payment by
 * its id.
 */
const PUBLIC_READS = /^\/sandbox\/(intents\/[^/]+(\/updates)?|qr\/[^/]+\.(svg|png))$/;

const isRead = ({ req }: Context) => req.method === 'GET' || req.method === 'HEAD';

/** Whether a page of any origin may read the answer to a request under `/sandbox`. */
export const isPublicRead = (c: Context): boolean => isRead(c) && PUBLIC_READS.test(c.req.path);

/**
 * Refuses writes by pages of other sites. Their reads have no effects, and CORS hides the answers
 * (cors.ts).
 */
export const refuseCrossSite: MiddlewareHandler = async (c, next) => {
  if (!isRead(c) && isCrossSite(c)) throw problems.crossSitePage(originIn(c));
  await next();
};
