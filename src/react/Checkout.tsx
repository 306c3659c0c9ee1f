import { CHECKOUT_OPTIONS } from '../checkout/index.ts';
import { CheckoutView, type CheckoutViewProps } from './CheckoutView.tsx';
import { tellViewFaults } from './faults.ts';
import type { PayOptions } from './pay/pay.ts';
import type { UseCheckoutOptions } from './useCheckout.ts';
import { useFaults } from './useFaults.ts';
import { useGateway } from './useGateway.ts';
import { usePoller } from './usePoller.ts';
import { useQueryReader } from './useQueryReader.ts';
import { withoutDevice } from './withoutDevice.ts';

export interface CheckoutProps
  extends UseCheckoutOptions,
    PayOptions,
    Omit<CheckoutViewProps, 'state' | 'wake' | 'pay' | 'onRetry' | 'onSdkAction'> {}

/** All options; whoever has no types may have misspelt one. */
const NAMES = Object.keys({
  ...CHECKOUT_OPTIONS,
  queryClient: 0,
  redirect: 0,
  beforeRedirect: 0,
  returnUrl: 0,
  locale: 0,
  messages: 0,
  merchantName: 0,
  icon: 0,
  theme: 0,
  className: 0,
  paymentMethodTypes: 0,
  createPaymentMethod: 0,
  cardFields: 0,
  customer: 0,
  setupFutureUsage: 0,
  consent: 0,
} satisfies Record<keyof CheckoutProps, 0>);

/** Shows how to pay a PaymentIntent and its next step, and stays until it is settled. */
export function Checkout(props: CheckoutProps) {
  const gateway = useGateway(props);
  const reader = useQueryReader(props.queryClient);
  const { state, poller, payment } = usePoller({ ...props, gateway }, reader, withoutDevice);
  useFaults({ ...props, gateway }, state, NAMES, tellViewFaults);
  const isToPay = payment && props.paymentMethodTypes?.length !== 0;
  return (
    <CheckoutView
      // Another payment is another checkout: no view keeps anything of the one before.
      key={props.clientSecret}
      state={state}
      wake={poller.refetch}
      pay={isToPay ? { ...props, payment: { payment, poller } } : undefined}
      redirect={props.redirect}
      beforeRedirect={props.beforeRedirect}
      returnUrl={props.returnUrl}
      locale={props.locale}
      messages={props.messages}
      merchantName={props.merchantName}
      icon={props.icon}
      theme={props.theme}
      className={props.className}
      onRetry={props.onRetry}
      onSdkAction={props.onSdkAction}
    />
  );
}
