import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { type ServeStaticOptions, serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';

type Headers = Readonly<Record<string, string>>;

/** Whether a part of a path begins with a dot: `.env`, `.git`, `..`. */
const isDotted = (path: string) => path.split(/[\\/]/).some((part) => part.startsWith('.'));

/** The real path of a file, after links and in the disk's case; null where there is none. */
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

/** The files that may be sent for a path: itself, its index, and compressed forms. */
const formsOf = (path: string) =>
  [path, join(path, 'index.html')].flatMap((each) => [
    each,
    `${each}.br`,
    `${each}.zst`,
    `${each}.gz`,
  ]);

/**
 * Static files of one folder. It serves no file whose name or folder begins with a dot, and none that
 * a link in the folder finds elsewhere. The headers have to be set before the file is found.
 *
 * @param folder it need not exist yet: a build may create it
 */
export function staticFiles(
  folder: string,
  headers: Headers,
  options: Pick<ServeStaticOptions, 'path'> = {},
): MiddlewareHandler {
  // Not as `root`, since the folder has to exist at the start then.
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
