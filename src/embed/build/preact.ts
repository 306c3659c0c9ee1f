/** React's components on Preact, a third of the size: the script tag brings its own copy. */
import type { Plugin } from 'vite';

const PREACT: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
};

export function preact(): Plugin {
  return {
    name: 'paystep:preact',
    enforce: 'pre',
    resolveId(id, importer) {
      const replacement = PREACT[id];
      return replacement && this.resolve(replacement, importer, { skipSelf: true });
    },
  };
}
