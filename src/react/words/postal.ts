import type { PostalAddress } from '../../step/index.ts';
import { countryName } from './format.ts';

type Part = keyof PostalAddress;

/** The lines of an address, and the parts of each, where they are not as in most of Europe. */
const LINES: Readonly<Record<string, readonly (readonly Part[])[]>> = {
  GB: [['line1'], ['line2'], ['city'], ['state'], ['postal_code']],
  // From the large to the small, and without commas.
  JP: [['postal_code', 'state', 'city', 'line1', 'line2']],
  US: [['line1'], ['line2'], ['city'], ['state', 'postal_code']],
};

const USUAL: (typeof LINES)[string] = [['line1'], ['line2'], ['postal_code', 'city'], ['state']];

/** A postal address in one line: its parts in the order of its country, whose name is the customer's. */
export function postalLine(address: PostalAddress, locale: string | undefined): string {
  const { country = '' } = address;
  // What is no code is a name already.
  const isCode = /^[a-z]{2}$/i.test(country);
  const code = isCode ? country.toUpperCase() : '';
  const lines = (LINES[code] ?? USUAL).map((parts) =>
    parts.flatMap((part) => address[part] ?? []).join(' '),
  );
  const named = isCode ? countryName(code, locale) : country;
  return [...lines, named].filter(Boolean).join(', ');
}
