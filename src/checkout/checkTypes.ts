import { isRecord } from '../intent/index.ts';
import { CHECKS, type Check, nameOf, safeValue, warnOfOptions } from './checkOptions.ts';
import type { OptionCheckInput } from './optionCheckInput.ts';

type OptionType = 'string' | 'function' | 'object';

const CURES: Readonly<Record<OptionType, string>> = {
  string: 'no text',
  function: 'no function, and is not called',
  object: 'no object',
};

const TYPES = new Map<string, OptionType>([
  ...typed('string', 'publishableKey account clientSecret apiBase returnUrl updatesUrl'),
  ...typed('string', 'merchantName consent'),
  ...typed('function', 'fetch retrieve confirm createPaymentMethod beforeRedirect icon'),
  ...typed('function', 'onChange onSuccess onFailure onError onRetry onSdkAction'),
  ...typed('object', 'customer messages'),
]);

function typed(type: OptionType, names: string) {
  return names.split(' ').map((name) => [name, type] as const);
}

/** The type that an option has to have, where the value has another; undefined and null are none. */
function missedType(name: string, value: unknown): OptionType | null {
  const type = TYPES.get(name);
  if (!type || value === undefined || value === null) return null;
  const isRight = type === 'object' ? isRecord(value) : typeof value === type;
  return isRight ? null : type;
}

const WRONG_TYPES: Check = (facts) =>
  Object.entries(facts.options).flatMap(([name, value]) => {
    const type = missedType(name, value);
    return type ? [`${nameOf(name, facts)} is ${CURES[type]}: it is a ${kindOf(value)}.`] : [];
  });

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value);

const CUSTOMER: Check = ({ options: { customer } }) =>
  Object.entries(isRecord(customer) ? customer : {})
    .filter(([, value]) => typeof value !== 'string' && value !== undefined && value !== null)
    .map(([name]) => `customer.${safeName(name)} is no text, so it fills in nothing.`);

/** A name may be a customer's value, by mistake. */
const safeName = (name: string) => (/^[a-z]\w{0,39}$/i.test(name) ? name : '…');

/** URLs that no browser is to be sent to, or that are none. */
const NO_URL = /^\s*(:|(javascript|data|blob|vbscript):)|^\s*$/i;

const URLS: Check = (facts) =>
  (['returnUrl', 'updatesUrl', 'apiBase'] as const).flatMap((name) => {
    const value = facts.options[name];
    if (typeof value !== 'string' || value === '' || !NO_URL.test(value)) return [];
    return [`${nameOf(name, facts)} is ${safeValue(value)}, which is no URL of a page.`];
  });

/** What may be wrong with the values of any checkout, by their form alone. */
export const TYPE_CHECKS = {
  types: WRONG_TYPES,
  customer: CUSTOMER,
  urls: URLS,
} satisfies Record<string, Check>;

/** Warns of all that is wrong with the options of a checkout that somebody else shows. */
export const warnOfCheckoutOptions = (facts: OptionCheckInput) =>
  warnOfOptions(facts, { ...CHECKS, ...TYPE_CHECKS });

/** Where they are wrong nothing can be read, which has to be seen. */
const CREDENTIALS: readonly string[] = ['publishableKey', 'account', 'clientSecret'];

/** The options that can be used: those of a wrong type count as not given. */
export function usableOptions<T extends object>(options: T): T {
  const isUsable = ([name, value]: [string, unknown]) =>
    CREDENTIALS.includes(name) || !missedType(name, value);
  return Object.fromEntries(Object.entries(options).filter(isUsable)) as T;
}
