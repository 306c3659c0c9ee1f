import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { type ServeStaticOptions, serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';

type Headers = Readonly<Record<string, string>>;

/** A part of a path that begins with a dot: `.env`, `.git`, and what is above. */
const isDotted = (path: string) => path.split(/[\\/]/).some((part) => part.startsWith('.'));

/** Where a file really is: behind links, and in the letters that the disk has. Null where none is. */
function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

function leadsOut(folder: string, file: string): boolean {
  const real = realPath(file);
  if (real === null) return false;
  const inside = relative(folder, real);
  return isAbsolute(inside) || isDotted(inside);
}

/** All that may be sent for a path: a folder's index, and the compressed forms of a file. */
const formsOf = (path: string) =>
  [path, join(path, 'index.html')].flatMap((each) => [
    each,
    `${each}.br`,
    `${each}.zst`,
    `${each}.gz`,
  ]);

/**
 * Static files of one folder, with headers, which have to be set before the file is found. No file
 * whose name or folder begins with a dot is among them, and none that a link in the folder finds
 * elsewhere.
 *
 * @param folder it may come only with the next build
 */
export function staticFiles(
  folder: string,
  headers: Headers,
  options: Pick<ServeStaticOptions, 'path'> = {},
): MiddlewareHandler {
  // Never as `root`, which has to be there at the start.
  const rewriteRequestPath = (path: string) => join(resolve(folder), path);
  const file = serveStatic({ precompressed: true, rewriteRequestPath, ...options });
  return (c, next) => {
    const root = realPath(folder);
    const path = options.path ?? rewriteRequestPath(c.req.path);
    if (root === null || isDotted(c.req.path)) return next();
    if (formsOf(path).some((each) => leadsOut(root, each))) return next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    return file(c, next);
  };
}
