import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';
import { type BuildPlan, buildAll, buildAndServe } from './src/embed/build/buildAll.ts';
import { chunks } from './src/embed/build/chunks.ts';
import { compress } from './src/embed/build/compress.ts';
import { modules, script } from './src/embed/build/environments.ts';
import { lazyFile } from './src/embed/build/lazyFile.ts';
import { preact } from './src/embed/build/preact.ts';
import { safeDocument } from './src/embed/build/safeDocument.ts';
import { simpleIcons } from './src/embed/build/simpleIcons.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The app's own, so that its React and its QueryClient are used. */
const PEERS = /^(react|react-dom|@tanstack\/react-query)(\/|$)/;

/**
 * The syntax of Chrome 84, Firefox 78 and Safari 14, to which `e2e/package/older-browsers.spec.ts`
 * holds what is built. Named by themselves they would cost 0.3 kB: Chrome before 91 has a bug with a
 * spread in an optional call (`@babel/plugin-bugfix-v8-spread-parameters-in-optional-chaining`), so
 * each `?.` would be spelled out.
 */
const OLDER = 'es2020';

/** The sandbox runs in Node and in a developer's browser, the server's part on servers. */
const CURRENT = 'es2022';

/** Browsers that know light-dark(), so that the minifier keeps it; older ones get the light look. */
const MODERN = ['chrome123', 'safari17.5', 'firefox120'];

const languages = readdirSync('src/locales')
  .filter((file) => /^[a-z]{2,3}(-\w+)?\.ts$/.test(file))
  .map((file) => `locales/${file.slice(0, -3)}`);

/** What npm users import. */
const entries = {
  index: 'src/index.ts',
  react: 'src/react/index.ts',
  embed: 'src/embed/index.ts',
  'embed/define': 'src/embed/define.ts',
  marks: 'src/marks/index.ts',
  // By the script tag, too, which loads them from beside itself.
  ...Object.fromEntries(languages.map((name) => [name, `src/${name}.ts`])),
};

/** A file of an app's own, and of the script tag, which loads it from beside itself. */
const barcodes = { 'paystep-barcodes': 'src/react/barcode/barcodes.ts' };

const banner = (name: string) => `/*! ${name} ${version} | MIT | ${name}.licenses.md */`;

/** The one entry that is copied beside the script tag's files and is not ours alone. */
const barcodesBanner = (): Plugin => ({
  name: 'barcodes-banner',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type === 'chunk' && file.name in barcodes)
        file.code = `/*! ${file.name} ${version} | MIT | library.licenses.md */\n${file.code}`;
    }
  },
});

/** Node.js, Deno, Bun and workers run it as it is; no page loads it. */
const server = { server: 'src/server/index.ts' };

/** Nobody reads it, but names stay, which a stack trace shows. */
const COMPACT = { minify: { compress: true, mangle: { keepNames: true }, codegen: true } } as const;

const sandbox = { sandbox: 'src/sandbox/index.ts' };

/** `imports` in package.json has what loads the lazy files in place of them. */
const inScript = { resolve: { conditions: ['script', 'module', 'browser', 'production'] } };

/** What a developer's browser runs. */
const forSandbox: EnvironmentOptions = { build: { minify: 'oxc', target: CURRENT } };

const returnPage = 'src/checkout/return/return.ts';

/** `npm run build` makes all of them at the same time; what each consists of is in `src/embed/build`. */
const environments: Record<string, EnvironmentOptions> = {
  library: {
    consumer: 'client',
    build: modules(
      'library',
      { ...entries, ...barcodes },
      {
        external: PEERS,
        preserveEntrySignatures: 'allow-extension',
        output: { codeSplitting: chunks, minifyInternalExports: false },
      },
    ),
  },
  server: {
    consumer: 'server',
    // Nothing of others is in it.
    build: { ...modules('server', server), license: false, target: CURRENT },
  },
  sandbox: {
    consumer: 'client',
    build: { ...modules('sandbox', sandbox, { output: COMPACT }), target: CURRENT },
  },
  // One file for `import` and `require`: Jest cannot require a module.
  sandboxInNode: {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      ...modules(
        'sandbox-node',
        {},
        { output: { ...COMPACT, postBanner: banner('sandbox-node') } },
      ),
      lib: { formats: ['cjs'], entry: { 'sandbox-node': 'src/sandbox/node/index.ts' } },
      target: CURRENT,
    },
  },
  sandboxCommand: {
    consumer: 'server',
    build: {
      ...modules(
        'sandbox-command',
        { 'sandbox/cli': 'src/sandbox/node/cli.ts' },
        { external: /^paystep\// },
      ),
      license: false,
      target: CURRENT,
    },
  },
  script: script('paystep', version, 'src/embed/script.ts', inScript),
  form: script('paystep-form', version, 'src/embed/form.ts'),
  steps: script('paystep-steps', version, 'src/embed/steps.ts', inScript),
  returnPage: script('return', version, returnPage),
  stripeJs: script('sandbox/stripe', version, 'src/sandbox/stripejs/page/main.ts', forSandbox),
  stripeFields: script(
    'sandbox/stripe-fields',
    version,
    'src/sandbox/stripejs/fields/main.ts',
    forSandbox,
  ),
  // Three times as large as all else: nobody waits for it, and nobody looks into it.
  worker: script('sandbox-worker', version, 'src/sandbox/worker.ts', forSandbox),
};

/** A plugin for some of them. */
function only(names: readonly string[], create: () => Plugin): Plugin {
  const { name, enforce } = create();
  const applyToEnvironment: Plugin['applyToEnvironment'] = (environment) =>
    names.includes(environment.name) && create();
  return { name, applyToEnvironment, ...(enforce && { enforce }) };
}

/** Modes: `start` leaves out the types, which only compilers need; `dev` watches the sources. */
export default defineConfig(({ mode }) => {
  const isDev = mode === 'dev';
  const plan: BuildPlan = {
    environments: Object.keys(environments),
    lazyFiles: ['form', 'steps'],
    dir: isDev ? 'dist' : `.build-${process.pid}`,
    target: 'dist',
    version,
    scripts: [
      'paystep.js',
      'paystep-form.js',
      'paystep-steps.js',
      'return.js',
      'sandbox-worker.js',
    ],
    styles: ['reset', 'styles', 'lazy', 'pay'].map((name) => `src/react/styles/${name}.css`),
    typeEntries:
      mode === 'start' ? [] : [...Object.values({ ...entries, ...server, ...sandbox }), returnPage],
  };
  return {
    publicDir: false,
    logLevel: 'warn',
    environments,
    builder: { buildApp: (builder) => (isDev ? buildAndServe : buildAll)(builder, plan) },
    build: {
      outDir: plan.dir,
      emptyOutDir: false,
      target: OLDER,
      cssTarget: MODERN,
      sourcemap: isDev,
      watch: isDev ? {} : null,
    },
    plugins: [
      only(['library'], simpleIcons),
      only(['library'], barcodesBanner),
      only(['script'], preact),
      only(['script'], () => compress(OLDER)),
      only(['script', ...plan.lazyFiles], safeDocument),
      only(plan.lazyFiles, lazyFile),
    ],
  };
});
