import { PayButton } from '../pay/PayButton.tsx';
import { useRenew } from '../pay/useRenew.ts';
import { Check } from '../screen/parts.tsx';
import { useView } from '../view.ts';

/** The veil over a code whose time has passed, with the ways on. */
export function QrExpired({ method }: { readonly method: string }) {
  const { messages: m } = useView();
  const { renew, busy, problem } = useRenew(method);
  return (
    <div className="ps-veil">
      {/* Without the buttons: an alert is read out whole again whenever a word in it changes. */}
      <div role="alert">
        <strong>{m.expired.title}</strong>
        <p>{renew ? m.expired.renew : m.expired.goBack}</p>
      </div>
      {renew && (
        <PayButton busy={busy} onClick={renew}>
          {m.expired.newCode}
        </PayButton>
      )}
      <p className="ps-problem" role="alert">
        {problem}
      </p>
      <Check quiet={renew !== null} label={m.checkAgain} />
    </div>
  );
}
