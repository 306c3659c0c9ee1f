import type { CheckoutState } from '../../checkout/index.ts';
import type { PaymentFailure } from '../../intent/index.ts';
import type { Messages } from '../../locales/index.ts';
import { Button, Check, Mark, Screen, Spinner } from '../parts.tsx';
import { useView } from '../view.ts';

/** Every phase but the action: nothing to do for the customer, or nothing more. */
export function OutcomeScreen({
  state,
}: {
  readonly state: Exclude<CheckoutState, { phase: 'action' }>;
}) {
  const { messages: m, onRefresh } = useView();
  switch (state.phase) {
    case 'loading':
      return <Screen mark={<Spinner />} title={m.loading} />;
    case 'payable':
      return <Screen mark={<Mark kind="waiting" />} {...m.payable} />;
    case 'processing':
      return <Screen mark={<Spinner />} {...m.processing} />;
    case 'succeeded':
      return <Screen mark={<Mark kind="done" />} {...m.succeeded} />;
    case 'authorized':
      return <Screen mark={<Mark kind="done" />} {...m.authorized} />;
    case 'canceled':
      return <Screen mark={<Mark kind="ended" />} {...m.canceled} />;
    case 'failed':
      return (
        <Screen
          mark={<Mark kind="failed" />}
          title={m.failed.title}
          text={reason(state.failure, m)}
        >
          {onRefresh && <Button onClick={onRefresh}>{m.tryAgain}</Button>}
        </Screen>
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

/** The gateway's code in the customer's words; never the code itself. */
const REASONS: Readonly<Record<string, Exclude<keyof Messages['failed'], 'title'>>> = {
  card_declined: 'declined',
  payment_intent_authentication_failure: 'authentication',
  payment_intent_payment_attempt_expired: 'expired',
};

function reason({ code }: PaymentFailure, m: Messages): string {
  const known = code !== null && Object.hasOwn(REASONS, code);
  return m.failed[(known && REASONS[code]) || 'other'];
}
