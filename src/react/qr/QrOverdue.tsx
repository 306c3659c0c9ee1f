import { useWords } from '../contexts.ts';
import { PayButton } from '../pay/PayButton.tsx';
import { useRetryPayment } from '../pay/useRetryPayment.ts';

/** In place of a countdown that cannot be right: the wallet knows whether the code is good. */
export function QrOverdue({ method }: { readonly method: string }) {
  const { messages: m } = useWords();
  const { retry, busy, problem } = useRetryPayment(method);
  if (!retry) return null;
  return (
    <>
      <p className="ps-text" part="text">
        {m.expired.appSays}
      </p>
      <PayButton quiet busy={busy} onClick={retry}>
        {m.expired.newCode}
      </PayButton>
      <p className="ps-problem" role="alert">
        {problem}
      </p>
    </>
  );
}
