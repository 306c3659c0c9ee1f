import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Offer, reusableValues } from '../../method/index.ts';
import type { Step } from '../../step/index.ts';
import { useActions, usePayment, useWords } from '../contexts.ts';
import { Button, useAnnounced } from '../screen/Screen.tsx';
import { Consent } from './Consent.tsx';
import { knownOf } from './knownOf.ts';
import { actionOf } from './labels.ts';
import { MethodList } from './MethodList.tsx';
import { PayButton } from './PayButton.tsx';
import { withValues } from './session.ts';
import { useForm } from './useForm.ts';
import { useMethodList } from './useMethodList.ts';
import { useSubmit } from './useSubmit.ts';

/** The step that the customer has left for the list; null for a method that waits to be confirmed. */
export interface AbandonedStep {
  readonly step: Step | null;
}

interface PayFormProps {
  readonly offers: readonly Offer[];
  readonly left: AbandonedStep | null;
}

/** A code that the same choice would only make anew, while somebody may have scanned the first. */
const isShownBy = (left: AbandonedStep | null, { type, method }: Offer) =>
  left?.step?.kind === 'qr' && left.step.method === type && method.fields.length === 0;

/** Choose a method, enter what it needs, pay. */
export function PayForm({ offers, left }: PayFormProps) {
  const { messages: m, amount } = useWords();
  const { pay, session, intent } = usePayment();
  const { updateSession } = useActions();
  const { closeMethods } = useMethodList();
  const first = offers.find(({ type }) => type === session.type) ?? offers[0];
  const [type, setType] = useState(first?.type ?? '');
  const offer = offers.find((each) => each.type === type) ?? first;
  const form = useForm(offer?.type ?? '', { ...knownOf(pay?.customer), ...session.values });
  const { busy, problem, submit, leave } = useSubmit();
  const [isKept, setKept] = useState(session.isKept);
  // Preact leaves a radio button as it was clicked until it is drawn again.
  const [, redraw] = useState(0);
  const place = useRef<HTMLFormElement>(null);
  const [rejections, setRejections] = useState(0);
  useAnnounced(m.pay.title);

  useEffect(() => {
    const input = place.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (rejections > 0) input?.focus();
  }, [rejections]);

  if (!offer || !intent) return null;
  const choose = (next: string) => {
    // A field that is disabled loses the focus, and Enter may have been pressed in one.
    if (leave()) setType(next);
    else redraw((count) => count + 1);
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (isShownBy(left, offer)) return closeMethods();
    updateSession(withValues({ type: offer.type, values: reusableValues(form.values), isKept }));
    const wrong = await submit({ offer, values: form.values, isKept });
    form.setWrong(wrong);
    if (wrong.length > 0) setRejections((count) => count + 1);
  };
  return (
    <form className="ps-form" ref={place} noValidate onSubmit={onSubmit}>
      <MethodList offers={offers} chosen={offer} onChoose={choose} form={form} />
      <Consent checked={isKept} onChange={setKept} />
      <p className="ps-problem" role="alert">
        {problem}
      </p>
      <PayButton busy={busy}>{actionOf(offer, amount, m)}</PayButton>
      {left && !busy && (
        <Button quiet onClick={closeMethods}>
          {m.pay.back}
        </Button>
      )}
    </form>
  );
}
