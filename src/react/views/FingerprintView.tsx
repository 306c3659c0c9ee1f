import { useEffect, useState } from 'react';
import type { FingerprintStep } from '../../step/index.ts';
import { useWords } from '../contexts.ts';
import { BankFrame } from '../redirect/BankFrame.tsx';
import { LeaveLink } from '../redirect/LeaveLink.tsx';
import { Screen, Spinner } from '../screen/Screen.tsx';

/** Device data collection that has not ended by then does not end any more (EMVCo, Cybersource). */
const LIMIT_MS = 10_000;

/** Runs the issuer's device data collection unseen; where it does not end, its page is offered. */
export function FingerprintView({ step }: { readonly step: FingerprintStep }) {
  const { messages: m } = useWords();
  const [stuck, setStuck] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStuck(true), LIMIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Screen
      mark={<Spinner />}
      title={m.fingerprint.title}
      text={stuck ? m.fingerprint.slow : m.fingerprint.text}
    >
      <BankFrame
        url={step.url}
        returnUrl={step.returnUrl}
        title={m.fingerprint.title}
        hidden
        onBlocked={() => setStuck(true)}
      />
      {stuck && <LeaveLink href={step.url}>{m.challenge.ownPage}</LeaveLink>}
    </Screen>
  );
}
