import { type FormEvent, useEffect, useRef, useState } from 'react';
import { lasting, type Offer } from '../../method/index.ts';
import { useAnnounced } from '../parts.tsx';
import { useView } from '../view.ts';
import { Consent } from './Consent.tsx';
import { actionOf } from './labels.ts';
import { MethodList } from './MethodList.tsx';
import { PayButton } from './PayButton.tsx';
import { useForm } from './useForm.ts';
import { usePayment } from './usePayment.ts';

/** Choose a method, enter what it needs, pay. */
export function PayForm({ offers }: { readonly offers: readonly Offer[] }) {
  const { messages: m, amount, pay, memory, intent } = useView();
  const first = offers.find(({ type }) => type === memory.type) ?? offers[0];
  const [type, setType] = useState(first?.type ?? '');
  const offer = offers.find((each) => each.type === type) ?? first;
  const form = useForm(offer?.type ?? '', { ...pay?.customer, ...memory.values });
  const { busy, problem, submit, forget } = usePayment();
  const [keep, setKeep] = useState(memory.keep === true);
  const place = useRef<HTMLFormElement>(null);
  const [rejections, setRejections] = useState(0);
  useAnnounced(m.pay.title);

  useEffect(() => {
    const input = place.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (rejections > 0) input?.focus();
  }, [rejections]);

  if (!offer || !intent) return null;
  const point = () => setRejections((count) => count + 1);
  const choose = (next: string) => {
    // Disabled fields would lose the focus of who has pressed Enter in one.
    if (busy) return;
    setType(next);
    forget();
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    memory.type = offer.type;
    memory.values = lasting(form.values);
    memory.keep = keep;
    if (!form.check(offer)) return point();
    const wrong = await submit(offer, form.values);
    if (!wrong) return;
    form.reject(wrong);
    point();
  };
  return (
    <form className="ps-form" ref={place} noValidate onSubmit={onSubmit}>
      <MethodList offers={offers} chosen={offer} onChoose={choose} form={form} />
      <Consent checked={keep} onChange={setKeep} />
      <p className="ps-problem" role="alert">
        {problem}
      </p>
      <PayButton busy={busy}>{actionOf(offer, amount, m)}</PayButton>
    </form>
  );
}
