import type { Messages } from '../../../locales/index.ts';
import { BANKS, COUNTRIES, type FieldName, MOBILE_MONEY, UPI_APPS } from '../../../method/index.ts';
import { countryName } from '../../words/format.ts';
import { namedCountries } from '../../words/namedCountries.ts';

type Choice = readonly [value: string, name: string];

/** For whom the choices are, and for which payment. */
export interface ChoiceContext {
  readonly messages: Messages;
  readonly locale: string | undefined;
  /** The payment's, ISO 4217 in lower case. */
  readonly currency: string | null;
}

/**
 * What there is to choose from for a field that is no free text.
 *
 * @param type the payment method's.
 */
export function choicesOf(
  field: FieldName,
  type: string,
  context: ChoiceContext,
): readonly Choice[] {
  if (field === 'bank') return BANKS[type] ?? [];
  if (field === 'provider') return providersOf(context);
  if (field === 'app') return appsOf(context);
  return namedCountries(COUNTRIES[type] ?? [], context.locale);
}

/** Those that move the payment's currency; where none does, all, each with its country. */
function providersOf({ currency, locale }: ChoiceContext): readonly Choice[] {
  const usable = MOBILE_MONEY.filter((provider) => provider.currency === currency);
  if (usable.length > 0) return usable.map(({ code, name }) => [code, name]);
  return MOBILE_MONEY.map(({ code, name }) => {
    const country = countryName(code.slice(-2).toUpperCase(), locale);
    return [code, `${name} (${country})`];
  });
}

const APPS = { googlepay: 'Google Pay', phonepe: 'PhonePe', paytm: 'Paytm' };

const appsOf = ({ messages }: ChoiceContext): readonly Choice[] =>
  UPI_APPS.map((app) => [app, app === 'other' ? messages.app.other : APPS[app]]);
