import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Alias, Plugin, Rolldown, UserConfig } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const { version: VERSION } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Style sheets that the first screens of the script tag can do without. */
const LATE_LOOKS = ['late', 'pay'];

/** Browsers that know light-dark(), so that the minifier keeps it; older ones get the light look. */
const MODERN = ['chrome123', 'safari17.5', 'firefox120'];

/** What a page may execute of the npm build: the script tag's languages. English is in the script. */
const LANGUAGE = /^locales\/(?!en\.)[a-z]{2,3}(-\w+)?\.js$/;

/**
 * Five builds, one after the other (`npm run build`): the npm entries (dependencies left out), the
 * script tag (React's components on Preact; a file for codes and redirects, and one for the other
 * steps), the return page's script, and the sandbox as a service worker. `dev` is the script tag, built at each change, with the sandbox
 * beside it.
 */
const builds: Record<string, UserConfig> = {
  lib: {
    build: {
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      lib: {
        formats: ['es'],
        entry: {
          index: 'src/index.ts',
          react: 'src/react/index.ts',
          embed: 'src/embed/index.ts',
          'embed/define': 'src/embed/define.ts',
          ...languages(),
          sandbox: 'src/sandbox/index.ts',
          'sandbox/cli': 'src/sandbox/node/cli.ts',
        },
      },
      rolldownOptions: {
        external: isPackage,
        onLog,
        // A file each, so that a shop's build leaves out what it does not import.
        output: { preserveModules: true, preserveModulesRoot: 'src' },
      },
    },
    plugins: [styles(), pins(LANGUAGE)],
  },
  script: single('paystep', 'src/embed/script.ts', ...tag(), pins()),
  steps: single('paystep-steps', 'src/embed/steps.ts', shareFirst(), safeDocument(), pins()),
  return: single('return', 'src/checkout/return/return.ts', pins()),
  worker: single('sandbox-worker', 'src/sandbox/worker.ts', pins()),
  dev: single('paystep', 'src/embed/script.ts', ...tag(), serveSandbox()),
};

/** What makes the first file of the script tag of the npm sources. */
function tag(): Plugin[] {
  return [leaveOut(), preact(), safeDocument(), loadLater()];
}

/** A file each, for npm and, beside the script, for the script tag. */
function languages(): Record<string, string> {
  const files = readdirSync('src/locales').filter((name) => /^[a-z]{2,3}(-\w+)?\.ts$/.test(name));
  return Object.fromEntries(
    files.map((name) => [`locales/${name.slice(0, -3)}`, `src/locales/${name}`]),
  );
}

/** One self-contained file for a `<script>`. */
function single(name: string, entry: string, ...plugins: Plugin[]): UserConfig {
  return {
    define: {
      'process.env.NODE_ENV': '"production"',
      PAYSTEP_VERSION: JSON.stringify(VERSION),
    },
    plugins,
    build: {
      emptyOutDir: false,
      // Twice as large as all else, and nobody looks into a service worker's gateway.
      sourcemap: name !== 'sandbox-worker',
      minify: 'terser',
      terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true } },
      lib: { formats: ['iife'], name: 'PaystepScript', entry, fileName: () => `${name}.js` },
      license: { fileName: `${name}.licenses.md` },
      rolldownOptions: { onLog, output: { comments: { legal: false } } },
    },
  };
}

/** What npm installs stays out of the npm entries; the compiler's own helpers come in. */
function isPackage(id: string): boolean {
  return /^(@(?!oxc-project)|\w)/.test(id);
}

const IGNORED = new Set<string | undefined>([
  // "use client" stays at the head of the entry that has it, and means nothing in a script tag.
  'MODULE_LEVEL_DIRECTIVE',
  // That the minifier takes most of the time is no news.
  'PLUGIN_TIMINGS',
]);

function onLog(
  level: Rolldown.LogLevel,
  log: Rolldown.RolldownLog,
  show: Rolldown.LogOrStringHandler,
) {
  if (!IGNORED.has(log.code)) show(level, log);
}

/**
 * Parts of the library for codes that come along and that a checkout never calls, 1 kB of the script:
 * every mode of a code but bytes, with the search for the shortest mix of modes, and every level of
 * error correction but M.
 */
