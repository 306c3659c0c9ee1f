import type { QueryClient } from '@tanstack/react-query';
import { usableOptions, warnOfCheckoutOptions } from '../checkout/checkTypes.ts';
import {
  CHECKOUT_OPTIONS,
  type CheckoutOptions,
  type CheckoutState,
  type ConfirmResult,
} from '../checkout/index.ts';
import type { ConfirmParams } from '../gateway/index.ts';
import { type IntentKind, kindOfId } from '../intent/index.ts';
import { serverSnapshot } from './serverSnapshot.ts';
import { useConfirm } from './useConfirm.ts';
import { useGateway } from './useGateway.ts';
import { useOptionWarnings } from './useOptionWarnings.ts';
import { usePoller } from './usePoller.ts';
import { useQueryReader } from './useQueryReader.ts';

/** Those of `createCheckout`, of which the client secret may come later. */
export interface UseCheckoutOptions extends Omit<CheckoutOptions, 'clientSecret'> {
  /** Nothing is read while it is missing, so that it may arrive later. */
  readonly clientSecret: string | null | undefined;
  /** Instead of the one that a QueryClientProvider around has; without either none is needed. */
  readonly queryClient?: QueryClient | undefined;
}

/** What a view of your own works with. */
export interface UseCheckout {
  readonly state: CheckoutState;
  /** What the client secret opens: a PaymentIntent (`payment`) or a SetupIntent. */
  readonly kind: IntentKind;
  /** Reads the PaymentIntent at once; settles when the answer is in the state. */
  readonly refetch: () => Promise<void>;
  /**
   * Confirms the PaymentIntent, with the parameters under the API's own names. Once, whatever happens:
   * a second call while one is under way shares its end, and nothing is repeated before it was read,
   * or when the component has gone.
   * @throws {TypeError} before the PaymentIntent was read.
   */
  readonly confirm: (params: ConfirmParams) => Promise<ConfirmResult>;
}

const NAMES = [...Object.keys(CHECKOUT_OPTIONS), 'queryClient'];

/**
 * Watches a payment and gives its state. A thin binding: all it adds to `createCheckout` is that it
 * lives and dies with the component, and that it reads through the app's own QueryClient if there
 * is one. What it gives fills a `<CheckoutView>`.
 *
 * @example
 * const { state, refetch, confirm } = useCheckout({
 *   gateway: 'stripe',
 *   publishableKey: 'pk_test_…',
 *   clientSecret,
 * });
 */
export function useCheckout(options: UseCheckoutOptions): UseCheckout {
  const usable = usableOptions(options);
  const gateway = useGateway(usable);
  const reader = useQueryReader(usable.queryClient);
  const polled = usePoller({ ...usable, gateway }, reader, serverSnapshot);
  const confirm = useConfirm(polled);
  useOptionWarnings({ ...options, gateway }, polled.state, NAMES, warnOfCheckoutOptions);
  const kind = kindOfId(usable.clientSecret ?? '');
  return { state: polled.state, kind, refetch: polled.refetch, confirm };
}
