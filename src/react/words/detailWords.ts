import { hasOwn } from '../../intent/index.ts';
import { type Messages, methodName } from '../../locales/index.ts';
import type { Detail, DetailGroup } from '../../step/index.ts';
import { countryName } from './format.ts';
import { postalLine } from './postal.ts';

/** A value in the customer's words, where it is one of the gateway's. */
export function detailValue(
  { name, value, address }: Detail,
  m: Messages,
  locale: string | undefined,
): string {
  const types = m.accountTypes;
  if (name === 'account_type') return (hasOwn(types, value) && types[value]) || value;
  if (name === 'country') return countryName(value, locale);
  return address ? postalLine(address, locale) : value;
}

/** What a group of several is called: a chain of stores, or a kind of account. */
export function groupName(name: string, m: Messages): string {
  return (hasOwn(m.accounts, name) && m.accounts[name]) || methodName(name, m);
}

interface DetailsText {
  /** What it is, for whom, how much, until when; without what is not known. */
  readonly lines: readonly (string | null)[];
  readonly groups: readonly DetailGroup[];
  readonly url: string | null;
}

/** A voucher or a transfer as a text to keep or to send: a paragraph for each group of values. */
export function detailsText(
  { lines, groups, url }: DetailsText,
  m: Messages,
  locale: string | undefined,
): string {
  const values = groups.map(({ name, details }) => [
    groups.length > 1 ? groupName(name, m) : null,
    ...details.map((detail) => `${m.details[detail.name]}: ${detailValue(detail, m, locale)}`),
  ]);
  return [lines, ...values, [url]]
    .map((paragraph) => paragraph.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}
