import type { CheckoutState } from '../../checkout/index.ts';
import { isIntentStatus } from '../../intent/index.ts';
import { useWords } from '../contexts.ts';
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
      return (
        <Screen
          mark={<Spinner />}
          {...m[isIntentStatus(state.intent.status) ? 'processing' : 'unclear']}
        />
      );
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
