import { cpSync } from 'node:fs';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/**
 * Four builds, one after the other (`npm run build`):
 * the npm entries (dependencies left out), the sandbox (for Node), the script tag (everything in
 * one file, React's components on Preact) and the return page's script.
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
          sandbox: 'src/sandbox/index.ts',
          'sandbox/cli': 'src/sandbox/cli.ts',
        },
      },
      rolldownOptions: {
        external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0'),
        output: { chunkFileNames: 'chunks/[name].js' },
      },
    },
    plugins: [styles()],
  },
  script: single('paystep', 'src/embed/script.ts'),
  return: single('return', 'src/checkout/return.ts'),
};

/** One self-contained file for a `<script>`. */
function single(name: string, entry: string): UserConfig {
  return {
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
        { find: /^react(-dom)?$/, replacement: 'preact/compat' },
        { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
      ],
    },
    plugins: [leaveOut()],
    build: {
      emptyOutDir: false,
      sourcemap: true,
      minify: 'terser',
      terserOptions: { compress: { passes: 3 } },
      lib: { formats: ['iife'], name: 'PaystepScript', entry, fileName: () => `${name}.js` },
      rolldownOptions: { output: { legalComments: 'none' } },
    },
  };
}

/**
 * Parts of the libraries that come along and that a checkout never calls, 3.5 kB of the script:
 * mutations and infinite queries (a client still makes an empty mutation cache), and every mode of
 * a code but bytes, with the search for the shortest mix of modes.
 */
function leaveOut(): Plugin {
  const unused: Record<string, string> = {
    'query-core/mutationCache': 'export class MutationCache { clear() {} }',
    'query-core/infiniteQueryBehavior':
      'export const infiniteQueryBehavior = () => {}, hasNextPage = () => {}, hasPreviousPage = () => {};',
    'qrcode/segments':
      "const Bytes = require('./byte-data'); exports.fromArray = (parts) => parts.map((part) => new Bytes(part.data));",
  };
  return {
    name: 'paystep:leave-out',
    enforce: 'pre',
    transform(_, id) {
      const [, library, file] = /(query-core|qrcode)\/(?:.*\/)?([\w-]+)\.js$/.exec(id) ?? [];
      const code = unused[`${library}/${file}`];
      return code === undefined ? undefined : { code, map: null };
    },
  };
}

/** The look of the React components as a file of its own, for `paystep/styles.css`. */
function styles(): Plugin {
  return {
    name: 'paystep:styles',
    closeBundle: () => cpSync('src/react/styles.css', 'dist/styles.css'),
  };
}

export default defineConfig(({ mode }) => {
  const config = builds[mode] ?? {};
  return {
    publicDir: false,
    ...config,
    build: {
      target: 'es2022',
      cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
      ...config.build,
    },
  };
});
