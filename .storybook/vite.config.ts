import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const src = resolve(import.meta.dirname, '../src');

/** The package's own vite.config.ts is about its builds; nothing of them is wanted here. */
export default defineConfig({
  publicDir: false,
  // Examples name the package, as a shop would.
  resolve: {
    alias: [
      { find: /^paystep$/, replacement: `${src}/index.ts` },
      { find: /^paystep\/react$/, replacement: `${src}/react/index.ts` },
    ],
  },
  // Browsers that know light-dark(), so that the minifier keeps it.
  build: { target: ['chrome123', 'safari17.5', 'firefox120'] },
  plugins: [
    {
      name: 'paystep:quiet',
      // "use client" means nothing in a Storybook.
      onLog: (_, log) => log.code !== 'MODULE_LEVEL_DIRECTIVE',
    },
  ],
});
