import { problems } from '../errors/errors.ts';
import { list } from './readers.ts';

/** What an intent names by its id, and can show whole. */
const EXPANDABLE = ['payment_method', 'latest_charge', 'customer'] as const;

export type Expandable = (typeof EXPANDABLE)[number];

/** A browser sees its own payment method and nothing else of the merchant's. */
const PUBLIC: readonly Expandable[] = ['payment_method'];

/** The names in `expand`; in a list they begin with `data.`. Asking for more than there is throws. */
export function expandOf(param: unknown, publishable: boolean, prefix = ''): Expandable[] {
  if (param === undefined || param === null || param === '') return [];
  const known = publishable ? PUBLIC : EXPANDABLE;
  return list(param, 'expand').map((each) => {
    const name = known.find((one) => `${prefix}${one}` === each);
    if (name !== undefined) return name;
    const names = known.map((one) => `${prefix}${one}`).join(', ');
    const message = `The sandbox can expand ${names} only (got ${each}).`;
    throw problems.invalid(message, undefined, 'expand');
  });
}
