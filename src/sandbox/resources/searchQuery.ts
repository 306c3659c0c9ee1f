import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import type { RequestContext } from '../world/context.ts';

type Value = string | number | boolean | null;

/** The value of an object's field; `key` is that of `metadata['order']`, and null elsewhere. */
type SearchField<T> = (object: T, context: RequestContext, key: string | null) => Value;

/** The fields by which the objects of a resource are found: `metadata`, and others without a key. */
export type SearchFields<T> = Readonly<Record<string, SearchField<T>>>;

type Matches<T> = (object: T) => boolean;

/** One clause: `-metadata["order"]:"7"`. */
interface Clause {
  readonly negated: boolean;
  readonly field: string;
  readonly key: string | null;
  readonly operator: string;
  readonly value: string | null;
}

const CLAUSE =
  /^(-?)([a-z][a-z0-9_.]*)(?:\[(?:"([^"]*)"|'([^']*)')\])?\s*(:|~|>=|<=|>|<)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(null|true|false|-?\d+))/;

/** Stripe's limit (docs.stripe.com/search). */
const MOST_CLAUSES = 10;

const JOINT = /^\s+(AND|OR)?\s*/i;

/** Ignores case, as Stripe's query language does. */
const same = (has: Value, wanted: string) => String(has).toLowerCase() === wanted.toLowerCase();

const compare = (holds: (has: number, wanted: number) => boolean) => (has: Value, wanted: string) =>
  typeof has === 'number' && holds(has, Number(wanted));

const OPERATORS: Readonly<Record<string, (has: Value, wanted: string) => boolean>> = {
  ':': same,
  '~': (has, wanted) => String(has).toLowerCase().includes(wanted.toLowerCase()),
  '>': compare((has, wanted) => has > wanted),
  '>=': compare((has, wanted) => has >= wanted),
  '<': compare((has, wanted) => has < wanted),
  '<=': compare((has, wanted) => has <= wanted),
};

const refuse = (why: string) => problems.invalid(`Invalid query: ${why}.`, undefined, 'query');

/** The least that `~` looks for, in characters (docs.stripe.com/search). */
const LEAST_PART = 3;

function clauseOf(match: RegExpExecArray): Clause {
  const [, minus, field = '', double, single, operator = '', inDouble, inSingle, bare] = match;
  const quoted = (inDouble ?? inSingle)?.replaceAll(/\\(.)/g, '$1');
  if (operator === '~' && (quoted?.length ?? 0) < LEAST_PART)
    throw refuse(`${field}~ takes a text of at least ${LEAST_PART} characters`);
  return {
    negated: minus === '-',
    field,
    key: double ?? single ?? null,
    operator,
    value: quoted ?? (bare === 'null' ? null : (bare ?? '')),
  };
}

function fieldOf<T>({ field, key }: Clause, fields: SearchFields<T>): SearchField<T> {
  const found = lookup(fields, field);
  if (!found) {
    throw refuse(`unknown field ${field}; there are ${Object.keys(fields).join(', ')}`);
  }
  if ((field === 'metadata') === (key !== null)) return found;
  throw refuse("metadata is asked for by key, metadata['key'], and nothing else is");
}

function matches<T>(clause: Clause, fields: SearchFields<T>, context: RequestContext): Matches<T> {
  const valueIn = fieldOf(clause, fields);
  const { key, negated, operator, value } = clause;
  const holds = lookup(OPERATORS, operator) ?? same;
  return (object) => {
    const has = valueIn(object, context, key);
    const found = value === null ? has === null : has !== null && holds(has, value);
    return found !== negated;
  };
}

/** The clauses of a query and the words that join them. A space means AND. */
function parse(query: string): { clauses: Clause[]; joints: Set<string> } {
  const clauses: Clause[] = [];
  const joints = new Set<string>();
  let rest = query.trim();
  while (rest !== '') {
    const match = CLAUSE.exec(rest);
    if (!match) throw refuse(`cannot read it from "${rest.slice(0, 40)}" on`);
    clauses.push(clauseOf(match));
    rest = rest.slice(match[0].length);
    const joint = JOINT.exec(rest);
    if (rest !== '' && !joint) throw refuse(`clauses are separated by AND or OR`);
    if (joint) joints.add((joint[1] ?? 'AND').toUpperCase());
    rest = rest.slice(joint?.[0].length ?? 0);
    if (joint && rest === '') throw refuse('it ends in the middle');
  }
  return { clauses, joints };
}

/**
 * A subset of Stripe's query language: `status:'succeeded' AND metadata['order']:'7'`, with `:`, `~`,
 * `>`, `>=`, `<`, `<=`, `-` for not, `null` for absent, and either AND or OR.
 */
export function matcherOf<T>(
  query: string,
  fields: SearchFields<T>,
  context: RequestContext,
): Matches<T> {
  const { clauses, joints } = parse(query);
  if (clauses.length > MOST_CLAUSES) throw refuse(`it has more than ${MOST_CLAUSES} clauses`);
  if (clauses.length === 0) throw refuse('it is empty');
  if (joints.size > 1) throw refuse('AND and OR cannot be used in the same query');
  const each = clauses.map((clause) => matches(clause, fields, context));
  return joints.has('OR')
    ? (object) => each.some((one) => one(object))
    : (object) => each.every((one) => one(object));
}
