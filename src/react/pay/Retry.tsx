import { type RetryProps, usePayment } from '../contexts.ts';
import { SetupConsent } from './Consent.tsx';
import { PayButton } from './PayButton.tsx';
import { useRetryPayment } from './useRetryPayment.ts';

/** The button that tries the same method again, where that is possible, for another view to place. */
export function Retry({ tried, label, quiet, children }: RetryProps) {
  const { retry, busy, problem } = useRetryPayment(tried);
  const { intent } = usePayment();
  const button = retry && (
    <>
      {intent?.kind === 'setup' && <SetupConsent />}
      <PayButton quiet={quiet} busy={busy} onClick={retry}>
        {label}
      </PayButton>
    </>
  );
  return children(
    button,
    <p className="ps-problem" role="alert">
      {problem}
    </p>,
  );
}
