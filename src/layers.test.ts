import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { parseSync, Visitor } from 'vite';
import { expect, it } from 'vitest';

const words = (list: string) => list.split(' ');

/** What each folder of `src` may import beside itself, and its entry file. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  intent: [],
  locales: [],
  marks: [],
  step: ['intent'],
  gateway: ['intent'],
  method: words('intent step gateway'),
  checkout: words('intent step gateway method'),
  react: words('intent step gateway method checkout locales marks'),
  embed: words('intent step gateway method checkout locales marks react'),
  server: ['intent'],
  sandbox: ['intent'],
  'index.ts': words('intent step gateway method checkout'),
};

/** The rooms of the sandbox from the bottom up. The dot stands for its files outside of rooms. */
const ROOMS = words(
  'base payment errors request methods dialect shop world expand guards operations resources control pages stripejs . node',
);

/** What runs in Node. All else also runs in a browser. */
const NODE = /^(sandbox\/node|server|embed\/build)\//;

/** As many files as a screen shows at once; the languages are as many as there are. */
const MOST_FILES = 25;

const paths = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
const isTest = (path: string) => /\.test\.tsx?$|(^|\/)(testing|tests|stories)\//.test(path);
const files = paths.filter((path) => /\.(tsx?|css|js)$/.test(path) && !isTest(path));

/** The modules that a file names: statically, for types alone, again as exports, or to load later. */
function modulesOf(path: string): string[] {
  const found: string[] = [];
  const add = ({ source }: { source: object | null }) => {
    if (source && 'value' in source) found.push(String(source.value));
  };
  const visitor = new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: add,
    TSImportType: add,
  });
  const source = readFileSync(join(import.meta.dirname, path), 'utf8');
  visitor.visit(parseSync(path, source).program);
  return found;
}

const modules = new Map(files.map((path) => [path, path.endsWith('.css') ? [] : modulesOf(path)]));

/** What `#useLazyViews` and its like stand for: on npm, and in the script tag's first file. */
const { imports: switches } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
);

/** The files of `src` that each file imports; queries such as `?inline` do not count. */
const graphOf = (condition: 'default' | 'script'): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...modules].map(([path, names]) => {
      const switched = names.filter((name) => name.startsWith('#'));
      const relatives = names.filter((name) => name.startsWith('.'));
      return [
        path,
        [
          ...switched.map((name) => relative('src', switches[name][condition])),
          ...relatives.map((name) => join(dirname(path), name.replace(/\?.*/, ''))),
        ],
      ];
    }),
  );

const imports = [...graphOf('default')].flatMap(([from, all]) => all.map((to) => ({ from, to })));

/** The imports that break a rule, as a message shows them. */
const broken = (rule: (from: string, to: string) => boolean) =>
  imports.filter(({ from, to }) => !rule(from, to)).map(({ from, to }) => `${from} -> ${to}`);

const folderOf = (path: string) => path.split('/')[0] ?? '';

it('lets each folder import only what is below it', () => {
  const isBelow = (from: string, to: string) => {
    const [folder, other] = [folderOf(from), folderOf(to)];
    return folder === other || (FOLDERS[folder]?.includes(other) ?? false);
  };
  expect(broken(isBelow)).toEqual([]);
});

it('lets each room of the sandbox import only what is below it', () => {
  const floorOf = (path: string) => ROOMS.indexOf(path.split('/').slice(1, -1)[0] ?? '.');
  const isInside = (path: string) => folderOf(path) === 'sandbox';
  expect(files.filter((path) => isInside(path) && floorOf(path) < 0)).toEqual([]);
  const isBelow = (from: string, to: string) => !isInside(from) || floorOf(to) <= floorOf(from);
  expect(broken((from, to) => isBelow(from, to) || !isInside(to))).toEqual([]);
});

it('imports Node only in what runs there', () => {
  const needsNode = (names: readonly string[]) =>
    names.some((name) => /^(node:|@hono\/node-server)/.test(name));
  const found = [...modules].filter(([path, names]) => !NODE.test(path) && needsNode(names));
  expect(found.map(([path]) => path)).toEqual([]);
});

it.each(['default', 'script'] as const)(
  'has no circle of files, types included: %s',
  (condition) => {
    const graph = graphOf(condition);
    const done = new Set<string>();
    const circlesFrom = (path: string, trail: readonly string[]): string[] => {
      const start = trail.indexOf(path);
      if (start >= 0) return [[...trail.slice(start), path].join(' -> ')];
      if (done.has(path)) return [];
      const found = (graph.get(path) ?? []).flatMap((next) => circlesFrom(next, [...trail, path]));
      done.add(path);
      return found;
    };
    expect(files.flatMap((path) => circlesFrom(path, []))).toEqual([]);
  },
);

it('has no folder with more files than a screen shows', () => {
  const isLanguage = (path: string) => /^locales\/[a-z]{2,3}(-[A-Za-z]+)?\.ts$/.test(path);
  const sizeOf = (folder: string) =>
    files.filter((path) => dirname(path) === folder && !isLanguage(path)).length;
  const folders = [...new Set(files.map(dirname))].filter((folder) => sizeOf(folder) > MOST_FILES);
  expect(folders.map((folder) => `${folder}: ${sizeOf(folder)}`)).toEqual([]);
});

it('keeps tests, their helpers and stories out of what is shipped', () => {
  expect(broken((_, to) => !isTest(to))).toEqual([]);
});
