import { formatMoney } from '../../intent/index.ts';
import { problems } from '../errors/errors.ts';
import type { RequestContext } from '../world/context.ts';

/** Eight digits, as both references say. */
const LARGEST = 99_999_999;

/** Throws where the gateway does not take that amount, in Stripe's words, which shops show. */
export function checkAmount(amount: number, currency: string, { dialect }: RequestContext): void {
  if (amount < 1) {
    const message = 'This value must be greater than or equal to 1.';
    throw problems.invalid(message, 'parameter_invalid_integer', 'amount');
  }
  const smallest = dialect.smallest(currency);
  if (amount < smallest) {
    const least = `Amount must be at least ${formatMoney(smallest, currency, 'en')} ${currency}`;
    throw problems.invalid(least, 'amount_too_small', 'amount');
  }
  if (amount <= LARGEST) return;
  const most = `Amount must be no more than ${formatMoney(LARGEST, currency, 'en')}`;
  throw problems.invalid(most, 'amount_too_large', 'amount');
}

/** The platform's currencies (ISO 4217). */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency').map((each) => each.toLowerCase()));

/** A currency as the sandbox stores it: three lower-case letters. */
export function currencyOf(code: string): string {
  const currency = code.toLowerCase();
  if (CURRENCIES.has(currency)) return currency;
  const message = `Invalid currency: ${code}. It must be a three-letter ISO code, such as usd.`;
  throw problems.invalid(message, undefined, 'currency');
}
