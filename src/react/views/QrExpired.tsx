import { Check } from '../parts.tsx';
import { PayButton } from '../pay/PayButton.tsx';
import { useRenew } from '../pay/useRenew.ts';
import { useView } from '../view.ts';

/** The veil over a code whose time has passed, with the ways on. */
export function QrExpired({ method }: { readonly method: string }) {
  const { messages: m } = useView();
  const { renew, busy, problem } = useRenew(method);
  return (
    <div className="ps-veil" role="alert">
      <strong>{m.expired.title}</strong>
      <p>{renew ? m.expired.renew : m.expired.goBack}</p>
      {renew && (
        <PayButton busy={busy} onClick={renew}>
          {m.expired.newCode}
        </PayButton>
      )}
      {problem && <p className="ps-problem">{problem}</p>}
      <Check quiet={renew !== null} label={m.checkAgain} />
    </div>
  );
}
