import { isRecord } from '../../intent/index.ts';
import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { EXPANDABLE, fieldsOf, type Target } from './expandable.ts';
import { INCLUDABLE } from './includable.ts';
import { createLoader, type LoadContext, type LoadObject } from './loadObject.ts';
import type { Expansion, Paths } from './readExpand.ts';

/** What is the same for a whole answer. */
interface Walk {
  readonly context: LoadContext;
  readonly load: LoadObject;
}

/** A field of an object: what it leads to, and what to expand there. */
interface Step {
  readonly parent: JsonObject;
  readonly target: Target;
  readonly paths: Paths;
}

/**
 * What a field leads to: the object instead of its id, or null where there is none. Hashes, lists,
 * and ids of objects that the sandbox does not have stay what they are.
 */
function found(value: unknown, { parent, target }: Step, { load }: Walk): unknown {
  if (target === 'hash' || isRecord(target)) return value;
  const isId = typeof value === 'string' && target !== 'elsewhere';
  return isId ? load(target, value, parent) : (value ?? null);
}

function expandedValue(value: unknown, step: Step, walk: Walk): unknown {
  if (Array.isArray(value)) return value.map((each) => expandedValue(each, step, walk));
  const object = found(value, step, walk);
  return isRecord(object) ? expandedObject(object, step, walk) : object;
}

/** The value of a field. Some fields are made only where they are expanded. */
const valueOfField = (object: JsonObject, name: string, { context }: Walk): unknown =>
  object[name] ?? lookup(INCLUDABLE, `${object.object} ${name}`)?.(object, context);

function expandedObject(
  object: JsonObject,
  { paths, target }: Omit<Step, 'parent'>,
  walk: Walk,
): JsonObject {
  const fields = lookup(EXPANDABLE, object.object) ?? fieldsOf(target) ?? {};
  if (object.deleted === true) return object;
  const expandedFields = [...paths].flatMap(([name, inner]) => {
    const next = lookup(fields, name);
    if (next === undefined) return [];
    const step = { parent: object, target: next, paths: inner };
    const value = expandedValue(valueOfField(object, name, walk), step, walk);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...object, ...Object.fromEntries(expandedFields) };
}

/** An answer with the objects that its caller asked for. Nothing else of it changes. */
export function expanded(
  answer: object,
  { answer: target, paths }: Expansion,
  context: LoadContext,
): JsonObject {
  const walk = { context, load: createLoader(context) };
  return expandedObject(answer as JsonObject, { target, paths }, walk);
}
