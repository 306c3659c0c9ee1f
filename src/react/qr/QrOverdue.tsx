import { PayButton } from '../pay/PayButton.tsx';
import { useRenew } from '../pay/useRenew.ts';
import { useView } from '../view.ts';

/** In place of a countdown that cannot be right: the wallet knows whether the code is good. */
export function QrOverdue({ method }: { readonly method: string }) {
  const { messages: m } = useView();
  const { renew, busy, problem } = useRenew(method);
  if (!renew) return null;
  return (
    <>
      <p className="ps-text" part="text">
        {m.expired.appSays}
      </p>
      <PayButton quiet busy={busy} onClick={renew}>
        {m.expired.newCode}
      </PayButton>
      <p className="ps-problem" role="alert">
        {problem}
      </p>
    </>
  );
}
