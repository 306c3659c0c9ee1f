import type { ReactNode } from 'react';
import type { ConfirmResult } from '../../checkout/index.ts';
import type { ConfirmParams } from '../../gateway/index.ts';
import type { PaymentIntent } from '../../intent/index.ts';
import type { Device } from '../../step/index.ts';
import type { PayOptions } from '../options.ts';
import { useStable } from '../useStable.ts';

/** What it takes to pay from here. */
export interface PayProps extends PayOptions {
  /**
   * Confirms the PaymentIntent, with the parameters under the API's own names: that of `useCheckout`,
   * or of `createCheckout`. Without it the payment is only watched.
   */
  readonly confirm?: ((params: ConfirmParams) => Promise<ConfirmResult>) | undefined;
  /** The gateway's own fields, to be placed under "Card". The custom element has `slot="card"`. */
  readonly cardFields?: ReactNode;
  /** Instead of the device that the browser tells of. */
  readonly device?: Device | undefined;
}

/** The same where the customer can pay from here. */
export interface Pay extends PayProps {
  readonly confirm: NonNullable<PayProps['confirm']>;
}

/** With what to pay from here; null where the payment is only watched. */
export function usePay(props: PayProps, intent: PaymentIntent | null): Pay | null {
  const { confirm, device, cardFields } = props;
  const { paymentMethodTypes, createPaymentMethod, customer, setupFutureUsage, consent } = props;
  const options = { paymentMethodTypes, createPaymentMethod, customer, setupFutureUsage, consent };
  const pay = useStable({
    ...options,
    confirm: confirm as Pay['confirm'],
    device,
    cardFields,
  });
  // With manual confirmation only the merchant's server may confirm.
  const isOurs = intent?.confirmationMethod === 'automatic' && paymentMethodTypes?.length !== 0;
  return confirm && isOurs ? pay : null;
}
