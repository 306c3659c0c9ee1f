import { screen } from '@testing-library/react';
import { intent, type Json } from '../../checkout/testing/createTestCheckout.ts';
import { type Options, openCheckout } from './openCheckout.tsx';

/** A payment that waits for its customer, as it is on the wire. */
export const unpaid = (types: readonly string[], more: Json = {}) =>
  intent({ status: 'requires_payment_method', payment_method_types: types, ...more });

/** What a declined confirm leaves; `attempt` tells one from the next. */
export const declined = (types: readonly string[], type: string, attempt = 1, error: Json = {}) =>
  unpaid(types, {
    last_payment_error: {
      code: 'card_declined',
      payment_method: { id: `pm_${attempt}`, type },
      ...error,
    },
  });

/** Opens a page with a payment to be made, and an address to come back to. */
export async function openUnpaid(types: readonly string[], options: Options = {}, more: Json = {}) {
  const page = await openCheckout(unpaid(types, more), {
    returnUrl: 'https://shop.example/return',
    ...options,
  });
  return {
    ...page,
    /** The gateway declines the next confirm, as both do: a 402 with the payment in it. */
    decline(next: Json) {
      page.confirmWith({ http: 402, error: { code: 'card_declined', payment_intent: next } });
    },
  };
}

export const radios = () => screen.queryAllByRole<HTMLInputElement>('radio');
/** The type of the method that is chosen in the list. */
export const chosen = () => radios().find(({ checked }) => checked)?.value;
export const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
export const isWrong = (label: string) => field(label).getAttribute('aria-invalid') === 'true';
