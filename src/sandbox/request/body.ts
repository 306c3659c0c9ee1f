import type { Context, MiddlewareHandler } from 'hono';
import type { JsonObject } from '../base/json.ts';
import { parseJsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { checkShape } from './bounds.ts';

/** More than any call needs, and too little to fill the memory. Bytes. */
export const LARGEST_BODY = 1024 * 1024;

/** Reads the body. A server checks `Content-Length`; a body without one is counted here. */
async function read(request: Request, most: number): Promise<ArrayBuffer> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (length > most) throw problems.bodyTooLarge(most);
  // Some browsers with service workers cannot read a request's body as a stream.
  if (length >= 0 || !request.body) return checked(await request.arrayBuffer(), most);
  return collect(request.body.getReader(), most);
}

/** In a service worker nobody compares a body with its `Content-Length`. */
function checked(bytes: ArrayBuffer, most: number): ArrayBuffer {
  if (bytes.byteLength > most) throw problems.bodyTooLarge(most);
  return bytes;
}

async function collect(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  most: number,
): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    // Canceling the stream would close the connection before the answer.
    if (size > most) throw problems.bodyTooLarge(most);
    chunks.push(new Uint8Array(part.value));
  }
  return new Blob(chunks).arrayBuffer();
}

/** Reads the body, up to so many bytes. `c.req` then answers it from its cache. */
export const limitTo =
  (most: number): MiddlewareHandler =>
  async (c, next) => {
    const isRead = c.req.bodyCache.arrayBuffer !== undefined;
    if (!isRead && c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const arrayBuffer = Promise.resolve(await read(c.req.raw, most));
      Object.assign(c.req.bodyCache, { arrayBuffer });
    }
    await next();
  };

export const limitBody = limitTo(LARGEST_BODY);

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The body as text. `c.req.text()` would replace invalid bytes. */
export async function bodyText(c: Context): Promise<string> {
  const bytes = await c.req.arrayBuffer();
  try {
    return UTF8.decode(bytes);
  } catch {
    throw problems.notUtf8();
  }
}

/** The fields of a page's form; none where the body cannot be parsed. */
export async function formOf(c: Context): Promise<JsonObject> {
  try {
    return await c.req.parseBody();
  } catch {
    return {};
  }
}

/** The JSON object of a request; an empty body is an empty object. */
export async function jsonBody(c: Context): Promise<JsonObject> {
  const body = parseJsonObject(await bodyText(c));
  if (body) return checkShape(body);
  throw problems.notJson();
}
