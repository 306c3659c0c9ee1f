import { resolve } from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Busy machines take their time: no test is right by being quick. Milliseconds. */
const PATIENCE = 60_000;

/** The components in a DOM, on the React that lies there. */
function components(name: string, modules: string): TestProjectInlineConfiguration {
  const root = resolve(import.meta.dirname, modules);
  return {
    resolve: {
      // Stories name the package, as a shop would.
      tsconfigPaths: true,
      alias: [
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
      server: {
        deps: { inline: [/jsbarcode/, /@testing-library\/react/, /@tanstack\/react-query/] },
      },
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          include: [
            'src/*.test.ts',
            'src/{intent,step,gateway,method,checkout,locales,marks,server,sandbox}/**/*.test.ts',
          ],
          // The sandbox serves its style sheets; Vitest leaves them empty otherwise.
          css: true,
          testTimeout: PATIENCE,
        },
      },
      components('react-19', 'node_modules'),
      components('react-18', 'e2e/react-18/node_modules'),
    ],
  },
});
