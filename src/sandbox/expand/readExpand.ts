import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import { text } from '../request/readers.ts';
import { type Fields, fieldsOf, type Target } from './expandable.ts';

/** The fields to expand, and what to expand in each. */
export interface Paths extends ReadonlyMap<string, Paths> {}

/** What a call answers with, and what of that is shown as whole objects. */
export interface Expansion {
  readonly answer: Target;
  readonly paths: Paths;
}

/** A call, as far as it decides what can be expanded. */
interface Call {
  readonly answer: Target;
  readonly publishable: boolean;
}

/** "Expansions have a maximum depth of four levels" (docs.stripe.com/api/expanding_objects). */
const DEEPEST = 4;

/** With a publishable key only this can be expanded: Stripe.js sends `expand[0]=payment_method`. */
const PUBLIC: Fields = { payment_method: {} };

const INTENTS: readonly Target[] = ['payment_intent', 'setup_intent'];

function startOf({ answer, publishable }: Call): Target {
  if (!publishable) return answer;
  return INTENTS.includes(answer) ? PUBLIC : {};
}

/** The fields that lead to an object. */
const namesIn = (fields: Fields): string =>
  Object.keys(fields)
    .filter((name) => fields[name] !== 'hash')
    .join(', ');

/** What a path may name in the place of one that leads nowhere. */
function adviceFor(path: readonly string[], fields: Fields): string {
  const inData = [...path.slice(0, -1), 'data', ...path.slice(-1)].join('.');
  if ('data' in fields) return ` You may want to try expanding '${inData}' instead.`;
  const names = namesIn(fields);
  return names && ` In this place you can expand: ${names}.`;
}

/** Throws for a path that cannot exist, whatever the answer will be. */
function checkPath(names: readonly string[], start: Target): void {
  let target = start;
  names.forEach((name, at) => {
    const fields = fieldsOf(target);
    if (fields === null) return;
    const next = lookup(fields, name);
    if (next === undefined) {
      const path = names.slice(0, at + 1);
      throw problems.notExpandable(path.join('.'), adviceFor(path, fields));
    }
    target = next;
  });
}

function namesOf(path: unknown, at: number, start: Target): readonly string[] {
  const names = text(path, `expand[${at}]`).split('.');
  if (names.length > DEEPEST) throw problems.expandsTooDeep(names.join('.'), DEEPEST);
  checkPath(names, start);
  return names;
}

/** A map that grows path by path. */
interface GrowingPaths extends Map<string, GrowingPaths> {}

function add(paths: GrowingPaths, [name, ...others]: readonly string[]): void {
  if (name === undefined) return;
  const inner: GrowingPaths = paths.get(name) ?? new Map();
  paths.set(name, inner);
  add(inner, others);
}

/** A single path is an error at Stripe too: "Invalid array" (github.com/stripe/stripe-cli/issues/47). */
function listOf(param: unknown): readonly unknown[] {
  if (param === undefined || param === null || param === '') return [];
  if (Array.isArray(param)) return param;
  throw problems.wrongKind('expand', 'a list, such as expand[]=customer');
}

/**
 * Reads `expand`. Throws for a path that the answer cannot have, so that the call changes nothing;
 * Stripe does so too, also where a list is empty.
 */
export function readExpand(param: unknown, call: Call): Expansion {
  const paths: GrowingPaths = new Map();
  const start = startOf(call);
  listOf(param).forEach((path, at) => {
    add(paths, namesOf(path, at, start));
  });
  return { answer: call.answer, paths };
}
