import { useCallback, useEffect, useMemo } from 'react';
import type { CheckoutState, ConfirmResult } from '../checkout/index.ts';
import { type ConfirmParams, type Gateway, GatewayError } from '../gateway/index.ts';
import { CheckoutView } from '../react/CheckoutView.tsx';
import type { RenderIcon } from '../react/contexts.ts';
import { useLate } from '../react/late.ts';
import { useUnmountSignal } from '../react/useUnmountSignal.ts';
import { LOADING, useWatch } from '../react/useWatch.ts';
import {
  type ElementCallbacks,
  gatewayOf,
  payOf,
  redirectOf,
  type Settings,
  themeOf,
} from './settings.ts';

export interface ElementViewProps {
  readonly settings: Settings;
  readonly callbacks: ElementCallbacks;
  readonly report: (state: CheckoutState) => void;
  /** Hands out the way to read at once, and takes it back with a null. */
  readonly onRefreshable: (refresh: (() => void) | null) => void;
}

/** What is inside the element: a checkout, or why there is none. */
export function ElementView(props: ElementViewProps) {
  const { settings, callbacks, report } = props;
  const { gateway: name, publishableKey, apiBase, clientSecret } = settings;
  const { retrieve, confirm, messages } = callbacks;
  const locale = settings.locale ?? undefined;
  // Only the client secret may come later: pages fetch it.
  const ready = Boolean(clientSecret);
  const gateway = useMemo(
    () => (ready ? gatewayOf({ name, publishableKey, apiBase }, { retrieve, confirm }) : null),
    [ready, name, publishableKey, apiBase, retrieve, confirm],
  );
  useEffect(() => {
    if (gateway === null) report(LOADING);
    else if (gateway instanceof GatewayError) report(misconfigured(gateway));
  }, [gateway, report]);
  if (gateway === null || gateway instanceof GatewayError) {
    const state = gateway ? misconfigured(gateway) : LOADING;
    const theme = themeOf(settings);
    return <CheckoutView state={state} theme={theme} locale={locale} messages={messages} />;
  }
  // Another key may open what the one before did not: it reads anew.
  const key = `${gateway.address} ${publishableKey} ${clientSecret}`;
  return <Watched {...props} key={key} gateway={gateway} />;
}

function misconfigured(error: GatewayError): CheckoutState {
  return { phase: 'unavailable', connection: 'paused', error };
}

function Watched({
  settings,
  callbacks,
  report,
  gateway,
  onRefreshable,
}: ElementViewProps & { readonly gateway: Gateway }) {
  const { onRetry, onSdkAction, beforeRedirect, messages } = callbacks;
  const { clientSecret } = settings;
  const { state, watch, refetch } = useWatch({
    gateway,
    clientSecret,
    initialIntent: settings.initialIntent,
    updatesUrl: settings.updatesUrl ?? undefined,
  });
  useEffect(() => report(state), [report, state]);
  useEffect(() => {
    onRefreshable(refetch);
    return () => onRefreshable(null);
  }, [onRefreshable, refetch]);
  const { views } = useLate();
  const unmountSignal = useUnmountSignal();
  // The form comes with the views, and nothing else confirms.
  const confirm = useCallback(
    async (params: ConfirmParams): Promise<ConfirmResult> => {
      if (!views || !clientSecret) throw new TypeError('Paystep: there is nothing to confirm yet.');
      return views.confirmOnce({ gateway, clientSecret, watch, params, signal: unmountSignal() });
    },
    [views, gateway, clientSecret, watch, unmountSignal],
  );
  return (
    <CheckoutView
      {...payOf(settings, callbacks)}
      state={state}
      refetch={refetch}
      confirm={confirm}
      source={clientSecret ? { gateway, clientSecret } : undefined}
      cardFields={CARD_SLOT}
      redirect={redirectOf(settings)}
      returnUrl={settings.returnUrl ?? undefined}
      beforeRedirect={beforeRedirect}
      locale={settings.locale ?? undefined}
      theme={themeOf(settings)}
      messages={messages}
      merchantName={settings.merchantName ?? undefined}
      icon={iconSlot}
      onRetry={onRetry}
      onSdkAction={onSdkAction}
    />
  );
}

const CARD_SLOT = <slot name="card" />;

const iconSlot: RenderIcon = (type, drawn) => <slot name={`icon-${type}`}>{drawn}</slot>;
