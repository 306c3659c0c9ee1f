import { useCallback, useEffect, useMemo } from 'react';
import { loadViews } from '#useLazyViews';
import type { CheckoutState, ConfirmResult } from '../checkout/index.ts';
import { GatewayError } from '../gateway/gatewayError.ts';
import type { ReadableGateway } from '../gateway/gatewayReader.ts';
import type { ConfirmParams } from '../gateway/index.ts';
import { CheckoutView } from '../react/CheckoutView.tsx';
import type { RenderIcon } from '../react/contexts.ts';
import { LOADING, usePoller } from '../react/usePoller.ts';
import { useStable } from '../react/useStable.ts';
import { useUnmountSignal } from '../react/useUnmountSignal.ts';
import { type KnownOptions, resolveElementGateway, viewOptions } from './options.ts';

export interface ElementViewProps {
  readonly options: KnownOptions;
  readonly report: (state: CheckoutState) => void;
  /** Hands out the way to read at once, and takes it back with a null. */
  readonly onRefetchable: (refetch: (() => Promise<void>) | null) => void;
}

/** What is inside the element: a checkout, or why there is none. */
export function ElementView(props: ElementViewProps) {
  const { options, report } = props;
  const { gateway: source, publishableKey, apiBase, retrieve, confirm, clientSecret } = options;
  const parts = useStable({ gateway: source, publishableKey, apiBase, retrieve, confirm });
  // Only the client secret may come later: pages fetch it.
  const isReady = Boolean(clientSecret);
  const gateway = useMemo(() => (isReady ? resolveElementGateway(parts) : null), [isReady, parts]);
  useEffect(() => {
    if (gateway === null) report(LOADING);
    else if (gateway instanceof GatewayError) report(misconfigured(gateway));
  }, [gateway, report]);
  if (gateway === null || gateway instanceof GatewayError) {
    const state = gateway ? misconfigured(gateway) : LOADING;
    return <CheckoutView {...viewOptions(options)} state={state} />;
  }
  // Another key may open what the one before did not: it reads anew.
  const key = `${gateway.baseUrl} ${gateway.publishableKey} ${clientSecret}`;
  return <Polled key={key} {...props} gateway={gateway} />;
}

function misconfigured(error: GatewayError): CheckoutState {
  return { phase: 'unavailable', connection: 'paused', error };
}

interface PolledProps extends ElementViewProps {
  readonly gateway: ReadableGateway;
}

function Polled({ options, report, gateway, onRefetchable }: PolledProps) {
  const { clientSecret, initialIntent, updatesUrl } = options;
  const { state, poller, payment, refetch } = usePoller({
    gateway,
    clientSecret,
    initialIntent,
    updatesUrl,
  });
  useEffect(() => report(state), [report, state]);
  useEffect(() => {
    onRefetchable(refetch);
    return () => onRefetchable(null);
  }, [onRefetchable, refetch]);
  const unmountSignal = useUnmountSignal();
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
      refetch={refetch}
      confirm={confirm}
      cardFields={CARD_SLOT}
      icon={iconSlot}
    />
  );
}

const CARD_SLOT = <slot name="card" />;

const iconSlot: RenderIcon = (type, drawn) => <slot name={`icon-${type}`}>{drawn}</slot>;
