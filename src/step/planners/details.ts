import { isRecord, milliseconds, text, wholeNumber } from '../../intent/index.ts';
import { surfaceOf } from '../device.ts';
import type { Detail, DetailGroup, DetailName } from '../step.ts';
import { webUrl } from '../url.ts';
import type { Payload, StepPlanner } from './planner.ts';

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

/** What a till asks for. */
const CODES: readonly DetailName[] = ['payment_code', 'confirmation_number'];

/** A voucher: its values, and those of each chain of stores (Konbini), which has codes of its own. */
export const voucher: StepPlanner = ({ payload, method }) => {
  const stores = isRecord(payload.stores) ? Object.entries(payload.stores) : [];
  const groups = [
    ...groupOf('', payload, ['number', 'entity', 'reference', ...CODES]),
    ...stores.flatMap(([name, store]) => groupOf(name, store, CODES)),
  ];
  const hostedUrl = webUrl(payload.hosted_voucher_url);
  const pdfUrl = webUrl(payload.pdf);
  if (groups.length === 0 && !hostedUrl && !pdfUrl) return null;
  // OXXO alone says "expires_after".
  const expiresAt = milliseconds(payload.expires_at ?? payload.expires_after) || null;
  return { kind: 'voucher', method, groups, hostedUrl, pdfUrl, expiresAt } as const;
};

/** Each address has a type, and its values under a key of that name. */
export const bankTransfer: StepPlanner = ({ payload, device }) => {
  const { financial_addresses: addresses, hosted_instructions_url, currency } = payload;
  const groups = (Array.isArray(addresses) ? addresses.filter(isRecord) : []).flatMap((address) => {
    const type = text(address.type) ?? '';
    return groupOf(type, address[type], ACCOUNT);
  });
  const hostedUrl = webUrl(hosted_instructions_url);
  if (groups.length === 0 && !hostedUrl) return null;
  return {
    kind: 'bank-transfer',
    surface: surfaceOf(device),
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
    const value = text(found);
    if (value) return [{ name, value }];
    return isRecord(found) ? postalAddress(name, found) : [];
  });
}

const PARTS = ['line1', 'line2', 'postal_code', 'city', 'state', 'country'] as const;

/** A postal address in one line, and in its parts. */
function postalAddress(name: DetailName, found: Payload): Detail[] {
  const parts = PARTS.flatMap((part) => {
    const line = text(found[part]);
    return line ? [[part, line]] : [];
  });
  const value = parts.map(([, line]) => line).join(', ');
  return value ? [{ name, value, address: Object.fromEntries(parts) }] : [];
}
