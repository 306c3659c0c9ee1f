import { useEffect, useState } from 'react';
import type { PaymentIntent, PaymentMethodInfo } from '../../intent/index.ts';
import type { Offer } from '../../method/index.ts';
import { useActions, usePayment, useWords } from '../contexts.ts';
import { Button, Screen } from '../screen/parts.tsx';
import { labelOf } from './labels.ts';
import { PayButton } from './PayButton.tsx';
import { useSubmit } from './useSubmit.ts';

interface ConfirmViewProps {
  readonly intent: PaymentIntent;
  readonly offers: readonly Offer[];
}

/** A payment method is on the PaymentIntent already; only the customer's word is missing. */
export function ConfirmView({ intent, offers }: ConfirmViewProps) {
  const { messages: m, amount } = useWords();
  const { openMethods } = useActions();
  const { session } = usePayment();
  const { busy, problem, submit } = useSubmit();
  const { type = null, last4 = null } = useMethodInfo(intent) ?? {};
  const name = type && labelOf(type, m);
  // Until its type is known, one of the offers may be the method itself.
  const others = type === null ? offers.slice(1) : offers.filter((each) => each.type !== type);
  return (
    <Screen
      title={m.pay.confirm}
      text={name ? (last4 ? m.pay.ending(name, last4) : name) : undefined}
    >
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

/** Reads the payment method whole, once: what is read again and again tells only its id. */
function useMethodInfo({ paymentMethod }: PaymentIntent): PaymentMethodInfo | null {
  const { pay } = usePayment();
  const [whole, setWhole] = useState<PaymentMethodInfo | null>(null);
  const { gateway, clientSecret } = pay?.source ?? {};
  const id = paymentMethod?.id;
  const isKnown = !id || paymentMethod.type !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a gateway made anew is the same gateway
  useEffect(() => {
    if (isKnown || !gateway || !clientSecret) return;
    const ended = new AbortController();
    // Without it the button and the amount are there all the same.
    gateway.retrieve(clientSecret, { expand: true, signal: ended.signal }).then(
      (read) => setWhole(read.paymentMethod),
      () => {},
    );
    return () => ended.abort();
  }, [id, isKnown, clientSecret]);
  return whole?.id === id ? whole : paymentMethod;
}
