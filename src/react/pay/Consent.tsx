import { usePayment, useWords } from '../contexts.ts';
import { futureUsageToSend, isFutureUsage } from './futureUsage.ts';

interface ConsentProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Asks whether the method may be kept, in the merchant's own words; without them it is not kept. */
export function Consent({ checked, onChange }: ConsentProps) {
  const { pay, intent } = usePayment();
  if (intent?.kind === 'setup') return <SetupConsent />;
  if (!pay?.consent || !isFutureUsage(pay.setupFutureUsage)) return null;
  // The server has kept it already: a box to tick would promise a choice that is none.
  if (!futureUsageToSend(intent?.setupFutureUsage, pay.setupFutureUsage)) {
    return (
      <p className="ps-text" part="text">
        {pay.consent}
      </p>
    );
  }
  return (
    <label className="ps-consent">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{pay.consent}</span>
    </label>
  );
}

/**
 * A SetupIntent is there to save the method, so there is nothing to tick: the customer reads what they
 * agree to, in the merchant's words or in ours. A mandate says that they have.
 */
export function SetupConsent() {
  const { messages: m, merchantName } = useWords();
  const { pay } = usePayment();
  return (
    <p className="ps-text" part="text">
      {pay?.consent || m.pay.agree(merchantName)}
    </p>
  );
}
