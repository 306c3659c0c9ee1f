/**
 * Builds a file that `paystep.js` loads against that one, so that a page has one copy of Preact and
 * of all that both need. The first file puts what `embed/shared.ts` lists on the window; in a lazy
 * one, whatever is imported from those modules is read from there, by its place in the list. So such
 * a module is wholly the first file's: what belongs into a lazy file may not be imported through it,
 * and a name that the list lacks is a build error ("is not exported by").
 *
 * Lazy files take nothing from each other, since a page may have either without the other. What two
 * of them need belongs into the list, or reaches one of them as a value; that anything is in both is
 * a build error, too.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Plugin, parseSync, type Rolldown } from 'vite';

const LIST = resolve(import.meta.dirname, '../shared.ts');
const FIRST = '\0first';

const absolute = (id: string, importer: string) =>
  id.startsWith('.') ? resolve(dirname(importer), id) : id;

const { program } = parseSync(LIST, readFileSync(LIST, 'utf8'));

/** Where the list takes its names from. */
const modules = program.body.flatMap((node) =>
  node.type === 'ImportDeclaration' ? [absolute(node.source.value, LIST)] : [],
);

/** The names in their order: `export const SHARED = [useView, …] as const`. */
const names = program.body.flatMap((node) => {
  if (node.type !== 'ExportNamedDeclaration') return [];
  if (node.declaration?.type !== 'VariableDeclaration') return [];
  const list = node.declaration.declarations[0]?.init;
  if (list?.type !== 'TSAsExpression' || list.expression.type !== 'ArrayExpression') return [];
  return list.expression.elements.flatMap((each) => (each?.type === 'Identifier' ? each.name : []));
});

export function lazyFile(): Plugin {
  return {
    name: 'paystep:lazy-file',
    enforce: 'pre',
    // What nobody uses of what is read may go.
    options: (options) => ({ ...options, treeshake: { propertyReadSideEffects: false } }),
    resolveId: (id, importer = '') =>
      modules.includes(absolute(id, importer)) ? FIRST : undefined,
    // Preact has one function for both of `jsx` and `jsxs`.
    load: (id) =>
      id === FIRST ? `export const [${names}] = PaystepShared; export { jsx as jsxs };` : undefined,
  };
}

/** @throws where something is in more than one of the files that were built. */
export function checkLazyFiles(files: readonly Rolldown.RolldownOutput[]): void {
  const names = files.flatMap(({ output: [chunk] }) => exportsIn(chunk));
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  if (repeated.length > 0) throw new Error(`In more than one lazy file: ${repeated.join(', ')}`);
}

/** What is in a file, and not in the first, by its name and its module's. */
function exportsIn({ modules }: Rolldown.OutputChunk): string[] {
  return Object.entries(modules).flatMap(([id, { renderedExports }]) =>
    id === FIRST ? [] : renderedExports.map((name) => `${name} of ${id}`),
  );
}
