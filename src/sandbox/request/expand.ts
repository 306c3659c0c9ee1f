import { problems } from '../errors/errors.ts';
import type { IntentKind } from '../payment/intentKind.ts';
import { list } from './readers.ts';

/** The objects that an intent refers to by id and that `expand` shows. */
const EXPANDABLE = {
  payment: ['payment_method', 'latest_charge', 'customer'],
  setup: ['payment_method', 'latest_attempt', 'customer', 'mandate', 'single_use_mandate'],
} as const satisfies Readonly<Record<IntentKind, readonly string[]>>;

export type Expandable = (typeof EXPANDABLE)[IntentKind][number];

/** What to expand, and of what. */
interface Expansion {
  readonly kind: IntentKind;
  readonly publishable: boolean;
  /** `data.` in a list. */
  readonly prefix?: string;
}

/** With a publishable key only the payment method can be expanded. */
const PUBLIC: readonly Expandable[] = ['payment_method'];

/** The names in `expand`, after the prefix. Throws for other names. */
export function expandOf(
  param: unknown,
  { kind, prefix = '', publishable }: Expansion,
): Expandable[] {
  if (param === undefined || param === null || param === '') return [];
  const known: readonly Expandable[] = publishable ? PUBLIC : EXPANDABLE[kind];
  return list(param, 'expand').map((each) => {
    const name = known.find((one) => `${prefix}${one}` === each);
    if (name !== undefined) return name;
    const names = known.map((one) => `${prefix}${one}`).join(', ');
    const message = `The sandbox can expand ${names} only (got ${each}).`;
    throw problems.invalid(message, undefined, 'expand');
  });
}
