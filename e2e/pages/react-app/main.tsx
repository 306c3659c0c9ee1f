// A merchant's page in React, under StrictMode: `?order=` names the order.
import { createGateway, type GatewayName } from 'paystep';
import { Checkout, type CheckoutProps, type RedirectMode, type Theme } from 'paystep/react';
import 'paystep/styles.css';
import { Activity, StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

interface Order {
  readonly gateway: GatewayName;
  readonly apiBase: string;
  readonly publishableKey: string;
  readonly clientSecret: string;
}

const params = new URLSearchParams(location.search);
const { checkoutOptions: options, callbacks } = window as unknown as {
  readonly checkoutOptions: { readonly redirect?: RedirectMode; readonly theme?: Theme };
  readonly callbacks?: Pick<CheckoutProps, 'beforeRedirect' | 'onSdkAction' | 'onRetry'>;
};
const checkoutEvents: unknown[] = [];
Object.assign(window, { checkoutEvents });

function Shop() {
  const [order, setOrder] = useState<Order | null>(null);
  useEffect(() => {
    Object.assign(window, { setOrder });
    fetch(`/shop/orders/${params.get('order')}`)
      .then((response) => response.json())
      .then(setOrder);
  }, []);
  if (!order) return null;
  return (
    <Checkout
      gateway={createGateway(order)}
      clientSecret={order.clientSecret}
      redirect={options.redirect}
      theme={options.theme}
      {...callbacks}
      returnUrl={`${location.origin}/return.html?order=${params.get('order')}`}
      onChange={(state) => {
        const step = state.phase === 'action' ? state.step.kind : null;
        const status = 'intent' in state ? state.intent.status : null;
        checkoutEvents.push({ type: 'change', phase: state.phase, step, status });
      }}
      onSuccess={({ outcome }) => checkoutEvents.push({ type: 'success', outcome })}
      onFailure={({ outcome }) => checkoutEvents.push({ type: 'failure', outcome })}
      onError={({ kind }) => checkoutEvents.push({ type: 'error', error: kind })}
    />
  );
}

/** A test hides it as an app hides a tab: `setMode('hidden')`. */
function Tab() {
  const [mode, setMode] = useState<'visible' | 'hidden'>('visible');
  useEffect(() => {
    Object.assign(window, { setMode });
  }, []);
  return (
    <Activity mode={mode}>
      <Shop />
    </Activity>
  );
}

const root = document.getElementById('app');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Tab />
    </StrictMode>,
  );
}