function leaveOut(): Plugin {
  const unused: Record<string, string> = {
    'qrcode/mode':
      'exports.BYTE = { bit: 4 }; exports.getCharCountIndicator = (_, version) => (version < 10 ? 8 : 16);',
    'qrcode/error-correction-level': 'exports.M = { bit: 0 }; exports.from = () => exports.M;',
    'qrcode/error-correction-code': levelM(),
    // The same sums for one segment of bytes: its header has 12 bits, from version 10 on 20.
    'qrcode/version': `
      const { getBCHDigit, getSymbolTotalCodewords } = require('./utils');
      const { getTotalCodewordsCount } = require('./error-correction-code');
      const room = (version) =>
        getSymbolTotalCodewords(version) - getTotalCodewordsCount(version) - (version < 10 ? 1.5 : 2.5);
      exports.from = () => {};
      exports.getBestVersionForData = ([bytes]) => {
        for (let version = 1; version <= 40; version++) {
          if (bytes.getLength() <= room(version)) return version;
        }
      };
      exports.getEncodedBits = (version) => {
        let rest = version << 12;
        while (getBCHDigit(rest) >= 13) rest ^= 7973 << (getBCHDigit(rest) - 13);
        return (version << 12) | rest;
      };`,
    'qrcode/segments':
      "const Bytes = require('./byte-data'); exports.fromArray = (parts) => parts.map((part) => new Bytes(part.data));",
  };
  return {
    name: 'paystep:leave-out',
    enforce: 'pre',
    transform(_, id) {
      const [, file] = /qrcode\/(?:.*\/)?([\w-]+)\.js$/.exec(id) ?? [];
      const code = unused[`qrcode/${file}`];
      return code === undefined ? undefined : { code, map: null };
    },
  };
}

/** The library's own figures of level M, by version. */
function levelM(): string {
  const require = createRequire(import.meta.url);
  const code = require('qrcode/lib/core/error-correction-code');
  const { M } = require('qrcode/lib/core/error-correction-level');
  return ['getBlocksCount', 'getTotalCodewordsCount']
    .map((name) => {
      const figures = Array.from({ length: 40 }, (_, i) => code[name](i + 1, M));
      return `exports.${name} = (version) => [${figures}][version - 1];`;
    })
    .join('\n');
}

