import { resolve } from 'node:path';
import { type Alias, build } from 'vite';

const dist = resolve(import.meta.dirname, '../../dist');

const react18: readonly Alias[] = [
  {
    find: /^(react|react-dom)(\/.*)?$/,
    replacement: `${resolve(import.meta.dirname, '../react-18/node_modules')}/$1$2`,
  },
];

/** Builds the merchants' pages from what npm would install, once before the tests. */
export default async function buildPages(): Promise<void> {
  await buildPage('pages/react-app', 'react', ['index']);
  await buildPage('examples/own-gateway', 'own-gateway', ['index', 'react']);
  await buildPage('pages/stripe-react', 'elements-react-19', ['index', 'intercepted']);
  await buildPage('pages/stripe-react', 'elements-react-18', ['index'], react18);
}

async function buildPage(
  folder: string,
  name: string,
  pages: readonly string[],
  others: readonly Alias[] = [],
): Promise<void> {
  const root = resolve(import.meta.dirname, '..', folder);
  await build({
    root,
    configFile: false,
    base: `/${name}/`,
    logLevel: 'error',
    resolve: {
      alias: [
        ...others,
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
