import { useEffect } from 'react';
import type { PaymentIntent } from '../../intent/index.ts';
import type { Offer } from '../../method/index.ts';
import { useActions, usePayment, useWords } from '../contexts.ts';
import { SetupConsent } from '../pay/Consent.tsx';
import { labelOf } from '../pay/labels.ts';
import { PayButton } from '../pay/PayButton.tsx';
import { useMethodList } from '../pay/useMethodList.ts';
import { useSubmit } from '../pay/useSubmit.ts';
import { Button, Screen } from '../screen/Screen.tsx';

interface ConfirmViewProps {
  readonly intent: PaymentIntent;
  readonly offers: readonly Offer[];
}

/** A payment method is on the PaymentIntent already; only the customer's word is missing. */
export function ConfirmView({ intent, offers }: ConfirmViewProps) {
  const { messages: m, amount } = useWords();
  const { openMethods } = useMethodList();
  const { session } = usePayment();
  const { busy, problem, submit } = useSubmit();
  const { id = null, type = null, last4 = null } = intent.paymentMethod ?? {};
  useMethodType(id, type);
  const name = type && labelOf(type, m);
  // Until its type is known, one of the offers may be the method itself.
  const others = type === null ? offers.slice(1) : offers.filter((each) => each.type !== type);
  return (
    <Screen
      title={m.pay.confirm}
      text={name ? (last4 ? m.pay.ending(name, last4) : name) : undefined}
    >
      {intent.kind === 'setup' && <SetupConsent />}
      <p className="ps-problem" role="alert">
        {problem}
      </p>
      <PayButton
        busy={busy}
        onClick={() => submit({ offer: null, values: {}, isKept: session.isKept })}
      >
        {m.pay.now(amount)}
      </PayButton>
      {others.length > 0 && (
        <Button quiet onClick={openMethods}>
          {m.pay.another}
        </Button>
      )}
    </Screen>
  );
}

/** The next read asks for the type of a method that is known by its id alone; so it is made at once. */
function useMethodType(id: string | null, type: string | null): void {
  const { refetch } = useActions();
  const isUnknown = id !== null && type === null;
  useEffect(() => {
    if (isUnknown) void refetch();
  }, [isUnknown, refetch]);
}
