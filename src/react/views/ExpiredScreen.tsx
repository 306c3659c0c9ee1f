import { useWords } from '../contexts.ts';
import { PayButton } from '../pay/PayButton.tsx';
import { useRetryPayment } from '../pay/useRetryPayment.ts';
import { Check, Mark, Screen } from '../screen/Screen.tsx';

interface ExpiredScreenProps {
  readonly method: string;
  readonly title: string;
  readonly text: string;
}

/** A step whose time is over: tried again where that is possible, and looked at, since a late payment counts. */
export function ExpiredScreen({ method, title, text }: ExpiredScreenProps) {
  const { messages: m } = useWords();
  const { retry, busy, problem } = useRetryPayment(method);
  return (
    <Screen mark={<Mark kind="ended" />} title={title} text={text}>
      {retry && (
        <PayButton busy={busy} onClick={retry}>
          {m.tryAgain}
        </PayButton>
      )}
      <p className="ps-problem" role="alert">
        {problem}
      </p>
      <Check quiet={retry !== null} label={m.checkAgain} />
    </Screen>
  );
}
