import { BANKS, COUNTRIES, type FieldName } from '../../../method/index.ts';
import { namedCountries } from '../../words/namedCountries.ts';

type Choice = readonly [value: string, name: string];

/**
 * What there is to choose from for a field that is no free text.
 *
 * @param type the payment method's.
 */
export function choicesOf(
  field: FieldName,
  type: string,
  locale: string | undefined,
): readonly Choice[] {
  if (field === 'bank') return BANKS[type] ?? [];
  return namedCountries(COUNTRIES[type] ?? [], locale);
}
