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
 * agree to, in the merchant's words or in ours. Stripe's default is `off_session`
 * (https://docs.stripe.com/api/setup_intents/object#setup_intent_object-usage).
 */
export function SetupConsent() {
  const { messages: m, merchantName } = useWords();
  const { pay, intent } = usePayment();
  const isChargedLater = intent?.setupFutureUsage !== 'on_session';
  const text = pay?.consent || (isChargedLater && m.pay.agree(merchantName));
  return (
    text && (
      <p className="ps-text" part="text">
        {text}
      </p>
    )
  );
}
