import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { integer } from '../request/readers.ts';
import { expiry, type PlanInput, type Planner, requiresActionFor } from './plan.ts';
import { withTestEmails } from './testEmails.ts';

const DAY = 24 * 3600;

const OPTION = 'expires_after_days';

/** How many days it is valid: the merchant's number, or the usual one. */
function validDays({ options }: PlanInput, usual: number): number {
  const option = options[OPTION];
  const days = option === undefined ? usual : integer(option, OPTION);
  if (days >= 0 && days <= 60) return days;
  throw problems.wrongKind(OPTION, 'from 0 to 60 days');
}

/** A voucher that is paid days later, with a page to print. */
function voucher(days: number, type: string, payload: (input: PlanInput) => JsonObject): Planner {
  const withUrl = (input: PlanInput) => ({
    hosted_voucher_url: input.page('voucher'),
    ...payload(input),
  });
  return withTestEmails((input) =>
    requiresActionFor(validDays(input, days) * DAY, 'voucher', type, withUrl)(input),
  );
}

const PAYMENT_CODES = {
  familymart: '123456',
  lawson: '234567',
  ministop: '345678',
  seicomart: '456789',
} as const;

/** The number to confirm with in the store, usually the customer's telephone number. */
function confirmationNumber({ options }: PlanInput): string {
  const number = String(options.confirmation_number ?? '09012345678');
  if (/^\d{10,11}$/.test(number) && !/^0+$/.test(number)) return number;
  throw problems.invalid(
    'The confirmation number needs 10 or 11 digits that are not all 0.',
    'payment_intent_konbini_rejected_confirmation_number',
    'payment_method_options[konbini][confirmation_number]',
  );
}

/** Each store chain has its own numbers. */
function stores(input: PlanInput): JsonObject {
  const confirmation_number = confirmationNumber(input);
  return Object.fromEntries(
    Object.entries(PAYMENT_CODES).map(([chain, payment_code]) => [
      chain,
      { payment_code, confirmation_number },
    ]),
  );
}

/** The payment methods of the Stripe dialect that are paid in a shop, a bank or at a machine. */
export const stripeVouchers: Readonly<Record<string, Planner>> = {
  // The only voucher with `expires_after`.
  oxxo: voucher(3, 'oxxo_display_details', (input) => ({
    expires_after: expiry(input).expires_at,
    number: '12345678901234657890123456789012',
  })),
  boleto: voucher(3, 'boleto_display_details', (input) => ({
    ...expiry(input),
    number: '01010101010101010101010101010101010101010101010',
    // The sandbox makes no PDF, so this is the page to print.
    pdf: input.page('voucher'),
  })),
  konbini: voucher(3, 'konbini_display_details', (input) => ({
    ...expiry(input),
    stores: stores(input),
  })),
  multibanco: voucher(7, 'multibanco_display_details', (input) => ({
    ...expiry(input),
    entity: '12345',
    reference: '999123456',
  })),
};
