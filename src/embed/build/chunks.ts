/**
 * How the npm entries are cut into files. A shop's bundler leaves out by file (`sideEffects` in
 * package.json), so a module that a shop may use without its neighbours keeps a file of its own.
 * What is used together or not at all is one file.
 */
import type { Rolldown } from 'vite';

/** All that only a drawn checkout needs; `useCheckout` alone does not. */
const VIEWS =
  /\/(src\/react\/(pay|qr|redirect|screen|views|words)\/(?!useEnded)|src\/method\/|node_modules\/qrcode\/)/;

/** Languages are entries, and have their files already. */
const MODULE = /\/src\/(?!locales\/[a-z]{2,3}(?:-\w+)?\.ts)(.+)\.tsx?$/;

export const chunks: Rolldown.CodeSplittingOptions = {
  includeDependenciesRecursively: false,
  groups: [
    { name: 'views', test: VIEWS },
    { name: 'step', test: /\/src\/step\// },
    { name: 'element', test: /\/src\/embed\/(?!define|index)/ },
    {
      debugName: 'a file each',
      name: (id) => {
        const [, path] = MODULE.exec(id) ?? [];
        return path ?? null;
      },
    },
  ],
};
