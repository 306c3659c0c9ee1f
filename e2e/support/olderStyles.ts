/** What older browsers lack of a style sheet: found, and taken out as they would drop it. */
import type { Identifier } from '@mdn/browser-compat-data/forLegacyNode';
import { parse as parseScript, type Node as SyntaxNode } from 'acorn';
import { type AtRule, type Declaration, parse, type Rule } from 'postcss';
import { CSS, isLacking, OLD_BROWSERS, type OldBrowser } from './olderBrowsers.ts';

type Part = AtRule | Declaration | Rule;

/** A part of a style sheet that is dropped as a whole, and the feature for which it is. */
export interface StyleLack {
  readonly feature: string;
  readonly part: Part;
}

const { properties, selectors, types, 'at-rules': atRules } = CSS as Record<string, Identifier>;

/** Functions by their names, wherever in the types they are: `color-mix`, `min`. */
const FUNCTIONS = new Map<string, Identifier>();
(function collect(identifier: Identifier | undefined): void {
  for (const [name, below] of Object.entries(identifier ?? {})) {
    if (name === '__compat') continue;
    if (!FUNCTIONS.has(name)) FUNCTIONS.set(name, below as Identifier);
    collect(below as Identifier);
  }
})(types);

type Check = (identifier: Identifier | undefined) => boolean;

function featuresOf(part: Part, lacks: Check): string[] {
  if (part.type === 'decl') return featuresOfDeclaration(part, lacks);
  if (part.type === 'rule') return featuresOfSelector(part.selector, lacks);
  const name = `@${part.name}`;
  if (lacks(atRules?.[part.name])) return [name];
  // What asks for a feature that is not there is no lack itself.
  const isQuery = part.name === 'supports' && lackingFunctions(part.params, lacks).length > 0;
  return isQuery ? [`${name} ${part.params}`] : [];
}

function featuresOfDeclaration({ prop, value, parent }: Declaration, lacks: Check): string[] {
  if (prop.startsWith('--')) return lackingFunctions(value, lacks);
  const property = properties?.[prop];
  // The name of a font that is not there is passed over by itself.
  const isWhole = lacks(property) || prop === 'font-family';
  const words = isWhole ? [] : (value.match(/(?<![\w-])[a-z][\w-]*(?![\w(-])/g) ?? []);
  const isFlexGap = /^((row|column)-)?gap$/.test(prop) && isFlex(parent as Rule);
  return [
    ...(lacks(property) ? [prop] : []),
    ...(isFlexGap && lacks(property?.flex_context) ? [`${prop} in flex`] : []),
    ...words.filter((word) => lacks(property?.[word])).map((word) => `${prop}: ${word}`),
    ...lackingFunctions(value, lacks),
  ];
}

const isFlex = (rule: Rule) =>
  rule.some((node) => node.type === 'decl' && node.prop === 'display' && /flex/.test(node.value));

const lackingFunctions = (value: string, lacks: Check) =>
  [...value.matchAll(/([a-z][\w-]*)\(/g)]
    .map(([, name = '']) => name)
    .filter((name) => lacks(FUNCTIONS.get(name)))
    .map((name) => `${name}()`);

function featuresOfSelector(selector: string, lacks: Check): string[] {
  const pseudo = [...selector.matchAll(/::?([a-z][\w-]*)/g)].map(([text, name = '']) => ({
    text,
    name,
  }));
  const isListNegated = /:not\((?:[^()]|\([^()]*\))*[,\s](?:[^()]|\([^()]*\))*\)/.test(selector);
  return [
    ...pseudo.filter(({ name }) => lacks(selectors?.[name])).map(({ text }) => text),
    ...(isListNegated && lacks(selectors?.not?.selector_list) ? [':not() with a list'] : []),
  ];
}

/** All that the browsers lack, in the order of the sheet. */
export function styleLacks(
  css: string,
  browsers: readonly OldBrowser[] = OLD_BROWSERS,
): StyleLack[] {
  return lacksIn(parse(css), browsers);
}

function lacksIn(sheet: ReturnType<typeof parse>, browsers: readonly OldBrowser[]): StyleLack[] {
  const lacks: Check = (identifier) => identifier !== undefined && isLacking(identifier, browsers);
  const found: StyleLack[] = [];
  const dropped = new Set<unknown>();
  sheet.walk((part) => {
    if (part.type === 'comment' || isKeyframe(part)) return;
    const features = dropped.has(part.parent) ? [] : featuresOf(part, lacks);
    if (features.length > 0 || dropped.has(part.parent)) dropped.add(part);
    for (const feature of features) found.push({ feature, part });
  });
  return found;
}

const isKeyframe = ({ parent }: Part) =>
  parent?.type === 'atrule' && (parent as AtRule).name === 'keyframes';

/** A sheet as these browsers read it: they drop a declaration, a rule or an at-rule as a whole. */
export function withoutLacks(css: string, browsers: readonly OldBrowser[] = OLD_BROWSERS): string {
  const sheet = parse(css);
  for (const { part } of lacksIn(sheet, browsers)) {
    // With a variable in it a value is wrong only where it is computed, which unsets the property.
    if (part.type === 'decl' && /^--|var\(/.test(part.prop + part.value)) part.value = 'unset';
    else part.remove();
  }
  return sheet.toString();
}

interface Text {
  readonly start: number;
  readonly end: number;
  readonly css: string;
}

/** The style sheets that a script has as texts. */
export function styleSheetsIn(script: string): Text[] {
  const texts: Text[] = [];
  visit(parseScript(script, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    const css = textOf(node);
    if (css && /\.ps-[\w-]+[^{]*\{/.test(css))
      texts.push({ start: node.start, end: node.end, css });
  });
  return texts;
}

/** Every node of a syntax tree. */
export function visit(
  node: unknown,
  take: (node: SyntaxNode & Record<string, unknown>) => void,
): void {
  if (Array.isArray(node)) for (const each of node) visit(each, take);
  else if (typeof node === 'object' && node !== null && 'type' in node) {
    take(node as SyntaxNode & Record<string, unknown>);
    for (const below of Object.values(node)) visit(below, take);
  }
}

function textOf(node: Record<string, unknown>): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  const [quasi, ...more] = node.quasis as { readonly value: { readonly cooked: string } }[];
  return quasi && more.length === 0 ? quasi.value.cooked : null;
}

/** A script with its style sheets as these browsers read them. */
export function rewriteStyles(script: string, browsers: readonly OldBrowser[]): string {
  return styleSheetsIn(script).reduceRight(
    (code, { start, end, css }) =>
      code.slice(0, start) + JSON.stringify(withoutLacks(css, browsers)) + code.slice(end),
    script,
  );
}
