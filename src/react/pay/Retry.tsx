import type { RetryProps } from '../contexts.ts';
import { PayButton } from './PayButton.tsx';
import { useRetryPayment } from './useRetryPayment.ts';

/** The button that tries the same method again, where that is possible, for another view to place. */
export function Retry({ tried, label, quiet, children }: RetryProps) {
  const { retry, busy, problem } = useRetryPayment(tried);
  const button = retry && (
    <PayButton quiet={quiet} busy={busy} onClick={retry}>
      {label}
    </PayButton>
  );
  return children(
    button,
    <p className="ps-problem" role="alert">
      {problem}
    </p>,
  );
}
