import type { Context, MiddlewareHandler } from 'hono';
import type { Dialect } from '../dialect/dialect.ts';
import { requestParams } from '../dialect/requestParams.ts';
import { ApiError, problems } from '../errors/errors.ts';
import { isSecretKey, keyOf } from '../request/auth.ts';
import { isCrossSite, isSameOrigin } from '../request/origins.ts';

/** The key, or null where the request cannot be read: the operation will say so. */
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
 * Refuses a secret key from a page of any other origin: a server sends neither `Origin` nor
 * `Sec-Fetch-Site`. Any key that begins with `sk_test_` is right here, so whatever site a developer
 * has open could otherwise read all payments and have webhooks sent into their network.
 */
export function refuseSecretKeysOfPages(dialect: Dialect): MiddlewareHandler {
  return async (c, next) => {
    if (!isSameOrigin(c) && isSecretKey(await keyIn(c, dialect)))
      throw problems.secretKeyInPage(originIn(c));
    await next();
  };
}

/**
 * What asks for a client secret, is a picture of what customers are shown anyway, or tells who knows a
 * payment's id how it stands.
 */
const PUBLIC_READS = /^\/sandbox\/(intents\/[^/]+(\/hints)?|qr\/[^/]+\.(svg|png))$/;

const isRead = ({ req }: Context) => req.method === 'GET' || req.method === 'HEAD';

/** Whether a page of any origin may read the answer to a request under `/sandbox`. */
export const isPublicRead = (c: Context): boolean => isRead(c) && PUBLIC_READS.test(c.req.path);

/**
 * Refuses what another site's page would do in a developer's or a customer's name. What it asks for
 * without doing anything it gets, and may not read (cors.ts).
 */
export const refuseCrossSite: MiddlewareHandler = async (c, next) => {
  if (!isRead(c) && isCrossSite(c)) throw problems.crossSitePage(originIn(c));
  await next();
};
