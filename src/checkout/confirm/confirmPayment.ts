import { withConfirm } from '../../gateway/confirm.ts';
import type { ConfirmOptions, ConfirmParams } from '../../gateway/index.ts';
import type { PaymentIntent } from '../../intent/index.ts';
import type { Payment } from '../openPayment.ts';

/** Confirms by the payment's gateway; rejects as `gateway.confirm` does. */
export function confirmPayment(
  { use }: Payment,
  params: ConfirmParams,
  options: ConfirmOptions,
): Promise<PaymentIntent> {
  return use((gateway, clientSecret) =>
    withConfirm(gateway).confirm(clientSecret, params, options),
  );
}
