import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LOCALES } from '../../src/locales/pickLocale.ts';
import { expect, test } from '../support/base.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');

test.describe('the package', () => {
  test('pins every file that a page executes by what it is', () => {
    const pins = JSON.parse(read('dist/integrity.json'));
    const languages = LOCALES.filter((locale) => locale !== 'en');
    expect(Object.keys(pins).sort()).toEqual([
      ...languages.map((locale) => `locales/${locale}.js`).sort(),
      'paystep-steps.js',
      'paystep.js',
      'return.js',
      'sandbox-worker.js',
    ]);
    for (const [name, pin] of Object.entries(pins)) {
      const hash = createHash('sha384')
        .update(read(`dist/${name}`))
        .digest('base64');
      expect(pin, name).toBe(`sha384-${hash}`);
    }
  });

  test('has no language that executes more than its own file', () => {
    for (const locale of LOCALES)
      expect(read(`dist/locales/${locale}.js`)).not.toMatch(/\bimport\b/);
  });

  test('has an import map for what the script tag loads, and nothing else', () => {
    const pins = JSON.parse(read('dist/integrity.json'));
    const { version } = JSON.parse(read('package.json'));
    const loaded = Object.keys(pins).filter((name) => /^locales|-steps/.test(name));
    const map = loaded.flatMap((name) => [
      [`/${name}?v=${version}`, pins[name]],
      [`/${name}?v=${version}&retry`, pins[name]],
    ]);
    expect(JSON.parse(read('dist/import-map.json'))).toEqual({
      integrity: Object.fromEntries(map),
    });
  });

  test('marks its React entry as a client’s, and nothing of the core', () => {
    expect(read('dist/react.js')).toMatch(/^"use client";/);
    expect(read('dist/index.js')).not.toContain('use client');
  });

  test('holds what a shop needs, and no test, no story and no source', () => {
    const packed = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: ROOT,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      }),
    );
    const paths: string[] = packed[0].files.map(({ path }: { path: string }) => path);
    const wanted =
      /^(dist\/.*\.(js|js\.map|d\.ts|css|json|licenses\.md)|public\/[\w-]+\.\w+|package\.json|README\.md|LICENSE)$/;
    expect(paths.filter((path) => !wanted.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.test\.|stories|testing\/|testClient/.test(path))).toEqual([]);
  });

  test('tells nothing of the place where it was built', () => {
    const files = readdirSync(resolve(ROOT, 'dist'), { recursive: true, encoding: 'utf8' });
    const texts = files.filter((file) => /\.(js|map|css|ts|json)$/.test(file));
    expect(texts.filter((file) => read(`dist/${file}`).includes(ROOT))).toEqual([]);
  });
});
