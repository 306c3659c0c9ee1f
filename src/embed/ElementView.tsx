import { useEffect, useMemo } from 'react';
import type { CheckoutState } from '../checkout/index.ts';
import type { Connection } from '../gateway/connection.ts';
import { GatewayError } from '../gateway/gatewayError.ts';
import { CheckoutView } from '../react/CheckoutView.tsx';
import { LOADING, usePoller } from '../react/usePoller.ts';
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
  const key = `${gateway.baseUrl} ${publishableKey} ${clientSecret}`;
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
}: ElementViewProps & { readonly gateway: Connection }) {
  const { onRetry, onSdkAction, beforeRedirect, messages } = callbacks;
  const { state, poller, payment } = usePoller({
    gateway,
    clientSecret: settings.clientSecret,
    initialIntent: settings.initialIntent,
    updatesUrl: settings.updatesUrl ?? undefined,
  });
  useEffect(() => report(state), [report, state]);
  useEffect(() => {
    onRefreshable(() => poller.refetch('user'));
    return () => onRefreshable(null);
  }, [onRefreshable, poller]);
  const pay = payOf(settings, callbacks);
  return (
    <CheckoutView
      state={state}
      wake={poller.refetch}
      pay={
        pay && payment
          ? {
              ...pay,
              payment: { payment, poller },
              cardFields: <slot name="card" />,
            }
          : undefined
      }
      redirect={redirectOf(settings)}
      returnUrl={settings.returnUrl ?? undefined}
      beforeRedirect={beforeRedirect}
      locale={settings.locale ?? undefined}
      theme={themeOf(settings)}
      messages={messages}
      merchantName={settings.merchantName ?? undefined}
      icon={(type, drawn) => <slot name={`icon-${type}`}>{drawn}</slot>}
      onRetry={onRetry}
      onSdkAction={onSdkAction}
    />
  );
}
