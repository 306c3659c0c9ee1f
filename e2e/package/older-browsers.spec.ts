/**
 * What is built holds to the oldest browsers that README's "Compatibility" names, by MDN's
 * browser-compat-data: their syntax, what they have of the language and of the browser, and their
 * styles. What is used although one lacks it has a line here, which says what happens there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, type Node as SyntaxNode } from 'acorn';
import { expect, test } from '../support/base.ts';
import {
  BROWSER_FEATURES,
  type Feature,
  isLacking,
  LANGUAGE_FEATURES,
  LOOKBEHIND,
} from '../support/olderBrowsers.ts';
import { styleLacks, styleSheetsIn, visit } from '../support/olderStyles.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const read = (file: string) => readFileSync(resolve(DIST, file), 'utf8');

/** What runs in a customer's browser. The sandbox is for developers, and `server.js` for servers. */
const FILES = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.js$/.test(file) && !/(^|\/)sandbox[^/]*(\/|\.js$)|^server\.js$/.test(file));

/** A page loads these as classic scripts; the barcodes are a module. */
const CLASSIC = /^(paystep(-form|-steps)?|return)\.js$/;

type SomeNode = SyntaxNode & Record<string, unknown>;

/** Later editions have what the oldest lack: class fields, `??=`, a top-level await. */
function nodesOf(file: string): SomeNode[] {
  const sourceType = CLASSIC.test(file) ? 'script' : 'module';
  const nodes: SomeNode[] = [];
  visit(parse(read(file), { ecmaVersion: 2020, sourceType }), (node) => nodes.push(node));
  return nodes;
}

