import type { Hash } from './intent.ts';
import { asksFor, expiry, type Occasion, type Planner } from './plan.ts';

const DAY = 24 * 3600;

/** `succeed_immediately` in the customer's e-mail address pays by itself (stripe-samples, oxxo.js). */
const PAYS_ITSELF = 'succeed_immediately';

const settles =
  (planner: Planner): Planner =>
  (occasion) => {
    const plan = planner(occasion);
    const soon = occasion.email?.includes(PAYS_ITSELF) ?? false;
    return plan.kind === 'ask' && soon ? { ...plan, settlesAt: occasion.now + 3000 } : plan;
  };

/** A voucher that is shown now and paid days later, with a page of its own to print. */
const voucher = (days: number, type: string, payload: (occasion: Occasion) => Hash): Planner =>
  settles(
    asksFor(days * DAY, 'voucher', type, (occasion) => ({
      hosted_voucher_url: occasion.page('voucher'),
      ...payload(occasion),
    })),
  );

/** Each chain asks for other numbers; the one to confirm with is usually the customer's telephone. */
const STORES = {
  familymart: { payment_code: '123456', confirmation_number: '09012345678' },
  lawson: { payment_code: '234567', confirmation_number: '09012345678' },
  ministop: { payment_code: '345678', confirmation_number: '09012345678' },
  seicomart: { payment_code: '456789', confirmation_number: '09012345678' },
} as const;

/** The payment methods of the Stripe dialect that are paid in a shop, a bank or at a machine. */
export const stripeVouchers: Readonly<Record<string, Planner>> = {
  // The only one that says `expires_after`.
  oxxo: voucher(3, 'oxxo_display_details', (occasion) => ({
    expires_after: expiry(occasion).expires_at,
    number: '12345678901234657890123456789012',
  })),
  boleto: voucher(3, 'boleto_display_details', (occasion) => ({
    ...expiry(occasion),
    number: '01010101010101010101010101010101010101010101010',
    // The sandbox writes no PDF: the page to print stands in.
    pdf: occasion.page('voucher'),
  })),
  konbini: voucher(3, 'konbini_display_details', (occasion) => ({
    ...expiry(occasion),
    stores: STORES,
  })),
  multibanco: voucher(7, 'multibanco_display_details', (occasion) => ({
    ...expiry(occasion),
    entity: '12345',
    reference: '999123456',
  })),
};
