import { isRecord, milliseconds, text, wholeNumber } from '../../intent/index.ts';
import { webAddress } from '../address.ts';
import type { Detail, DetailGroup, DetailName } from '../step.ts';
import type { Payload, Row } from './row.ts';

/** The values of an account in the order in which a bank's form asks for them. */
const ACCOUNT: readonly DetailName[] = [
  'account_holder_name',
  'iban',
  'bic',
  'clabe',
  'sort_code',
  'routing_number',
  'swift_code',
  'bank_code',
  'bank_name',
  'branch_code',
  'branch_name',
  'account_type',
  'account_number',
  'country',
  'account_holder_address',
  'bank_address',
];

/** A voucher whose values stand beside each other. */
export const voucher =
  (...names: DetailName[]): Row =>
  ({ payload, method }) =>
    voucherOf(payload, method, groupOf('', payload, names));

/** Konbini: each chain has codes of its own. */
export const konbini: Row = ({ payload, method }) => {
  const stores = isRecord(payload.stores) ? Object.entries(payload.stores) : [];
  const codes = stores.flatMap(([name, store]) =>
    groupOf(name, store, ['payment_code', 'confirmation_number']),
  );
  return voucherOf(payload, method, codes);
};

function voucherOf(payload: Payload, method: string, groups: readonly DetailGroup[]) {
  const hostedUrl = webAddress(payload.hosted_voucher_url);
  const pdfUrl = webAddress(payload.pdf);
  if (groups.length === 0 && !hostedUrl && !pdfUrl) return null;
  // OXXO alone says "expires_after".
  const expiresAt = milliseconds(payload.expires_at ?? payload.expires_after) || null;
  return { kind: 'voucher', method, groups, hostedUrl, pdfUrl, expiresAt } as const;
}

/** Each address has a type, and its values under a key of that name. */
export const bankTransfer: Row = ({ payload }) => {
  const { financial_addresses: addresses, hosted_instructions_url, currency } = payload;
  const groups = (Array.isArray(addresses) ? addresses.filter(isRecord) : []).flatMap((address) => {
    const type = text(address.type) ?? '';
    return groupOf(type, address[type], ACCOUNT);
  });
  const hostedUrl = webAddress(hosted_instructions_url);
  if (groups.length === 0 && !hostedUrl) return null;
  return {
    kind: 'bank-transfer',
    groups,
    reference: text(payload.reference),
    amount: wholeNumber(payload.amount_remaining),
    currency: text(currency)?.toLowerCase() ?? null,
    hostedUrl,
  };
};

/** The named values of a record; none where it has none of them. */
function groupOf(name: string, record: unknown, names: readonly DetailName[]): DetailGroup[] {
  const [first, ...others] = isRecord(record) ? detailsOf(record, names) : [];
  return first ? [{ name, details: [first, ...others] }] : [];
}

function detailsOf(record: Payload, names: readonly DetailName[]): Detail[] {
  return names.flatMap((name) => {
    const found = record[name];
    if (isRecord(found)) return postalAddress(name, found);
    const value = text(found);
    return value ? [{ name, value }] : [];
  });
}

const STREET = [['line1'], ['line2']];

/** The lines of an address where they are not as in most of the world: the code before the city. */
const LINES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  AU: [...STREET, ['city', 'state', 'postal_code']],
  CA: [...STREET, ['city'], ['state', 'postal_code']],
  GB: [...STREET, ['city'], ['state'], ['postal_code']],
  IE: [...STREET, ['city'], ['state'], ['postal_code']],
  // From the large to the small, and without commas.
  JP: [['postal_code', 'state', 'city', 'line1', 'line2']],
  SG: [...STREET, ['city', 'postal_code']],
  US: [...STREET, ['city'], ['state', 'postal_code']],
};

const USUAL = [...STREET, ['postal_code', 'city'], ['state']];

/** A postal address in one line, its parts in the order of its country. */
function postalAddress(name: DetailName, address: Payload): Detail[] {
  const given = text(address.country) ?? '';
  const country = /^[a-z]{2}$/i.test(given) ? given.toUpperCase() : '';
  // What is no code is a name already.
  const lines = LINES[country] ?? (country ? USUAL : [...USUAL, ['country']]);
  const written = lines.map((parts) =>
    parts.flatMap((part) => text(address[part]) ?? []).join(' '),
  );
  const value = written.filter(Boolean).join(', ');
  return value ? [{ name, value, ...(country && { country }) }] : [];
}
