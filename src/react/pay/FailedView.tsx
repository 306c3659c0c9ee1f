import type { FailedState } from '../../checkout/index.ts';
import type { Offer } from '../../method/index.ts';
import { Button, Mark, Screen } from '../screen/parts.tsx';
import { useView } from '../view.ts';
import { PayButton } from './PayButton.tsx';
import { isFinal, reasonOf } from './reasons.ts';
import { useRenew } from './useRenew.ts';

interface FailedViewProps {
  readonly state: FailedState;
  readonly offers: readonly Offer[];
}

/** What went wrong, and the ways on that the payment still has. */
export function FailedView({ state: { failure }, offers }: FailedViewProps) {
  const { messages: m, memory, openMethods } = useView();
  const { renew, busy, problem } = useRenew(failure.method ?? '');
  const tried = failure.method ?? memory.type;
  const other = offers.find(({ type }) => type !== tried);
  const leadsAway = other !== undefined && isFinal(failure);
  const choose = () => {
    if (leadsAway) memory.type = other.type;
    else if (failure.method) memory.type ??= failure.method;
    openMethods();
  };
  const again = renew && (
    <PayButton key="again" quiet={leadsAway} busy={busy} onClick={renew}>
      {m.tryAgain}
    </PayButton>
  );
  const another = (leadsAway || offers.length > (renew ? 1 : 0)) && (
    <Button key="another" quiet={renew !== null && !leadsAway} onClick={choose}>
      {m.pay.another}
    </Button>
  );
  return (
    <Screen mark={<Mark kind="failed" />} title={m.failed.title} text={m.failed[reasonOf(failure)]}>
      <p className="ps-problem" role="alert">
        {problem}
      </p>
      {leadsAway ? [another, again] : [again, another]}
    </Screen>
  );
}
