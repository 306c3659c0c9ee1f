import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { LOCALES } from '../../src/locales/pickLocale.ts';
import { expect, test } from '../support/base.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const IS_WINDOWS = process.platform === 'win32';
const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');

/** What a page loads with a `<script>` or as a service worker. */
const SCRIPTS = [
  'paystep.js',
  'paystep-form.js',
  'paystep-steps.js',
  'return.js',
  'sandbox-worker.js',
];

/** The sandbox's stand-in for Stripe.js, which is for development alone. */
const STRIPE_JS: readonly string[] = ['sandbox/stripe.js', 'sandbox/stripe-fields.js'];

/** The packages that are built into a file, or into the modules of an entry. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  library: ['jsbarcode', 'simple-icons'],
  sandbox: ['hono', 'qs', 'qrcode'],
  'sandbox-node': ['hono', '@hono/node-server', 'qs', 'qrcode', 'pngjs'],
  paystep: ['preact'],
  'sandbox-worker': ['hono', 'qs', 'qrcode'],
};

function npm(args: readonly string[], cwd = ROOT): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', shell: IS_WINDOWS });
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
  readonly unpackedSize: number;
}

/** npm's list of the package as it would publish it. */
const pack = (...args: string[]): Packed => JSON.parse(npm(['pack', '--json', ...args]))[0];

