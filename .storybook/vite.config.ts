import { defineConfig } from 'vite';

/** The package's own vite.config.ts is about its builds; nothing of them is wanted here. */
export default defineConfig({
  publicDir: false,
  // Stories name the package, as a shop would.
  resolve: { tsconfigPaths: true },
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
