import { useEffect, useState } from 'react';
import type { FailedState } from '../../checkout/index.ts';
import type { Offer } from '../../method/index.ts';
import { useActions, usePayment, useWords } from '../contexts.ts';
import { SetupConsent } from '../pay/Consent.tsx';
import { PayButton } from '../pay/PayButton.tsx';
import { withMethod } from '../pay/session.ts';
import { useMethodList } from '../pay/useMethodList.ts';
import { useRetryPayment } from '../pay/useRetryPayment.ts';
import { Button, Mark, Screen, Spinner } from '../screen/Screen.tsx';

interface FailedViewProps {
  readonly state: FailedState;
  readonly offers: readonly Offer[];
}

/** What went wrong, and the ways on that the payment still has. */
export function FailedView({ state: { failure }, offers }: FailedViewProps) {
  const { messages: m } = useWords();
  const { session, intent } = usePayment();
  const { updateSession } = useActions();
  const { openMethods } = useMethodList();
  const { retry, busy, problem } = useRetryPayment(failure.method ?? '');
  const tried = failure.method ?? session.type;
  const { reasons, isAwaited } = useReasons();
  if (isAwaited) return <Screen mark={<Spinner />} title={m.loading} />;
  const other = offers.find(({ type }) => type !== tried);
  const leadsAway = other !== undefined && reasons?.isFinal(failure) === true;
  const choose = () => {
    const method = leadsAway ? other.type : session.type || failure.method;
    if (method) updateSession(withMethod(method));
    openMethods();
  };
  const again = retry && (
    <PayButton key="again" quiet={leadsAway} busy={busy} onClick={retry}>
      {m.tryAgain}
    </PayButton>
  );
  const another = (leadsAway || offers.length > (retry ? 1 : 0)) && (
    <Button key="another" quiet={retry !== null && !leadsAway} onClick={choose}>
      {m.pay.another}
    </Button>
  );
  return (
    <Screen
      mark={<Mark kind="failed" />}
      title={m.failed.title}
      text={m.failed[reasons?.reasonOf(failure) ?? 'other']}
    >
      <p className="ps-problem" role="alert">
        {problem}
      </p>
      {/* What "Try again" agrees to once more. */}
      {again && intent?.kind === 'setup' && <SetupConsent />}
      {leadsAway ? [another, again] : [again, another]}
    </Screen>
  );
}

/**
 * What knows the reasons, or whether it is still awaited. Where it cannot be had, the screen goes on
 * without, also when it comes at last: by then the customer may have pressed a button of it.
 */
function useReasons() {
  const { steps } = useActions();
  const [isGivenUp, giveUp] = useState(steps.failed === true);
  useEffect(() => {
    if (steps.failed) giveUp(true);
  }, [steps.failed]);
  const reasons = isGivenUp ? null : steps.views?.formTools;
  return { reasons, isAwaited: reasons === undefined };
}
