import { problems } from '../errors/errors.ts';
import { list } from './readers.ts';

/** The objects that an intent refers to by id and that `expand` shows. */
const EXPANDABLE = ['payment_method', 'latest_charge', 'customer'] as const;

export type Expandable = (typeof EXPANDABLE)[number];

/** With a publishable key only the payment method can be expanded. */
const PUBLIC: readonly Expandable[] = ['payment_method'];

/** The names in `expand`, after `data.` in a list. Throws for other names. */
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
