import type { FailedState } from '../../checkout/index.ts';
import type { Offer } from '../../method/index.ts';
import { Button, Mark, Screen } from '../parts.tsx';
import { useView } from '../view.ts';
import { PayButton } from './PayButton.tsx';
import { reasonOf } from './reasons.ts';
import { useRenew } from './useRenew.ts';

interface FailedViewProps {
  readonly state: FailedState;
  readonly offers: readonly Offer[];
}

/** What went wrong, and the ways on that the payment still has. */
export function FailedView({ state: { failure }, offers }: FailedViewProps) {
  const { messages: m, memory, openMethods } = useView();
  const { renew, busy, problem } = useRenew(failure.method ?? '');
  const isOther = renew !== null && offers.length > 1;
  const choose = () => {
    if (failure.method) memory.type ??= failure.method;
    openMethods();
  };
  return (
    <Screen mark={<Mark kind="failed" />} title={m.failed.title} text={m.failed[reasonOf(failure)]}>
      <p className="ps-problem" role="alert">
        {problem}
      </p>
      {renew && (
        <PayButton busy={busy} onClick={renew}>
          {m.tryAgain}
        </PayButton>
      )}
      {offers.length > 0 && (isOther || !renew) && (
        <Button quiet={renew !== null} onClick={choose}>
          {m.pay.another}
        </Button>
      )}
    </Screen>
  );
}
