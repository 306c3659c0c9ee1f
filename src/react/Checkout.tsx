import { CheckoutView, type CheckoutViewProps } from './CheckoutView.tsx';
import type { PayOptions } from './pay/pay.ts';
import type { UseCheckoutOptions } from './useCheckout.ts';
import { useQueryReader } from './useQueryReader.ts';
import { useWatch } from './useWatch.ts';

export interface CheckoutProps
  extends UseCheckoutOptions,
    PayOptions,
    Omit<CheckoutViewProps, 'state' | 'wake' | 'pay' | 'onRefresh' | 'onDelegate'> {}

/** Shows how to pay a PaymentIntent and its next step, and stays until it is settled. */
export function Checkout(props: CheckoutProps) {
  const { state, watch } = useWatch(props, useQueryReader(props.queryClient));
  const { gateway, clientSecret, methods } = props;
  const isToPay = clientSecret && methods?.length !== 0;
  return (
    <CheckoutView
      // Another payment is another checkout: no view keeps anything of the one before.
      key={props.clientSecret}
      state={state}
      wake={watch.wake}
      pay={isToPay ? { ...props, payment: { gateway, clientSecret, watch } } : undefined}
      redirect={props.redirect}
      beforeRedirect={props.beforeRedirect}
      returnUrl={props.returnUrl}
      locale={props.locale}
      messages={props.messages}
      merchant={props.merchant}
      icon={props.icon}
      theme={props.theme}
      className={props.className}
      onRefresh={props.onRefresh}
      onDelegate={props.onDelegate}
    />
  );
}
