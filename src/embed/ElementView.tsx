import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { loadViews } from '#useLazyViews';
import type { CheckoutState, ConfirmResult } from '../checkout/index.ts';
import type { ConfirmParams } from '../gateway/index.ts';
import { kindOfId } from '../intent/index.ts';
import { CheckoutView } from '../react/CheckoutView.tsx';
import type { RenderIcon } from '../react/contexts.ts';
import { useUnmountSignal } from '../react/useUnmountSignal.ts';
import type { ElementPayment } from './elementPoller.ts';
import { type KnownOptions, viewOptions } from './options.ts';

export interface ElementViewProps extends Omit<ElementPayment, 'key'> {
  readonly options: KnownOptions;
  readonly report: (state: CheckoutState) => void;
}

/** What is inside the element: a checkout, or why there is none. */
export function ElementView({ options, payment, poller, report }: ElementViewProps) {
  const state = useSyncExternalStore(poller.subscribe, poller.getState);
  useEffect(() => report(state), [report, state]);
  const unmountSignal = useUnmountSignal();
  const refetch = useCallback(() => poller.refetch('user'), [poller]);
  const confirm = useCallback(
    async (params: ConfirmParams): Promise<ConfirmResult> => {
      // What the customer has agreed to is what they see now, not what has come when the file has.
      const shown = poller.getState();
      const signal = unmountSignal();
      const views = await loadViews('steps');
      if (!views || !payment) throw new TypeError('Paystep: there is nothing to confirm with.');
      const asShown = { ...poller, getState: () => shown };
      return views.confirmOnce({ payment, poller: asShown, params, signal });
    },
    [payment, poller, unmountSignal],
  );
  return (
    <CheckoutView
      {...viewOptions(options)}
      state={state}
      kind={kindOfId(options.clientSecret ?? '')}
      refetch={refetch}
      confirm={confirm}
      cardFields={CARD_SLOT}
      icon={iconSlot}
    />
  );
}

const CARD_SLOT = <slot name="card" />;

const iconSlot: RenderIcon = (type, drawn) => <slot name={`icon-${type}`}>{drawn}</slot>;
