/**
 * Puts a finished build in the place of an earlier one, a file at a time. A rename is atomic, so a
 * server that reads from there (`npm start`, while `npm pack` builds anew) never finds a file that
 * is absent or half written.
 */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export function moveFiles(from: string, to: string, isKept: (path: string) => boolean): void {
  const files = filesIn(from);
  for (const file of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    renameSync(join(from, file), join(to, file));
  }
  for (const file of filesIn(to)) {
    if (!files.includes(file) && !isKept(file)) rmSync(join(to, file));
  }
}

function filesIn(dir: string): readonly string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(dir, join(parentPath, name)));
}
