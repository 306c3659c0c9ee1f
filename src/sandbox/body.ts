import type { Context, MiddlewareHandler } from 'hono';
import { problems } from './errors.ts';

/** Far more than any call needs, and little enough that nobody fills the memory. Bytes. */
export const LARGEST_BODY = 1024 * 1024;

/** A server has checked the length that it announces; a body without one is counted as it comes. */
async function read(request: Request): Promise<ArrayBuffer> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (length > LARGEST_BODY) throw problems.bodyTooLarge(LARGEST_BODY);
  // Not every browser that runs service workers can read a request's body as a stream.
  if (length >= 0 || !request.body) return checked(await request.arrayBuffer());
  return collect(request.body.getReader());
}

/** Where there is no server, nobody has compared a body with the length that was announced. */
function checked(bytes: ArrayBuffer): ArrayBuffer {
  if (bytes.byteLength > LARGEST_BODY) throw problems.bodyTooLarge(LARGEST_BODY);
  return bytes;
}

async function collect(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    // Not canceled: that would end the connection before its answer.
    if (size > LARGEST_BODY) throw problems.bodyTooLarge(LARGEST_BODY);
    chunks.push(new Uint8Array(part.value));
  }
  return new Blob(chunks).arrayBuffer();
}

/** Reads the body before anyone else does, up to a limit; `c.req` answers it from there. */
export const limitBody: MiddlewareHandler = async (c, next) => {
  const isRead = c.req.bodyCache.arrayBuffer !== undefined;
  if (!isRead && c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const arrayBuffer = Promise.resolve(await read(c.req.raw));
    Object.assign(c.req.bodyCache, { arrayBuffer });
  }
  await next();
};

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The body as text. `c.req.text()` would put replacement characters in the place of broken ones. */
export async function bodyText(c: Context): Promise<string> {
  const bytes = await c.req.arrayBuffer();
  try {
    return UTF8.decode(bytes);
  } catch {
    throw problems.notUtf8();
  }
}
