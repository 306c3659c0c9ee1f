/**
 * How the npm entries are cut into files. A shop's bundler leaves out by file (`sideEffects` in
 * package.json), so a module that a shop may use without its neighbours keeps a file of its own.
 * What is used together or not at all is one file.
 */
import { relative, resolve } from 'node:path';
import { normalizePath, type Rolldown } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Files of several modules, by the modules' paths in the repository. */
const TOGETHER: readonly (readonly [file: string, modules: RegExp])[] = [
  // All that only a drawn checkout needs; `useCheckout` needs `useEnded` alone.
  ['views', /^src\/(method|react\/(pay|qr|redirect|screen|views|words))\/(?!useEnded)/],
  ['step', /^src\/step\//],
  ['marks', /^(src\/marks\/marks\.ts|node_modules\/simple-icons\/)/],
  ['element', /^src\/embed\/(?!define|index)/],
];

/** Languages and barcodes are entries, and have their files already. */
const MODULE = /^src\/(?!locales\/[a-z]{2,3}(?:-\w+)?\.ts|react\/barcode\/)(.+)\.tsx?$/;

function fileOf(path: string): string | null {
  const [name = MODULE.exec(path)?.[1]] = TOGETHER.find(([, modules]) => modules.test(path)) ?? [];
  return name ?? null;
}

export const chunks: Rolldown.CodeSplittingOptions = {
  includeDependenciesRecursively: false,
  groups: [{ debugName: 'files', name: (id) => fileOf(normalizePath(relative(ROOT, id))) }],
};
