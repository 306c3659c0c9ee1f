import { useEffect, useMemo, useState } from 'react';
import { LazyFallback, useEnglish, useLazyViews } from '#useLazyViews';
import { attemptOf, type CheckoutState } from '../checkout/index.ts';
import type { IntentKind } from '../intent/index.ts';
import type { Step } from '../step/index.ts';
import {
  type Actions,
  ActionsProvider,
  PaymentProvider,
  type RenderIcon,
  type ShownPayment,
  usePayment,
  type Words,
  WordsProvider,
} from './contexts.ts';
import type { ViewOptions } from './options.ts';
import { withChosenMethod } from './pay/session.ts';
import { type PayProps, usePay } from './pay/usePay.ts';
import { useSession } from './pay/useSession.ts';
import { ConnectionLine } from './screen/ConnectionLine.tsx';
import { Spinner } from './screen/Screen.tsx';
import { useFocusAndAnnouncements } from './screen/useFocusAndAnnouncements.ts';
import { useRetry } from './useRetry.ts';
import { useStable } from './useStable.ts';
import type { LazyState } from './views/lazyViews.ts';
import { OutcomeScreen } from './views/OutcomeScreen.tsx';
import { StepView } from './views/StepView.tsx';
import { useAmount } from './words/useAmount.ts';
import { useLanguage } from './words/useLanguage.ts';

/** A state to show, what its screens may do, and all that a shop can choose of them. */
export interface CheckoutViewProps extends ViewOptions, PayProps {
  readonly state: CheckoutState;
  /**
   * What will be read, for the words until it is: that of `useCheckout`. A SetupIntent (`setup`) saves a
   * payment method. @default 'payment'
   */
  readonly kind?: IntentKind | undefined;
  /** Reads the PaymentIntent at once; settles when the answer is in the state. */
  readonly refetch?: (() => Promise<void>) | undefined;
  /** Marks of the shop's own for the methods. The custom element has `slot="icon-wechat_pay"`. */
  readonly icon?: RenderIcon | undefined;
  readonly className?: string | undefined;
}

const drawnIcon: RenderIcon = (_, drawn) => drawn;

const nothing = async () => {};

/**
 * The screens of one state. It reads nothing and watches nothing: `useCheckout` does, or `<Checkout>`
 * with both.
 *
 * @example
 * const checkout = useCheckout({ gateway, clientSecret });
 * if (checkout.state.phase === 'succeeded') return <ThankYou />;
 * return <CheckoutView {...checkout} paymentMethodTypes={['wechat_pay', 'alipay']} />;
 */
export function CheckoutView(props: CheckoutViewProps) {
  const intent = 'intent' in props.state ? props.state.intent : null;
  const [session, updateSession] = useSession(props.state.phase);
  const state = useMemo(
    () => withChosenMethod(props.state, session.type),
    [props.state, session.type],
  );
  const pay = usePay(props, intent);
  const { root, rootRef, announced, announce } = useFocusAndAnnouncements();
  const { refetch = nothing } = props;
  const onRetry = useRetry(props.onRetry, refetch);
  const english = useEnglish();
  const kind = intent?.kind ?? props.kind;
  const { messages, locale } = useLanguage(props.locale, props.messages, english, kind);
  const amount = useAmount(intent, locale);

  const words = useStable<Words>({
    messages: messages ?? english,
    locale,
    amount,
    merchantName: props.merchantName ?? globalThis.location?.hostname ?? '',
    renderIcon: typeof props.icon === 'function' ? props.icon : drawnIcon,
  });
  const isAction = state.phase === 'action';
  const payment = useStable<ShownPayment>({
    intent,
    connection: state.connection,
    endsAt: isAction ? state.endsAt : null,
    overdue: isAction && state.overdue,
    pay,
    redirect: props.redirect ?? 'auto',
    returnUrl: wholeUrl(props.returnUrl ?? intent?.returnUrl),
    session,
    isChoosing: pay !== null && intent !== null && session.listAt === attemptOf(intent),
  });
  const form = useLazyViews('form', kind === 'setup');
  const steps = useLazyViews('steps', state.phase === 'failed');
  const actions = useStable<Actions>({
    root,
    refetch,
    announce,
    onRetry,
    onSdkAction: props.onSdkAction,
    beforeRedirect: props.beforeRedirect,
    updateSession,
    form,
    steps,
  });
  return (
    <WordsProvider value={words}>
      <PaymentProvider value={payment}>
        <ActionsProvider value={actions}>
          <section
            ref={rootRef}
            className={props.className ? `paystep ${props.className}` : 'paystep'}
            part="checkout"
            lang={words.messages.lang}
            dir={words.messages.dir}
            aria-label={messages?.payment}
            aria-busy={!messages}
            data-theme={props.theme}
            data-phase={state.phase}
            data-step={isAction ? state.step.kind : undefined}
          >
            {messages ? (
              <Frame state={state} words={words} announced={announced} />
            ) : (
              <NoWords lazy={form} />
            )}
          </section>
        </ActionsProvider>
      </PaymentProvider>
    </WordsProvider>
  );
}

/** While the words are on their way. Those of a SetupIntent come with the form in the script tag. */
function NoWords({ lazy }: { readonly lazy: LazyState<'form'> }) {
  if (lazy.failed) return <LazyFallback lazy={lazy} />;
  return (
    <div className="ps-screen">
      <Spinner />
    </div>
  );
}

interface FrameProps {
  readonly state: CheckoutState;
  readonly words: Words;
  /** What was last said to those who do not see the page. */
  readonly announced: string;
}

/** What stands above and below each screen: the shop's mark, the amount, other ways, the connection. */
function Frame({ state, words, announced }: FrameProps) {
  const { intent, pay, isChoosing } = usePayment();
  const step = state.phase === 'action' && !isChoosing ? state.step : null;
  const types = pay ? (pay.paymentMethodTypes ?? intent?.paymentMethodTypes ?? []) : [];
  return (
    <>
      {step && 'method' in step && (
        <div className="ps-brand">{words.renderIcon(step.method, null)}</div>
      )}
      {intent?.amount != null && intent.currency && (
        <p className="ps-amount" part="amount" translate="no">
          {words.amount}
        </p>
      )}
      <p className="ps-spoken" role="status">
        {announced}
      </p>
      <Body state={state} />
      {step && types.length > 1 && <OtherMethods step={step} />}
      <ConnectionLine phase={state.phase} />
    </>
  );
}

function Body({ state }: { readonly state: CheckoutState }) {
  const { phase } = state;
  const { pay, isChoosing } = usePayment();
  const isPayScreen = phase === 'failed' || (pay !== null && phase === 'payable') || isChoosing;
  const form = useLazyViews('form', isPayScreen);
  if (isPayScreen) {
    if (!form.views) return <LazyFallback lazy={form} />;
    return <form.views.PayScreen state={state} />;
  }
  return phase === 'action' ? <StepView state={state} /> : <OutcomeScreen state={state} />;
}

/** The way to other methods comes with the form's file, and that after what is to be seen first. */
function OtherMethods({ step }: { readonly step: Step }) {
  const [isTime, setTime] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTime(true), 1_000);
    return () => clearTimeout(timer);
  }, []);
  const { views } = useLazyViews('form', isTime);
  return views && <views.AnotherWay step={step} />;
}

/** A return URL may be relative to the page. */
function wholeUrl(returnUrl: string | null | undefined): string | null {
  if (!returnUrl) return null;
  // On a server there is no page either.
  try {
    return new URL(returnUrl, location.href).href;
  } catch {
    return null;
  }
}
