/** Of Simple Icons what a mark is made of: the rest would be twice as much in a shop's bundle. */
import * as icons from 'simple-icons';
import type { Plugin } from 'vite';

const code = Object.entries(icons)
  .map(
    ([name, { title, path, hex }]) =>
      `export const ${name}=${JSON.stringify({ title, path, hex })};`,
  )
  .join('\n');

export function simpleIcons(): Plugin {
  return {
    name: 'paystep:simple-icons',
    load: (id) => (/\/simple-icons\/index\.mjs$/.test(id) ? code : undefined),
  };
}
