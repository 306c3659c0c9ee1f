/** The two sorts of files that are built: modules for npm, and self-contained scripts. */
import type { BuildEnvironmentOptions, EnvironmentOptions, Rolldown } from 'vite';

type Output = Rolldown.OutputOptions;

/** What npm users import, or run in Node. What it needs of other packages is inside. */
export function modules(
  name: string,
  entry: Readonly<Record<string, string>>,
  options: Rolldown.InputOptions & { readonly output?: Output } = {},
): BuildEnvironmentOptions {
  return {
    lib: { formats: ['es'], entry: { ...entry } },
    minify: false,
    license: { fileName: `${name}.licenses.md` },
    rolldownOptions: {
      ...QUIET,
      ...options,
      output: {
        chunkFileNames: 'modules/[name].js',
        comments: { jsdoc: false },
        ...options.output,
      },
    },
  };
}

/** What a page loads with a `<script>`, or registers as a service worker. */
export function script(
  name: string,
  version: string,
  entry: string,
  options: EnvironmentOptions = {},
): EnvironmentOptions {
  return {
    consumer: 'client',
    ...options,
    define: {
      'process.env.NODE_ENV': '"production"',
      PAYSTEP_VERSION: JSON.stringify(version),
    },
    build: {
      // Half a kilobyte less than the built-in one.
      minify: 'terser',
      terserOptions: {
        ecma: 2020,
        compress: { passes: 4, unsafe_arrows: true },
        // A page or a server that names no encoding has another one for a classic script.
        format: { ascii_only: true },
      },
      lib: { formats: ['iife'], name: 'PaystepScript', entry, fileName: () => `${name}.js` },
      license: { fileName: `${name}.licenses.md` },
      rolldownOptions: {
        ...QUIET,
        output: {
          comments: { legal: false },
          // For whoever finds the file without the package around it.
          postBanner: `/*! ${name} ${version} | MIT | ${name}.licenses.md */`,
        },
      },
      ...options.build,
    },
  };
}

/** Says nothing of what is as it should be. */
const QUIET: Rolldown.InputOptions = {
  // That the minifier takes most of the time.
  checks: { pluginTimings: false },
  onLog(level, log, show) {
    // "use client" stays at the head of the entry that has it, and means nothing in a script.
    if (log.code !== 'MODULE_LEVEL_DIRECTIVE') show(level, log);
  },
};
