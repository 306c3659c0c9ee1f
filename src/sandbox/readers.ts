import { problems } from './errors.ts';
import type { Hash } from './intent.ts';
import { lookup } from './lookup.ts';

/** Reads one parameter, or throws the 400 that names it. */
export type Reader<T> = (value: unknown, name: string) => T;

export type Rules = Readonly<Record<string, Reader<unknown>>>;

/** The parameters that a set of rules lets through: each is optional. */
export type Read<R extends Rules> = { readonly [K in keyof R]?: ReturnType<R[K]> };

const isHash = (value: unknown): value is Hash =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Reader<string> = (value, name) => {
  if (typeof value === 'string') return value;
  throw problems.wrongKind(name, 'a string');
};

/** A whole number, as JSON or as the digits of a form. */
export const integer: Reader<number> = (value, name) => {
  const digits = String(value);
  if (!/^-?\d{1,15}$/.test(digits)) throw problems.notInteger(name, digits);
  return Number(digits);
};

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false };

export const boolean: Reader<boolean> = (value, name) => {
  const known = lookup(BOOLEANS, value);
  if (known === undefined) throw problems.wrongKind(name, 'true or false');
  return known;
};

export const hash: Reader<Hash> = (value, name) => {
  if (value === '') return {};
  if (!isHash(value)) throw problems.wrongKind(name, 'a hash of keys and values');
  return value;
};

/** A hash of strings, at most fifty: the limit that both gateways document for metadata. */
export const metadata: Reader<Record<string, string>> = (value, name) => {
  const entries = Object.entries(hash(value ?? {}, name));
  if (entries.length > 50) throw problems.wrongKind(name, 'at most 50 keys');
  return Object.fromEntries(
    entries
      .filter(([, each]) => each !== '' && each !== null)
      .map(([key, each]) => [key, String(each)]),
  );
};

export const list: Reader<readonly string[]> = (value, name) => {
  if (!Array.isArray(value)) throw problems.wrongKind(name, 'a list');
  return value.map((item, at) => text(item, `${name}[${at}]`));
};

/** Anything: kept as it came, to be shown again. */
export const anything: Reader<unknown> = (value) => value;

export const oneOf =
  <const T extends string>(...choices: readonly T[]): Reader<T> =>
  (value, name) => {
    const choice = choices.find((each) => each === value);
    if (choice === undefined) throw problems.notOneOf(name, String(value), choices);
    return choice;
  };

/** An absolute address. Apps may give their own scheme; nothing that a browser would run. */
export const address: Reader<string> = (value, name) => {
  const url = URL.canParse(text(value, name)) ? new URL(String(value)) : null;
  if (url && !/^(javascript|data|blob|file|vbscript):$/.test(url.protocol)) return String(value);
  throw problems.invalid(`Invalid ${name}: must be an absolute URL.`, 'url_invalid', name);
};

/** Names that no rule knows. */
export function unknownNames(rules: Rules, raw: Hash): string[] {
  return Object.keys(raw).filter((name) => !Object.hasOwn(rules, name));
}

/** Reads every parameter that has a rule; `null` (JSON) counts as not given. */
export function readParams<R extends Rules>(rules: R, raw: Hash): Read<R> {
  const given = Object.entries(rules).filter(([name]) => (raw[name] ?? null) !== null);
  return Object.fromEntries(given.map(([name, read]) => [name, read(raw[name], name)])) as Read<R>;
}
