import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { moveFiles } from './moveFiles.ts';

/** A folder with these files, by path. */
function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'paystep-move-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8');

it('replaces files, adds new ones in new folders, and removes those that are no more', () => {
  const from = folder({ 'a.js': 'new', 'modules/b.js': 'b' });
  const to = folder({ 'a.js': 'old', 'gone.js': 'gone' });
  moveFiles(from, to, () => false);
  expect(read(to, 'a.js')).toBe('new');
  expect(read(to, 'modules/b.js')).toBe('b');
  expect(readdirSync(to).sort()).toEqual(['a.js', 'modules']);
});

it('leaves what is to be kept', () => {
  const to = folder({ 'types/index.d.ts': 'types', 'gone.js': 'gone' });
  moveFiles(folder({ 'a.js': 'new' }), to, (path) => path.startsWith('types'));
  expect(readdirSync(to).sort()).toEqual(['a.js', 'types']);
});

it('makes the folder where there is none', () => {
  const to = join(folder({}), 'dist');
  moveFiles(folder({ 'a.js': 'new' }), to, () => false);
  expect(readdirSync(to)).toEqual(['a.js']);
});
