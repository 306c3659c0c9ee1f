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
  const pay = useStable({
    confirm: props.confirm as Pay['confirm'],
    paymentMethodTypes: props.paymentMethodTypes,
    createPaymentMethod: props.createPaymentMethod,
    cardFields: props.cardFields,
    customer: props.customer,
    setupFutureUsage: props.setupFutureUsage,
    consent: props.consent,
    device: props.device,
  });
  // With manual confirmation only the merchant's server may confirm.
  const isOurs = intent?.confirmationMethod === 'automatic';
  return isOurs && props.confirm && props.paymentMethodTypes?.length !== 0 ? pay : null;
}