/** What is of that edition, and yet not in each of them. */
const SYNTAX: Readonly<Record<string, (node: SomeNode) => boolean>> = {
  'export * as name: Firefox 80, Safari 14.1': ({ type, exported }) =>
    type === 'ExportAllDeclaration' && Boolean(exported),
  'a lookbehind in a RegExp: Safari 16.4': ({ regex }) =>
    /\(\?<[=!]/.test((regex as { pattern: string } | undefined)?.pattern ?? ''),
  'a spread in an optional call: wrong in Chrome before 91': ({
    type,
    arguments: values,
    ...node
  }) =>
    type === 'CallExpression' &&
    Boolean(node.optional) &&
    (values as SomeNode[]).some((each) => each.type === 'SpreadElement'),
};

test('is written in syntax that the oldest browsers read', () => {
  expect(FILES.length).toBeGreaterThan(50);
  expect(LOOKBEHIND && isLacking(LOOKBEHIND)).toBe(true);
  const found = FILES.flatMap((file) =>
    nodesOf(file).flatMap((node) =>
      Object.entries(SYNTAX).flatMap(([name, isIt]) => (isIt(node) ? [`${file}: ${name}`] : [])),
    ),
  );
  expect(found).toEqual([]);
});

/** By name, what is used although one of the oldest lacks it, and what happens there. */
const GUARDED: Readonly<Record<string, string>> = {
  BroadcastChannel: 'the storage carries the word of a return page',
  DisplayNames: 'countries are shown by their codes',
  adoptedStyleSheets: 'a <style> in each shadow root, under the nonce of the page',
  canShare: 'a code is downloaded, not shared',
  checkVisibility: 'whether something is seen goes by whether it has a place on the page',
  disposition: 'a policy that only reports is taken for one that refuses',
  locks: 'a confirm is guarded by its idempotency key alone, and a pop-up stays open at its end',
  moveBefore: 'Preact moves what it moves by taking it out',
  prerendering: 'there is none',
  query: 'of the locks: see there',
  replaceSync: 'see adoptedStyleSheets',
  share: 'see canShare',
  showModal: 'the dialog is made by hand',
};

/** Words of payments, of React and of ours, which interfaces have, too. */
const OURS = new Set(
  (
    'address bytes changed connection details device format getState icon image isActive isFinal loading ' +
    'locale memory messages ms path phone readValue requestId scan silent subscribe transfer usage use ' +
    'views where'
  ).split(' '),
);

const ALL = [...LANGUAGE_FEATURES, ...BROWSER_FEATURES];

const lastName = ({ path }: Feature) => String(path.at(-1)).replace(/_static$/, '');

/** The names of these features, where all that bear the name are lacked by one of the oldest. */
function lackedNames(features: readonly Feature[], length: number): Set<string> {
  const namesakes = ALL.filter(({ path }) => path.length < 3);
  const had = new Set(namesakes.filter((each) => !isLacking(each.identifier)).map(lastName));
  const names = features.filter(({ path }) => path.length === length).map(lastName);
  return new Set(names.filter((name) => !had.has(name)));
}

const GLOBALS = new Set([
  ...lackedNames(ALL, 1),
  ...lackedNames(
    BROWSER_FEATURES.filter(({ path: [owner] }) => owner === 'Window'),
    2,
  ),
]);
const METHODS = lackedNames(LANGUAGE_FEATURES, 2);
const MEMBERS = lackedNames(BROWSER_FEATURES, 2);

const nameOf = (node: unknown) =>
  (node as { readonly name?: string } | undefined)?.name ??
  String((node as { readonly value?: unknown } | undefined)?.value ?? '');

/** What a node reaches of the language and the browser that one of the oldest lacks. */
function lackIn({ type, computed, property, operator, left, callee }: SomeNode): string[] {
  const called = callee as SomeNode | undefined;
  return [
    type === 'MemberExpression' && !computed && MEMBERS.has(nameOf(property)) && nameOf(property),
    type === 'BinaryExpression' && operator === 'in' && MEMBERS.has(nameOf(left)) && nameOf(left),
    called?.type === 'MemberExpression' &&
      METHODS.has(nameOf(called.property)) &&
      nameOf(called.property),
    called?.type === 'Identifier' && GLOBALS.has(nameOf(called)) && nameOf(called),
  ].filter((name) => typeof name === 'string');
}

test('uses nothing of the language or the browser that one of them lacks, unguarded', () => {
  const used = new Set(FILES.flatMap((file) => nodesOf(file).flatMap(lackIn)));
  const unknown = [...used].filter((name) => !OURS.has(name) && !(name in GUARDED));
  expect(unknown.sort()).toEqual([]);
  // No line for what is gone.
  expect([...OURS, ...Object.keys(GUARDED)].filter((name) => !used.has(name))).toEqual([]);
});

/** By feature, what an older browser drops of the styles, and what is seen there instead. */
const DROPPED: Readonly<Record<string, string>> = {
  '::backdrop': 'browsers without a dialog have .ps-backdrop',
  '::details-content': 'on paper, what is folded stays so',
  ':focus-visible': 'the browser’s own ring',
  ':has': 'the ring is around the button alone, not around the line',
  ':is': 'of reset.css: the sheets of the page reach more of React’s checkout',
  ':not() with a list': 'see :is',
  ':where': 'see :is',
  '@container': 'fields stand one below the other',
  '@supports (color: color-mix(in srgb, red, red))': 'has another way before it',
  '@supports (color:color-mix(in srgb, red, red))': 'the same, minified',
  '@supports (color: light-dark(#000, #fff))': 'the light look',
  '@supports (color:light-dark(#000, #fff))': 'the same, minified',
  'accent-color': 'the browser’s own colour',
  appearance: 'as the page has it',
  'aspect-ratio': 'the drawing has its own',
  'color-mix()': 'no tint',
  'color-scheme': 'the light look',
  'container-type': 'see @container',
  'cursor: default': 'phones have no pointer',
  'cursor: pointer': 'phones have no pointer',
  'forced-color-adjust': 'browsers before it leave drawings as they are',
  interactivity: 'nothing to take back',
  'margin-inline-end': 'WebView has it from 69 on, like Chrome, whatever the data say',
  'overflow-wrap: anywhere': 'break-word, which is inherited',
  'padding-inline-end': 'see margin-inline-end',
  'padding-inline-start': 'see margin-inline-end',
  'text-size-adjust': 'with its prefix beside it',
  'text-wrap': 'lines of unequal length',
  'user-select': 'a value is selected word by word',
};

const SHEETS = [
  read('styles.css'),
  ...['paystep.js', 'paystep-form.js', 'paystep-steps.js'].flatMap((file) =>
    styleSheetsIn(read(file)).map(({ css }) => css),
  ),
];

test('is styled by nothing that one of them lacks, where it would be missed', () => {
  expect(SHEETS.length).toBeGreaterThan(3);
  const features = new Set(SHEETS.flatMap((css) => styleLacks(css).map(({ feature }) => feature)));
  expect([...features].filter((feature) => !(feature in DROPPED)).sort()).toEqual([]);
  expect(Object.keys(DROPPED).filter((feature) => !features.has(feature))).toEqual([]);
});
