import { CheckoutView, type CheckoutViewProps } from './CheckoutView.tsx';
import { type UseCheckoutOptions, useCheckout } from './useCheckout.ts';

export interface CheckoutProps
  extends UseCheckoutOptions,
    Omit<CheckoutViewProps, 'state' | 'wake' | 'onRefresh' | 'onDelegate'> {}

/** Shows the next step of a PaymentIntent and stays until it is settled. */
export function Checkout(props: CheckoutProps) {
  const { state, wake } = useCheckout(props);
  return (
    <CheckoutView
      // Another payment is another checkout: no view keeps anything of the one before.
      key={props.clientSecret}
      state={state}
      wake={wake}
      redirect={props.redirect}
      beforeRedirect={props.beforeRedirect}
      returnUrl={props.returnUrl}
      locale={props.locale}
      messages={props.messages}
      merchant={props.merchant}
      className={props.className}
      onRefresh={props.onRefresh}
      onDelegate={props.onDelegate}
    />
  );
}
