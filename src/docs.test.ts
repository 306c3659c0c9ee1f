import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const DOCUMENTS = [
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'docs/own-gateway.md',
  'docs/testing.md',
  'docs/updates.md',
];

const filesIn = (folder: string) =>
  readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => !path.includes('node_modules'));

const FILES = ['src', 'e2e', 'public', '.storybook', '.github'].flatMap(filesIn);
const NAMES = new Set(FILES.map((path) => basename(path)));

/** The texts in backticks that look like a path or a file of the repository. */
function pathsIn(document: string): string[] {
  const text = readFileSync(resolve(ROOT, document), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  const quoted = [...text.matchAll(/`([\w./-]+)`/g)].map(([, path]) => String(path));
  return quoted.filter((path) =>
    /^(src|e2e|intent|step|gateway|method|checkout|react|locales|embed|server|sandbox)\/|^[\w-]+\.(test\.|spec\.)?tsx?$/.test(
      path,
    ),
  );
}

/** A path from the root or from a folder of `src`, or the name of a file alone. */
const isThere = (path: string) =>
  existsSync(resolve(ROOT, path)) || existsSync(resolve(ROOT, 'src', path)) || NAMES.has(path);

it.each(DOCUMENTS)('%s names files that are there', (document) => {
  const paths = pathsIn(document);
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});

it.each(['acmepay.ts', 'scriptTag.ts', 'react.tsx'])(
  'docs/own-gateway.md quotes %s as it is paid in the tests',
  (name) => {
    const code = readFileSync(resolve(ROOT, 'e2e/examples/own-gateway', name), 'utf8').trim();
    const document = readFileSync(resolve(ROOT, 'docs/own-gateway.md'), 'utf8');
    expect(document).toContain(`\n${code}\n\`\`\``);
  },
);

it('docs/updates.md quotes the broker for NATS as it is tested', () => {
  const code = readFileSync(resolve(ROOT, 'src/server/testing/natsBroker.ts'), 'utf8').trim();
  const document = readFileSync(resolve(ROOT, 'docs/updates.md'), 'utf8');
  expect(document).toContain(`\n${code}\n\`\`\``);
});

it.each([
  'testing-vitest/fixtures.json',
  'testing-vitest/payments.test.js',
  'testing-jest/payments.test.js',
])('docs/testing.md quotes %s as it runs in the tests', (name) => {
  const code = readFileSync(resolve(ROOT, 'e2e/examples', name), 'utf8').trim();
  expect(readFileSync(resolve(ROOT, 'docs/testing.md'), 'utf8')).toContain(`\n${code}\n\`\`\``);
});

it('finds the paths that documents name', () => {
  expect(pathsIn('CONTRIBUTING.md')).toContain('src/step/table.ts');
});
