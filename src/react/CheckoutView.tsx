import { useCallback, useRef, useState } from 'react';
import type { CheckoutState, WakeReason } from '../checkout/index.ts';
import type { Messages } from '../locales/index.ts';
import { useLate } from './late.ts';
import { Check } from './parts.tsx';
import { useAmount } from './useAmount.ts';
import { type RedirectMode, type View, ViewProvider } from './view.ts';
import { OutcomeScreen } from './views/OutcomeScreen.tsx';
import { StepView } from './views/StepView.tsx';

export interface CheckoutViewProps
  extends Pick<View, 'onRefresh' | 'onDelegate' | 'beforeRedirect'> {
  readonly state: CheckoutState;
  /** Called when a view wants the PaymentIntent read; a promise settles when it has been. */
  readonly wake?: ((reason: WakeReason) => unknown) | undefined;
  /** How a redirect leaves the shop. @default 'auto' */
  readonly redirect?: RedirectMode | undefined;
  /** Where the gateway sends the customer back to; tells from which origin a message counts. */
  readonly returnUrl?: string | undefined;
  /** BCP 47, for money and dates. */
  readonly locale?: string | undefined;
  readonly messages?: Messages | undefined;
  /** The shop's name on pictures that customers keep. @default the page's host */
  readonly merchant?: string | undefined;
  readonly className?: string | undefined;
}

/** The look of one state. It reads nothing and watches nothing: `<Checkout>` does. */
export function CheckoutView(props: CheckoutViewProps) {
  const { state, locale, returnUrl, onRefresh, redirect = 'auto' } = props;
  const late = useLate();
  const given = props.wake;
  const wake = useCallback(
    async (reason: WakeReason) => {
      await given?.(reason);
    },
    [given],
  );
  const refreshing = useRef(false);
  const refresh = async () => {
    // A second tap would be a second confirm on the merchant's server.
    if (refreshing.current) return;
    refreshing.current = true;
    try {
      await onRefresh?.();
    } catch (error) {
      console.error('Paystep: onRefresh failed.', error);
    }
    refreshing.current = false;
    // Whatever came of the merchant's handler, the gateway knows.
    await wake('tap');
  };
  const [said, announce] = useState('');
  const intent = 'intent' in state ? state.intent : null;
  const amount = useAmount(intent, locale);
  const view: View = {
    messages: props.messages ?? late.messages,
    intent,
    amount,
    locale,
    merchant: props.merchant ?? (typeof location === 'undefined' ? '' : location.hostname),
    redirect,
    beforeRedirect: props.beforeRedirect,
    returnOrigin: originOf(returnUrl ?? intent?.returnUrl),
    connection: state.connection,
    wake,
    onRefresh: onRefresh && refresh,
    announce,
    onDelegate: props.onDelegate,
  };
  return (
    <ViewProvider value={view}>
      <section
        className={props.className ? `paystep ${props.className}` : 'paystep'}
        aria-label={view.messages.payment}
        data-phase={state.phase}
        data-step={state.phase === 'action' ? state.step.kind : undefined}
      >
        {intent?.amount != null && <p className="ps-amount">{amount}</p>}
        <p className="ps-spoken" role="status">
          {said}
        </p>
        {state.phase === 'action' ? <StepView state={state} /> : <OutcomeScreen state={state} />}
        <ConnectionLine state={state} view={view} />
      </section>
    </ViewProvider>
  );
}

/** Says that the watch is in trouble, without taking anything from the screen. */
function ConnectionLine({ state, view }: { readonly state: CheckoutState; readonly view: View }) {
  const { messages: m } = view;
  const silent = state.connection === 'live' || state.phase === 'unavailable';
  return (
    <div className="ps-connection" role="status">
      {!silent && state.connection === 'retrying' && <p>{m.reconnecting}</p>}
      {!silent && state.connection === 'paused' && (
        <>
          <p>{m.paused}</p>
          <Check label={m.checkAgain} />
        </>
      )}
    </div>
  );
}

/** A return address may be relative to the page; without one, the page's own origin. */
function originOf(returnUrl: string | null | undefined): string {
  if (typeof location === 'undefined') return '';
  try {
    return new URL(returnUrl ?? '', location.href).origin;
  } catch {
    return location.origin;
  }
}
