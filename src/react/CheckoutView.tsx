import { useCallback, useEffect, useRef, useState } from 'react';
import { attemptOf, type CheckoutState, type RefetchReason } from '../checkout/index.ts';
import type { MessageOverrides } from '../locales/index.ts';
import type { Step } from '../step/index.ts';
import { Absent, useLate } from './late.ts';
import type { Pay, PayMemory } from './pay/pay.ts';
import { Check, Spinner } from './screen/parts.tsx';
import { useAttention } from './screen/useAttention.ts';
import { type Icon, type RedirectMode, type Theme, type View, ViewProvider } from './view.ts';
import { OutcomeScreen } from './views/OutcomeScreen.tsx';
import { StepView } from './views/StepView.tsx';
import { useAmount } from './words/useAmount.ts';
import { useWords } from './words/useWords.ts';

/** A state, and what its screens may ask of the shop. */
export interface CheckoutViewProps
  extends Pick<View, 'onRetry' | 'onSdkAction' | 'beforeRedirect'> {
  readonly state: CheckoutState;
  /** Called when a view wants the PaymentIntent read; a promise settles when it has been. */
  readonly wake?: ((reason: RefetchReason) => unknown) | undefined;
  /** How a redirect leaves the shop. @default 'auto' */
  readonly redirect?: RedirectMode | undefined;
  /** Where the gateway sends the customer back to; tells from which origin a message counts. */
  readonly returnUrl?: string | undefined;
  /** BCP 47: the language, and the region for money and dates. @default the page's, else the browser's */
  readonly locale?: string | undefined;
  /** Texts in place of a language's own; or a whole language, which is then not loaded. */
  readonly messages?: MessageOverrides | undefined;
  /** The shop's name on pictures that customers keep. @default the page's host */
  readonly merchantName?: string | undefined;
  /** Marks of the shop's own for the methods. The custom element has `slot="icon-wechat_pay"`. */
  readonly icon?: Icon | undefined;
  /** With what to pay from here; without it the payment is only watched. */
  readonly pay?: Pay | undefined;
  /** Light, dark, or as the customer's system is (`auto`). @default as the page around is */
  readonly theme?: Theme | undefined;
  readonly className?: string | undefined;
}

const drawnAlone: Icon = (_, drawn) => drawn;

/** The look of one state. It reads nothing and watches nothing: `<Checkout>` does. */
export function CheckoutView(props: CheckoutViewProps) {
  const { state, returnUrl, onRetry, redirect = 'auto' } = props;
  const intent = 'intent' in state ? state.intent : null;
  // With manual confirmation only the merchant's server may confirm.
  const pay = intent?.confirmationMethod === 'automatic' ? (props.pay ?? null) : null;
  const isAction = state.phase === 'action';
  const given = props.wake;
  const late = useLate();
  const wake = useCallback(
    async (reason: RefetchReason) => {
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
      await onRetry?.();
    } catch (error) {
      console.error('Paystep: onRetry failed.', error);
    }
    refreshing.current = false;
    // Whatever came of the merchant's handler, the gateway knows.
    await wake('user');
  };
  const { root, place, said, announce } = useAttention();
  // For one attempt only: what comes after it is shown.
  const attempt = intent ? attemptOf(intent) : '';
  const [choosing, choose] = useState('');
  const memory = useRef<PayMemory>({});
  const isChoosing = pay !== null && choosing === attempt;
  const { messages, locale } = useWords(props.locale, props.messages, late.messages);
  const amount = useAmount(intent, locale);
  const view: View = {
    messages: messages ?? late.messages,
    place,
    intent,
    amount,
    locale,
    icon: props.icon ?? drawnAlone,
    merchantName: props.merchantName ?? globalThis.location?.hostname ?? '',
    redirect,
    beforeRedirect: props.beforeRedirect,
    returnUrl: addressOf(returnUrl ?? intent?.returnUrl),
    connection: state.connection,
    endsAt: isAction ? state.endsAt : null,
    overdue: isAction && state.overdue,
    wake,
    onRetry: onRetry && refresh,
    announce,
    pay,
    memory: memory.current,
    isChoosing,
    openMethods: () => choose(attempt),
    closeMethods: () => choose(''),
    onSdkAction: props.onSdkAction,
  };
  return (
    <ViewProvider value={view}>
      <section
        ref={root}
        className={props.className ? `paystep ${props.className}` : 'paystep'}
        part="checkout"
        lang={view.messages.lang}
        dir={view.messages.dir}
        aria-label={messages?.payment}
        aria-busy={!messages}
        data-theme={props.theme}
        data-phase={state.phase}
        data-step={state.phase === 'action' ? state.step.kind : undefined}
      >
        {messages ? (
          <>
            {isAction && !isChoosing && 'method' in state.step && (
              <div className="ps-brand">{view.icon(state.step.method, null)}</div>
            )}
            {intent?.amount != null && (
              <p className="ps-amount" part="amount" translate="no">
                {amount}
              </p>
            )}
            <p className="ps-spoken" role="status">
              {said}
            </p>
            <Body state={state} view={view} />
            {isAction &&
              pay &&
              !isChoosing &&
              (pay.paymentMethodTypes ?? intent?.paymentMethodTypes ?? []).length > 1 && (
                <More step={state.step} />
              )}
            <ConnectionLine state={state} view={view} />
          </>
        ) : (
          <div className="ps-screen">
            <Spinner />
          </div>
        )}
      </section>
    </ViewProvider>
  );
}

function Body({ state, view }: { readonly state: CheckoutState; readonly view: View }) {
  const { phase } = state;
  const isLate =
    phase === 'failed' || (view.pay !== null && phase === 'payable') || view.isChoosing;
  const late = useLate(isLate);
  if (phase === 'failed' || isLate) {
    return late.views ? <late.views.PayScreen state={state} /> : <Absent late={late} />;
  }
  return phase === 'action' ? <StepView state={state} /> : <OutcomeScreen state={state} />;
}

/** The way to other methods comes with the second file, and that after what is to be seen first. */
function More({ step }: { readonly step: Step }) {
  const [isTime, setTime] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTime(true), 1_000);
    return () => clearTimeout(timer);
  }, []);
  const { views } = useLate(isTime);
  return views && <views.AnotherWay step={step} />;
}

/** A single lost read is mended before anybody needs to know. */
const PATIENCE_MS = 1_200;

/** Says that the poller is in trouble, without taking anything from the screen, and that it is over. */
function ConnectionLine({ state, view }: { readonly state: CheckoutState; readonly view: View }) {
  const { messages: m, connection } = view;
  const isRetrying = connection === 'retrying';
  const [told, tell] = useState<'' | 'lost' | 'back'>('');
  useEffect(() => {
    if (!isRetrying) return tell((now) => now && 'back');
    const timer = setTimeout(() => tell('lost'), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isRetrying]);
  const isShown = state.phase !== 'unavailable';
  return (
    <>
      <div className="ps-connection" role="status">
        {isShown && isRetrying && told === 'lost' && <p>{m.reconnecting}</p>}
        {isShown && connection === 'paused' && (
          <>
            <p>{m.paused}</p>
            <Check label={m.checkAgain} />
          </>
        )}
      </div>
      <p className="ps-spoken" role="status">
        {connection === 'live' && told === 'back' && m.reconnected}
      </p>
    </>
  );
}

/** A return address may be relative to the page. */
function addressOf(returnUrl: string | null | undefined): string | null {
  if (!returnUrl) return null;
  // On a server there is no page either.
  try {
    return new URL(returnUrl, location.href).href;
  } catch {
    return null;
  }
}
