import { useId } from 'react';
import { hasOwn } from '../../intent/index.ts';
import { type Messages, methodName } from '../../locales/index.ts';
import type { Detail, DetailGroup, DetailName } from '../../step/index.ts';
import { useWords } from '../contexts.ts';
import { countryName } from '../words/format.ts';
import { postalLine } from '../words/postal.ts';
import { Copy } from './Copy.tsx';

/** Groups of values to copy. One of several is open at a time: a customer needs only one. */
export function DetailGroups({ groups }: { readonly groups: readonly DetailGroup[] }) {
  const { messages: m } = useWords();
  const set = useId();
  const [only, ...others] = groups;
  if (!only) return null;
  if (others.length === 0) return <DetailList details={only.details} />;
  return groups.map(({ name, details }, at) => (
    // Two accounts of one kind have one name.
    // biome-ignore lint/suspicious/noArrayIndexKey: the gateway's order is what tells them apart
    <details key={`${name}${at}`} className="ps-group" name={set} open={at === 0}>
      <summary>{hasOwn(m.accounts, name) ? m.accounts[name] : methodName(name, m)}</summary>
      <DetailList details={details} />
    </details>
  ));
}

function DetailList({ details }: { readonly details: readonly Detail[] }) {
  const { messages: m, locale } = useWords();
  return (
    <dl className="ps-details" part="details">
      {details.map((detail) => {
        const { name } = detail;
        const value = worded(detail, m, locale);
        return (
          <DetailRow
            key={name}
            label={m.details[name]}
            value={grouped(name, value)}
            copied={value}
          />
        );
      })}
    </dl>
  );
}

/** A value in the customer's words, where it is one of the gateway's. */
function worded({ name, value, address }: Detail, m: Messages, locale: string | undefined): string {
  const types = m.accountTypes;
  if (name === 'account_type') return (hasOwn(types, value) && types[value]) || value;
  if (name === 'country') return countryName(value, locale);
  return address ? postalLine(address, locale) : value;
}

interface DetailRowProps {
  readonly label: string;
  /** As it reads best. */
  readonly value: string;
  /** As it is typed elsewhere. */
  readonly copied: string;
}

/** One value, to read or to copy. */
export function DetailRow({ label, value, copied }: DetailRowProps) {
  const { messages: m } = useWords();
  return (
    <div className="ps-detail">
      <dt>{label}</dt>
      {/* Digits and codes read from left to right in every language, and are in none. */}
      <dd>
        <bdi translate="no">{value}</bdi>
      </dd>
      <dd className="ps-detail-copy">
        <Copy small text={copied} label={m.copy(label)} />
      </dd>
    </div>
  );
}

/** Long numbers in groups, as forms and statements print them. */
const GROUPED: Partial<Record<DetailName, readonly [size: number, between: string]>> = {
  iban: [4, ' '],
  number: [5, ' '],
  reference: [3, ' '],
  sort_code: [2, '-'],
};

function grouped(name: DetailName, value: string): string {
  const [size, between = ''] = GROUPED[name] ?? [];
  if (!size || !/^[A-Z0-9]{6,}$/.test(value)) return value;
  return value.match(new RegExp(`.{1,${size}}`, 'g'))?.join(between) ?? value;
}
