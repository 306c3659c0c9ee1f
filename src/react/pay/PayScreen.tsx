import { useEffect } from 'react';
import { attemptOf, type CheckoutState } from '../../checkout/index.ts';
import { useActions, usePayment, useWords } from '../contexts.ts';
import { Mark, Screen } from '../screen/Screen.tsx';
import { ConfirmView } from '../views/ConfirmView.tsx';
import { FailedView } from '../views/FailedView.tsx';
import { type AbandonedStep, PayForm } from './PayForm.tsx';
import { useOffers } from './useOffers.ts';

interface PayScreenProps {
  readonly state: CheckoutState;
}

/** What to pay with, or what went wrong the last time. */
export function PayScreen({ state }: PayScreenProps) {
  const { messages: m } = useWords();
  const { isChoosing } = usePayment();
  const { steps } = useActions();
  const offers = useOffers(steps.views?.warnOfOffers);
  useStepsSoon();
  if (state.phase === 'failed' && !isChoosing) {
    // Another attempt that has failed in the same way is news too.
    return <FailedView key={attemptOf(state.intent)} state={state} offers={offers} />;
  }
  if ('intent' in state && state.intent.status === 'requires_confirmation' && !isChoosing) {
    return <ConfirmView intent={state.intent} offers={offers} />;
  }
  if (offers.length === 0) {
    // Without a list of methods it is the merchant's server that goes on.
    const isOurs = 'intent' in state && state.intent.paymentMethodTypes.length > 0;
    const text = isOurs ? m.pay.none : m.payable.text;
    return <Screen mark={<Mark kind="waiting" />} title={m.payable.title} text={text} />;
  }
  return <PayForm offers={offers} left={isChoosing ? leftBy(state) : null} />;
}

/** What the customer can still go back to; null where that is over. */
function leftBy(state: CheckoutState): AbandonedStep | null {
  if (state.phase === 'action') return state.expired ? null : { step: state.step };
  const isReady = 'intent' in state && state.intent.status === 'requires_confirmation';
  return isReady ? { step: null } : null;
}

/** So long after the form is on the screen. */
const SOON_MS = 300;

/** Loads what a press needs while the customer still looks at the form. */
function useStepsSoon(): void {
  const { views, load } = useActions().steps;
  useEffect(() => {
    if (views) return;
    const timer = setTimeout(load, SOON_MS);
    return () => clearTimeout(timer);
  }, [views, load]);
}
