import { resolve } from 'node:path';
import { build } from 'vite';

const dist = resolve(import.meta.dirname, '../../dist');

/** Builds the React merchant's page from what npm would install, once before the tests. */
export default async function buildPages(): Promise<void> {
  await build({
    root: resolve(import.meta.dirname, '../pages/react-app'),
    configFile: false,
    base: '/react/',
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^paystep$/, replacement: `${dist}/index.js` },
        { find: /^paystep\/react$/, replacement: `${dist}/react.js` },
        { find: /^paystep\/styles\.css$/, replacement: `${dist}/styles.css` },
      ],
    },
    // As an app does that has to run in older browsers, too.
    build: {
      target: 'es2020',
      outDir: resolve(import.meta.dirname, '../.dist/react'),
      emptyOutDir: true,
    },
  });
}
