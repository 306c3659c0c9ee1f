import { useLazyViews } from '#useLazyViews';
import { type CheckoutState, isDelayed } from '../../checkout/index.ts';
import { isIntentStatus, type PaymentIntent } from '../../intent/index.ts';
import { usePayment, useWords } from '../contexts.ts';
import { Check, Mark, Screen, Spinner } from '../screen/Screen.tsx';

/** Where there is nothing to do for the customer, or nothing more. */
export function OutcomeScreen({
  state,
}: {
  readonly state: Exclude<CheckoutState, { phase: 'action' | 'failed' }>;
}) {
  const { messages: m } = useWords();
  switch (state.phase) {
    case 'loading':
      return <Screen mark={<Spinner />} title={m.loading} />;
    case 'payable':
      return <Screen mark={<Mark kind="waiting" />} {...m.payable} />;
    case 'processing':
      return <Processing intent={state.intent} />;
    case 'succeeded':
      return <Screen mark={<Mark kind="done" />} {...m.succeeded} />;
    case 'authorized':
      return <Screen mark={<Mark kind="done" />} {...m.authorized} />;
    case 'canceled':
      return (
        <Screen
          mark={<Mark kind="ended" />}
          title={m.canceled.title}
          text={m.canceled[state.intent.cancellationReason === 'automatic' ? 'automatic' : 'text']}
        />
      );
    case 'unavailable':
      return (
        <Screen
          mark={<Mark kind="unknown" />}
          title={m.unavailable.title}
          text={state.error.transient ? m.unavailable.unreachable : m.unavailable.invalid}
        >
          {state.error.kind !== 'misconfigured' && (
            <Check
              quiet={!state.error.transient}
              label={state.error.transient ? m.tryAgain : m.checkAgain}
            />
          )}
        </Screen>
      );
    default:
      return state satisfies never;
  }
}

/** The gateway is at it: for seconds, for days, or with a status that nobody knows. */
function Processing({ intent }: { readonly intent: PaymentIntent }) {
  const { messages: m } = useWords();
  const { session } = usePayment();
  const isKnown = isIntentStatus(intent.status);
  const isLong = isKnown && isDelayed(intent, session.type);
  const { views } = useLazyViews('steps', isLong);
  if (isLong && views) return <views.DelayedScreen />;
  return <Screen mark={<Spinner />} {...m[isKnown ? 'processing' : 'unclear']} />;
}
