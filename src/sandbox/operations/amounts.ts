import { problems } from '../errors/errors.ts';
import type { RequestContext } from '../world/context.ts';

/** Eight digits, as both references say. */
const LARGEST = 99_999_999;

/** Throws where the gateway does not take that amount. */
export function checkAmount(amount: number, currency: string, { dialect }: RequestContext): void {
  const smallest = dialect.smallest(currency);
  if (amount < smallest) {
    const message = `Invalid amount: must be at least ${smallest} (in the smallest unit of ${currency}).`;
    const code = amount < 1 ? 'parameter_invalid_integer' : 'amount_too_small';
    throw problems.invalid(message, code, 'amount');
  }
  if (amount <= LARGEST) return;
  throw problems.invalid(
    `Invalid amount: must be no more than ${LARGEST}.`,
    'amount_too_large',
    'amount',
  );
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
