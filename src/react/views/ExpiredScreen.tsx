import { PayButton } from '../pay/PayButton.tsx';
import { useRenew } from '../pay/useRenew.ts';
import { Check, Mark, Screen } from '../screen/parts.tsx';
import { useView } from '../view.ts';

interface ExpiredScreenProps {
  readonly method: string;
  readonly title: string;
  readonly text: string;
}

/** A step whose time is over: tried again where that is possible, and looked at, since a late payment counts. */
export function ExpiredScreen({ method, title, text }: ExpiredScreenProps) {
  const { messages: m } = useView();
  const { renew, busy, problem } = useRenew(method);
  return (
    <Screen mark={<Mark kind="ended" />} title={title} text={text}>
      {renew && (
        <PayButton busy={busy} onClick={renew}>
          {m.tryAgain}
        </PayButton>
      )}
      <p className="ps-problem" role="alert">
        {problem}
      </p>
      <Check quiet={renew !== null} label={m.checkAgain} />
    </Screen>
  );
}
