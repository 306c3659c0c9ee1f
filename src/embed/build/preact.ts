/** React's components on Preact, a third of the size: the script tag brings its own copy. */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const FILE = resolve(import.meta.dirname, '../preact.ts');

const REPLACED = ['react', 'react-dom/client', 'react/jsx-runtime'];

export function preact(): Plugin {
  return {
    name: 'paystep:preact',
    enforce: 'pre',
    resolveId: (id) => (REPLACED.includes(id) ? FILE : undefined),
  };
}