/** React's components on Preact, a third of the size. */
function preact(): Plugin {
  const alias = [
    { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
    { find: /^react(-dom)?$/, replacement: 'preact/compat' },
    { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  ];
  return { name: 'paystep:preact', config: () => ({ resolve: { alias } }) };
}

/** No `document` that HTML can change: each one is `embed/safeDocument.ts`, in the libraries, too. */
function safeDocument(): Plugin {
  const file = resolve(import.meta.dirname, 'src/embed/safeDocument.ts');
  return {
    name: 'paystep:safe-document',
    config: () => ({
      build: { rolldownOptions: { transform: { inject: { document: [file, 'document'] } } } },
    }),
    // Preact asks a node for its document, which is the real one.
    transform(code, id) {
      if (!id.endsWith('preact/dist/preact.mjs')) return;
      const safe = code.replace(/\w+\.ownerDocument\|\|document/, 'document');
      if (safe === code) throw new Error('Preact has another way now to find the document.');
      return { code: safe, map: null };
    },
  };
}

/** What is at hand on npm, and what loads it in the script tag. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  'late.ts': ['react/late.ts', 'embed/late.ts'],
  'load.ts': ['locales/load.ts', 'embed/loadLocale.ts'],
  'faults.ts': ['embed/faults.ts', 'embed/loadFaults.ts'],
  'giveWay.ts': ['react/redirect/giveWay.ts', 'embed/giveWay.ts'],
};

/** The first file of the script tag: late views' and languages' place is taken by what loads them. */
function loadLater(): Plugin {
  const at = (path: string) => resolve(import.meta.dirname, 'src', path);
  return {
    name: 'paystep:load-later',
    enforce: 'pre',
    async resolveId(source, importer) {
      const [file = ''] = /(late|load|faults|giveWay)\.ts$/.exec(source) ?? [];
      if (!LATER[file]) return;
      const found = await this.resolve(source, importer, { skipSelf: true });
      const [place = '', substitute = ''] = LATER[file];
      return found?.id === at(place) ? at(substitute) : found;
    },
    transform: (_, id) =>
      LATE_LOOKS.some((name) => id === `${at(`react/styles/${name}.css`)}?inline`)
        ? { code: '/**/', map: null }
        : undefined,
  };
}

/** The second file: what `embed/shared.ts` lists is the first file's own; what it lacks is an error. */
function shareFirst(): Plugin {
  const list = resolve(import.meta.dirname, 'src/embed/shared.ts');
  const source = readFileSync(list, 'utf8');
  const names = /SHARED = \[([^\]]+)\]/.exec(source)?.[1]?.match(/\w+/g) ?? [];
  const from = (id: string, importer: string) =>
    id.startsWith('.') ? resolve(dirname(importer), id) : id;
  const modules = new Set(
    [...source.matchAll(/ from '(.+)'/g)].map(([, id = '']) => from(id, list)),
  );
  return {
    name: 'paystep:share-first',
    enforce: 'pre',
    config: () => ({
      build: { rolldownOptions: { treeshake: { propertyReadSideEffects: false } } },
    }),
    resolveId: (id, importer = '') => (modules.has(from(id, importer)) ? '\0first' : undefined),
    load: (id) =>
      id === '\0first'
        ? names.map((name, at) => `export const ${name} = PaystepShared[${at}];`).join('\n')
        : undefined,
  };
}

/** The look of the React components as a file of its own, for `paystep/styles.css`. */
function styles(): Plugin {
  const look = ['reset', 'styles', ...LATE_LOOKS].map((name) =>
    readFileSync(`src/react/styles/${name}.css`, 'utf8'),
  );
  return {
    name: 'paystep:styles',
    closeBundle: () => writeFileSync('dist/styles.css', look.join('\n')),
  };
}

/**
 * Says how each file that a page executes can be pinned, and keeps it in `dist/integrity.json`; for
 * those that the first one loads, under the addresses that it asks for, in `dist/import-map.json`.
 */
function pins(wanted = /\.js$/): Plugin {
  const list = 'dist/integrity.json';
  return {
    name: 'paystep:pins',
    writeBundle(_, bundle) {
      const known = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
      for (const name of Object.keys(bundle).filter((file) => wanted.test(file))) {
        const file = readFileSync(`dist/${name}`);
        known[name] = `sha384-${createHash('sha384').update(file).digest('base64')}`;
        const size = (brotliCompressSync(file).length / 1000).toFixed(1);
        if (!LANGUAGE.test(name)) console.info(`${name}, ${size} kB brotli: ${known[name]}`);
      }
      writeFileSync(list, `${JSON.stringify(known, null, 2)}\n`);
      writeFileSync('dist/import-map.json', `${JSON.stringify(importMap(known), null, 2)}\n`);
    },
  };
}

/** For pages of a site that has the files at its root; each address twice, with that of another try. */
function importMap(pins: Readonly<Record<string, string>>): object {
  const loaded = (name: string) => name === 'paystep-steps.js' || LANGUAGE.test(name);
  const entries = Object.entries(pins).filter(([name]) => loaded(name));
  const addresses = entries.flatMap(([name, pin]) =>
    ['', '&retry'].map((again) => [`/${name}?v=${VERSION}${again}`, pin]),
  );
  return { integrity: Object.fromEntries(addresses) };
}

/** Serves the demo shop once the first build is there; it reads the script anew for each page. */
function serveSandbox(): Plugin {
  let isServed = false;
  return {
    name: 'paystep:serve-sandbox',
    closeBundle() {
      if (isServed) return;
      isServed = true;
      const node = (...args: string[]) => spawn(process.execPath, args, { stdio: 'inherit' });
      node('node_modules/vite/bin/vite.js', 'build', '--mode', 'steps', '--watch');
      node('dist/sandbox/cli.js');
    },
  };
}

/** Stories name the package, as a shop would. */
export const ITSELF: readonly Alias[] = [
  { find: /^paystep$/, replacement: resolve(import.meta.dirname, 'src/index.ts') },
  { find: /^paystep\/react$/, replacement: resolve(import.meta.dirname, 'src/react/index.ts') },
];

/** Busy machines take their time: no test is right by being quick. Milliseconds. */
const PATIENCE = 60_000;

/** The core in plain Node; the components in a DOM, on either React. */
const projects: TestProjectInlineConfiguration[] = [
  {
    test: {
      name: 'core',
      environment: 'node',
      include: [
        'src/layers.test.ts',
        'src/{intent,step,gateway,method,checkout,locales,sandbox}/**/*.test.ts',
      ],
      testTimeout: PATIENCE,
      // The sandbox serves its style sheets; Vitest leaves them empty otherwise.
      css: true,
    },
  },
  components('react-19', 'node_modules'),
  components('react-18', 'e2e/react-18/node_modules'),
];

function components(name: string, modules: string): TestProjectInlineConfiguration {
  const root = resolve(import.meta.dirname, modules);
  return {
    resolve: {
      alias: [
        ...ITSELF,
        { find: /^(react|react-dom)(\/.*)?$/, replacement: `${root}/$1$2` },
        // Its CommonJS build would require the other React.
        {
          find: '@testing-library/react',
          replacement: '@testing-library/react/dist/@testing-library/react.esm.js',
        },
      ],
    },
    test: {
      name,
      environment: 'happy-dom',
      include: ['src/{react,embed}/**/*.test.{ts,tsx}'],
      testTimeout: PATIENCE,
      server: { deps: { inline: [/@testing-library\/react/, /@tanstack\/react-query/] } },
    },
  };
}

export default defineConfig(({ mode }) => {
  const config = builds[mode] ?? {};
  return {
    publicDir: false,
    ...config,
    build: { target: 'es2022', cssTarget: MODERN, ...config.build },
    test: { projects },
  };
});
