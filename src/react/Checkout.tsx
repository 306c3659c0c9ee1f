import { warnOfOptions } from '../checkout/checkOptions.ts';
import { usableOptions } from '../checkout/checkTypes.ts';
import { CHECKOUT_OPTIONS } from '../checkout/index.ts';
import type { OptionCheckInput } from '../checkout/optionCheckInput.ts';
import { kindOfId } from '../intent/index.ts';
import { CheckoutView, type CheckoutViewProps } from './CheckoutView.tsx';
import { MESSAGES } from './checkMessages.ts';
import { VIEW_CHECKS } from './checkViewOptions.ts';
import { VIEW_OPTIONS } from './options.ts';
import { CARD_FIELDS } from './pay/isNode.ts';
import { serverSnapshot } from './serverSnapshot.ts';
import type { UseCheckoutOptions } from './useCheckout.ts';
import { useConfirm } from './useConfirm.ts';
import { useGateway } from './useGateway.ts';
import { useOptionWarnings } from './useOptionWarnings.ts';
import { usePoller } from './usePoller.ts';
import { useQueryReader } from './useQueryReader.ts';

/** All options: of the payment, of what is seen, and of how to pay from here. */
export interface CheckoutProps
  extends UseCheckoutOptions,
    Omit<CheckoutViewProps, keyof UseCheckoutOptions | 'state' | 'refetch' | 'confirm' | 'kind'> {}

/** The names of all options: what is not among them may be misspelt. */
const NAMES = Object.keys({
  ...CHECKOUT_OPTIONS,
  ...VIEW_OPTIONS,
  queryClient: 0,
  icon: 0,
  cardFields: 0,
  className: 0,
} satisfies Record<keyof CheckoutProps, 0>);

const CHECKS = { ...VIEW_CHECKS, messages: MESSAGES, cardFields: CARD_FIELDS };

const warn = (facts: OptionCheckInput) => warnOfOptions(facts, CHECKS);

/**
 * Shows how to pay a PaymentIntent, or to save a payment method with a SetupIntent, and its next step,
 * and stays until it is settled.
 *
 * @example
 * <Checkout
 *   gateway="stripe"
 *   publishableKey="pk_test_…"
 *   clientSecret={clientSecret}
 *   returnUrl="https://shop.example/return"
 *   onSuccess={({ intent }) => navigate(`/thanks?order=${intent.id}`)}
 * />
 */
export function Checkout(given: CheckoutProps) {
  const props = usableOptions(given);
  const gateway = useGateway(props);
  const reader = useQueryReader(props.queryClient);
  const polled = usePoller({ ...props, gateway }, reader, serverSnapshot);
  const confirm = useConfirm(polled);
  useOptionWarnings({ ...given, gateway }, polled.state, NAMES, warn);
  return (
    <CheckoutView
      // Another payment is another checkout: no view keeps anything of the one before.
      key={props.clientSecret}
      {...props}
      state={polled.state}
      kind={kindOfId(props.clientSecret ?? '')}
      refetch={polled.refetch}
      confirm={confirm}
    />
  );
}
