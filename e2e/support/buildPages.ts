import { resolve } from 'node:path';
import { build } from 'vite';

const dist = resolve(import.meta.dirname, '../../dist');

/** Builds the merchants' pages from what npm would install, once before the tests. */
export default async function buildPages(): Promise<void> {
  await buildPage('pages/react-app', 'react', ['index']);
  await buildPage('examples/own-gateway', 'own-gateway', ['index', 'react']);
}

async function buildPage(folder: string, name: string, pages: readonly string[]): Promise<void> {
  const root = resolve(import.meta.dirname, '..', folder);
  await build({
    root,
    configFile: false,
    base: `/${name}/`,
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
      outDir: resolve(import.meta.dirname, `../.dist/${name}`),
      emptyOutDir: true,
      target: 'es2020',
      rollupOptions: { input: pages.map((page) => `${root}/${page}.html`) },
    },
  });
}
