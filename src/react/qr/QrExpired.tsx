import { useWords } from '../contexts.ts';
import { PayButton } from '../pay/PayButton.tsx';
import { useRetryPayment } from '../pay/useRetryPayment.ts';
import { Check } from '../screen/Screen.tsx';

/** The veil over a code whose time has passed, with the ways on. */
export function QrExpired({ method }: { readonly method: string }) {
  const { messages: m } = useWords();
  const { retry, busy, problem } = useRetryPayment(method);
  return (
    <div className="ps-veil">
      {/* Without the buttons: an alert is read out whole again whenever a word in it changes. */}
      <div role="alert">
        <strong>{m.expired.title}</strong>
        <p>{retry ? m.expired.renew : m.expired.goBack}</p>
      </div>
      {retry && (
        <PayButton busy={busy} onClick={retry}>
          {m.expired.newCode}
        </PayButton>
      )}
      <p className="ps-problem" role="alert">
        {problem}
      </p>
      <Check quiet={retry !== null} label={m.checkAgain} />
    </div>
  );
}