function filesIn(folder: string): string[] {
  const entries = readdirSync(resolve(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(resolve(ROOT, folder), resolve(parentPath, name)));
}

/** What a module asks for, by static and dynamic imports. */
function importsOf(code: string): string[] {
  const found = code.matchAll(
    /^(?:import|export)(?: [^;'"]* from)? ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
  );
  return [...found].map(([, first, second]) => String(first ?? second));
}

const pinOf = (file: Buffer | string) =>
  `sha384-${createHash('sha384').update(file).digest('base64')}`;

test.describe('the package', () => {
  test('pins every file that a page executes by what it is', () => {
    const pins = JSON.parse(read('dist/integrity.json'));
    const languages = LOCALES.filter((locale) => locale !== 'en');
    expect(Object.keys(pins).sort()).toEqual([
      ...languages.map((locale) => `locales/${locale}.js`).sort(),
      'paystep-barcodes.js',
      'paystep-form.js',
      'paystep-steps.js',
      'paystep.js',
      'return.js',
      'sandbox-worker.js',
    ]);
    for (const [name, pin] of Object.entries(pins)) {
      expect(pinOf(read(`dist/${name}`)), name).toBe(pin);
    }
  });

  test('has no language and no barcodes that execute more than their own file', () => {
    const files = LOCALES.map((locale) => `locales/${locale}.js`);
    for (const file of [...files, 'paystep-barcodes.js'])
      expect(read(`dist/${file}`)).not.toMatch(/\bimport\b/);
  });

  test('has an import map for what the script tag loads, and nothing else', () => {
    const pins = JSON.parse(read('dist/integrity.json'));
    const { version } = JSON.parse(read('package.json'));
    const loaded = Object.keys(pins).filter((name) => /^locales|-form|-steps|-barcodes/.test(name));
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
    const paths = pack('--dry-run', '--ignore-scripts').files.map(({ path }) => path);
    const expectedFiles =
      /^(dist\/.*\.(js|d\.ts|css|json|licenses\.md)|dist\/sandbox-node\.cjs|dist\/types\/sandbox\/index\.d\.cts|public\/[\w-]+\.\w+|package\.json|README\.md|LICENSE)$/;
    expect(paths.filter((path) => !expectedFiles.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.test\.|stories|testing\/|testClient/.test(path))).toEqual([]);
  });

  test('has the stand-in for Stripe.js in files of its own, which nothing else holds', () => {
    const files = filesIn('dist').filter((file) => /\.c?js$/.test(file));
    const words = /IntegrationError|Secure card payment input frame|aria-label="Credit/;
    const holders = files.filter((file) => words.test(read(`dist/${file}`)));
    expect(holders).toEqual(['sandbox/stripe.js']);
    for (const file of STRIPE_JS) expect(importsOf(read(`dist/${file}`)), file).toEqual([]);
    const pins = JSON.parse(read('dist/integrity.json'));
    expect(Object.keys(pins).filter((name) => STRIPE_JS.includes(name))).toEqual([]);
  });

  test('has languages under locales/, and nothing else that can be imported', () => {
    expect(filesIn('dist/locales').sort()).toEqual(LOCALES.map((locale) => `${locale}.js`).sort());
    const { exports } = JSON.parse(read('package.json'));
    const types = filesIn('dist/types/locales').map((file) => file.replace('.d.ts', ''));
    const others = types.filter((name) => !LOCALES.some((locale) => locale === name));
    expect(others.filter((name) => exports[`./locales/${name}`] !== null)).toEqual([]);
  });

  test('has at most 330 files and 3.1 MB', () => {
    const { files, unpackedSize } = pack('--dry-run', '--ignore-scripts');
    expect(files.length).toBeLessThanOrEqual(330);
    expect(unpackedSize).toBeLessThanOrEqual(3_100_000);
  });

  test('imports its own files and entries, what Node has, and the app’s React and react-query', () => {
    const modules = filesIn('dist').filter((file) => /\.js$/.test(file) && !SCRIPTS.includes(file));
    expect(modules).toContain('sandbox/cli.js');
    const ids = modules.flatMap((file) => importsOf(read(`dist/${file}`)));
    const others = new Set(ids.filter((id) => !/^\./.test(id) && !isBuiltin(id)));
    expect([...others].sort()).toEqual([
      '@tanstack/react-query',
      'paystep/sandbox',
      'react',
      'react-dom/client',
      'react/jsx-runtime',
    ]);
  });

  test('has a sandbox in one file for browsers and one for Node, which need nothing else', () => {
    expect(read('dist/sandbox.js')).not.toMatch(/\b(import|require)\b[^.]*?[`"']/);
    const required = read('dist/sandbox-node.cjs').matchAll(/\brequire\([`"']([^`"']+)[`"']\)/g);
    const ids = [...required].map(([, id]) => String(id));
    expect(ids).toContain('node:http');
    expect(ids.filter((id) => !isBuiltin(id))).toEqual([]);
  });

  test('has types that import files of the package, React’s, and those of frameworks in one file', () => {
    const othersIn = (files: readonly string[]) => {
      const ids = files.flatMap((file) => importsOf(read(`dist/types/${file}`)));
      const isOther = (id: string) => !/^(\.|react(\/|$)|@tanstack\/react-query$)/.test(id);
      return [...new Set(ids.filter(isOther))].sort();
    };
    // Its lines are ignored where a framework's types are missing.
    const frameworks = 'embed/frameworks.d.ts';
    expect(othersIn(filesIn('dist/types').filter((file) => file !== frameworks))).toEqual([]);
    expect(othersIn([frameworks])).toEqual(['svelte/elements', 'vue']);
  });

  test('gives a shop the marks that it imports, and no other', async () => {
    const folder = mkdtempSync(resolve(tmpdir(), 'paystep-marks-'));
    const entry = resolve(folder, 'shop.js');
    const marks = resolve(ROOT, 'dist/marks.js');
    writeFileSync(entry, `export { alipay, visa } from ${JSON.stringify(marks)};`);
    const output = await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, lib: { entry, formats: ['es'], fileName: 'shop' } },
    });
    rmSync(folder, { recursive: true });
    const { visa, wechat_pay } = await import(pathToFileURL(marks).href);
    const [bundle] = [output].flat();
    const code = bundle && 'output' in bundle ? bundle.output[0].code : '';
    expect(code).toContain(visa.path);
    expect(code).not.toContain(wechat_pay.path);
    expect(code.match(/path: ?["`]/g)).toHaveLength(2);
  });

  test('brings no other package', () => {
    const folder = mkdtempSync(resolve(tmpdir(), 'paystep-install-'));
    try {
      const { filename } = pack('--ignore-scripts', '--pack-destination', folder);
      writeFileSync(resolve(folder, 'package.json'), '{"private":true}');
      npm(['install', '--offline', '--ignore-scripts', `./${filename}`], folder);
      const installed = readdirSync(resolve(folder, 'node_modules'));
      expect(installed.filter((name) => !name.startsWith('.'))).toEqual(['paystep']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('has the licence of each bundled package, and names the file', () => {
    const { version } = JSON.parse(read('package.json'));
    for (const [name, packages] of Object.entries(INSIDE)) {
      const text = read(`dist/${name}.licenses.md`);
      for (const each of packages) expect(text, name).toMatch(new RegExp(`^## ${each} - \\d`, 'm'));
      const licences = text.split(/^## (?=\S+ - \d)/m).slice(1);
      for (const licence of licences) expect(licence).toMatch(/copyright[\s\S]+WARRANT/i);
    }
    for (const script of [...SCRIPTS, ...STRIPE_JS, 'sandbox-node.cjs']) {
      const name = script.replace(/\.c?js$/, '');
      expect(read(`dist/${script}`)).toContain(
        `/*! ${name} ${version} | MIT | ${name}.licenses.md */\n`,
      );
    }
  });

  test('stays complete for a running server while it is packed', async ({ request }) => {
    test.setTimeout(240_000);
    const place = mkdtempSync(resolve(tmpdir(), 'paystep-pack-'));
    const pins: Record<string, string> = JSON.parse(read('dist/integrity.json'));
    const served = [
      'paystep.js',
      'paystep-form.js',
      'paystep-steps.js',
      'paystep-barcodes.js',
      'return.js',
      'locales/de.js',
    ];
    const packing = spawn('npm', ['pack', '--pack-destination', place], {
      cwd: ROOT,
      shell: IS_WINDOWS,
      stdio: 'ignore',
    });
    const packed = once(packing, 'close');
    let rounds = 0;
    while (packing.exitCode === null) {
      for (const name of served) {
        const response = await request.get(`/${name}`);
        expect(response.status(), name).toBe(200);
        expect(pinOf(await response.body()), name).toBe(pins[name]);
      }
      rounds += 1;
    }
    expect(await packed).toEqual([0, null]);
    expect(rounds).toBeGreaterThan(10);
    rmSync(place, { recursive: true });
  });

  test('has scripts that read the same in whatever encoding a page has', () => {
    for (const script of SCRIPTS.filter((name) => name !== 'sandbox-worker.js'))
      expect(read(`dist/${script}`).match(/[^ -~\s]/), script).toBeNull();
  });

  test('contains no path of the machine that built it', () => {
    const files = readdirSync(resolve(ROOT, 'dist'), { recursive: true, encoding: 'utf8' });
    const texts = files.filter((file) => /\.(js|map|css|ts|json)$/.test(file));
    expect(texts.filter((file) => read(`dist/${file}`).includes(ROOT))).toEqual([]);
  });
});
