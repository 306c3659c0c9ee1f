import { isRecord } from '../../intent/index.ts';
import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';

/** Reads one parameter, or throws the 400 that names it. */
export type Reader<T> = (value: unknown, name: string) => T;

export type Rules = Readonly<Record<string, Reader<unknown>>>;

/** The values that a set of rules reads: each is optional. */
export type Read<R extends Rules> = { readonly [K in keyof R]?: ReturnType<R[K]> };

export const text: Reader<string> = (value, name) => {
  if (typeof value === 'string') return value;
  throw problems.wrongKind(name, 'a string');
};

/** Text with a maximum length. */
export const upTo =
  (most: number): Reader<string> =>
  (value, name) => {
    const read = text(value, name);
    if (read.length <= most) return read;
    throw problems.tooLong(name, read.length, most);
  };

/** Text that may not be empty. */
export const filled: Reader<string> = (value, name) => {
  if (value !== '') return text(value, name);
  const message = `Invalid ${name}: it is empty, and it cannot be unset. Leave it out, or send a value.`;
  throw problems.invalid(message, 'parameter_invalid_empty', name);
};

/** An integer, as JSON or as the digits of a form. */
export const integer: Reader<number> = (value, name) => {
  if (typeof value === 'object') throw problems.wrongKind(name, 'an integer');
  const digits = String(value);
  if (!/^-?\d{1,15}$/.test(digits)) throw problems.notInteger(name, digits);
  return Number(digits);
};

/** Stripe's client for Python wrote `True` and `False` for years, 5.0.0 among them. */
const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  false: false,
  False: false,
};

export const boolean: Reader<boolean> = (value, name) => {
  const known = lookup(BOOLEANS, value);
  if (known === undefined) throw problems.wrongKind(name, 'true or false');
  return known;
};

export const object: Reader<JsonObject> = (value, name) => {
  if (value === '') return {};
  if (!isRecord(value)) throw problems.wrongKind(name, 'a hash of keys and values');
  return value;
};

/** An object with known names and a rule for each; missing names stay out. */
export const matching =
  <R extends Rules>(rules: R): Reader<Read<R>> =>
  (value, name) => {
    const entries = object(value, name);
    const unknown = unknownNames(rules, entries).map((key) => `${name}[${key}]`);
    if (unknown.length > 0) throw problems.unknown(unknown);
    return readParams(rules, entries, (key) => `${name}[${key}]`);
  };

/** An object of objects, such as `payment_method_options`; an empty value (null) unsets its key. */
export const objects: Reader<Readonly<Record<string, JsonObject | null>>> = (value, name) =>
  Object.fromEntries(
    Object.entries(object(value, name)).map(([key, each]) => [
      key,
      each === '' ? null : object(each ?? {}, `${name}[${key}]`),
    ]),
  );

/** The limits that both gateways document for metadata. */
const KEYS = 50;
const KEY_LENGTH = 40;
const VALUE_LENGTH = 500;

function metadataEntry(key: string, value: unknown, name: string): [string, string] {
  if (typeof value === 'object' && value !== null) {
    throw problems.wrongKind(`${name}[${key}]`, 'a string');
  }
  const written = String(value ?? '');
  if (key.length > KEY_LENGTH) throw problems.wrongKind(name, `keys of ${KEY_LENGTH} characters`);
  if (written.length <= VALUE_LENGTH) return [key, written];
  throw problems.wrongKind(`${name}[${key}]`, `at most ${VALUE_LENGTH} characters`);
}

/** The changes to metadata: an empty value unsets its key, and null unsets all keys. */
export const metadata: Reader<Readonly<Record<string, string>> | null> = (value, name) => {
  if (value === '') return null;
  const entries = Object.entries(object(value, name));
  if (entries.length > KEYS) throw problems.wrongKind(name, `at most ${KEYS} keys`);
  return Object.fromEntries(entries.map(([key, each]) => metadataEntry(key, each, name)));
};

/** The metadata after a request. */
export function mergeMetadata(
  stored: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string>> | null | undefined,
): Readonly<Record<string, string>> {
  if (changes === null) return {};
  const merged = Object.entries({ ...stored, ...changes }).filter(([, value]) => value !== '');
  if (merged.length > KEYS) throw problems.wrongKind('metadata', `at most ${KEYS} keys`);
  return Object.fromEntries(merged);
}

/** A parameter that an empty string unsets. */
export const orEmptyString =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, name) =>
    value === '' ? null : reader(value, name);

/** The limit in both references for a customer's e-mail address. */
export const emailText = upTo(512);

export const email: Reader<string> = (value, name) => {
  const address = emailText(value, name);
  if (/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(address)) return address;
  throw problems.invalid(`Invalid email address: ${address}`, 'email_invalid', name);
};

/**
 * Text for a bank statement: at most 22 characters, at least one letter, and none that banks
 * remove.
 */
export const descriptor: Reader<string> = (value, name) => {
  const shown = text(value, name);
  if (/^[^<>\\'"*]{1,22}$/.test(shown) && /[a-z]/i.test(shown)) return shown;
  throw problems.wrongKind(
    name,
    'at most 22 characters with a letter among them, without < > \\ \' " *',
  );
};

export const list: Reader<readonly string[]> = (value, name) => {
  if (!Array.isArray(value)) throw problems.wrongKind(name, 'a list');
  return value.map((item, at) => text(item, `${name}[${at}]`));
};

export const integers: Reader<readonly number[]> = (value, name) => {
  if (!Array.isArray(value)) throw problems.wrongKind(name, 'a list');
  return value.map((item, at) => integer(item, `${name}[${at}]`));
};

/** Any value, unchanged. */
export const anything: Reader<unknown> = (value) => value;

export const oneOf =
  <const T extends string>(...choices: readonly T[]): Reader<T> =>
  (value, name) => {
    const choice = choices.find((each) => each === value);
    if (choice === undefined) throw problems.notOneOf(name, String(value), choices);
    return choice;
  };

/** `allow_redisplay` of a payment method. */
export const redisplay = oneOf('always', 'limited', 'unspecified');

/** The names without a rule. */
export function unknownNames(rules: Rules, raw: JsonObject): string[] {
  return Object.keys(raw).filter((name) => !Object.hasOwn(rules, name));
}

/** Reads every parameter that has a rule; `null` (JSON) counts as missing. */
export function readParams<R extends Rules>(
  rules: R,
  raw: JsonObject,
  param = (name: string) => name,
): Read<R> {
  const present = Object.entries(rules).filter(([name]) => (raw[name] ?? null) !== null);
  const read = present.map(([name, reader]) => [name, reader(raw[name], param(name))]);
  return Object.fromEntries(read) as Read<R>;
}
