import { useEffect, useRef, useState } from 'react';
import { confirmOnce } from '../../checkout/confirmOnce.ts';
import { currentDevice } from '../../checkout/index.ts';
import type { ConfirmParams } from '../../gateway/index.ts';
import {
  confirmParams,
  type FieldName,
  needNamed,
  type Offer,
  type Values,
} from '../../method/index.ts';
import { useView } from '../view.ts';
import type { Pay } from './pay.ts';

/** Why the customer is still here: a field to mend, or a text to read. */
type Problem =
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'text'; readonly text: string };

export interface Payment {
  readonly busy: boolean;
  /** What to read, beside the fields. */
  readonly problem: string;
  /**
   * Pays with what was chosen and entered; with what is on the PaymentIntent already, where nothing was.
   * @returns the field that the gateway finds wrong, if it names one.
   */
  readonly submit: (
    offer: Offer | null,
    values: Values,
    keep?: boolean,
  ) => Promise<FieldName | null>;
}

/** Confirms from the page. What comes of it is in the checkout's state; the rest is a problem. */
export function usePayment(): Payment {
  const { messages: m, pay, intent, returnUrl, memory, closeMethods } = useView();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  // A second click comes before the first one's render.
  const isUnderWay = useRef(false);
  const ended = useRef<AbortController>(null);
  useEffect(() => {
    ended.current = new AbortController();
    return () => ended.current?.abort();
  }, []);

  const paramsFor = async (offer: Offer | null, values: Values): Promise<ConfirmParams> => {
    if (!offer) return {};
    if (!offer.method.byShop) return confirmParams(offer, values, pay?.device ?? currentDevice());
    const { signal } = ended.current ?? new AbortController();
    const id = await pay?.createPaymentMethod?.(offer.type, signal);
    // Told in the merchant's own fields, or meant for somebody who has left.
    if (!id) throw new Error('');
    return { payment_method: id };
  };

  const submit = async (offer: Offer | null, values: Values, keep = false) => {
    if (isUnderWay.current || !pay || !intent) return null;
    isUnderWay.current = true;
    setBusy(true);
    setProblem('');
    const found = await attempt(pay, offer, values, keep).catch(asText);
    isUnderWay.current = false;
    setBusy(false);
    if (found?.kind === 'text') setProblem(found.text);
    return found?.kind === 'field' ? found.field : null;
  };

  const attempt = async (pay: Pay, offer: Offer | null, values: Values, keep: boolean) => {
    const params = await paramsFor(offer, values);
    return ended.current?.signal.aborted ? null : send(pay, offer, params, keep);
  };

  const send = async (
    { payment, setupFutureUsage }: Pay,
    offer: Offer | null,
    params: ConfirmParams,
    keep: boolean,
  ): Promise<Problem | null> => {
    memory.hasAgreed = true;
    const usage = keep ? widened(intent?.setupFutureUsage, setupFutureUsage) : undefined;
    const result = await confirmOnce({
      ...payment,
      params: {
        ...params,
        ...(returnUrl && { return_url: returnUrl }),
        ...(usage && { setup_future_usage: usage }),
      },
    });
    if (result.kind === 'answered') {
      closeMethods();
      return null;
    }
    memory.hasAgreed = false;
    console.error(`Paystep: the payment could not be confirmed. ${result.error.message}`);
    if (result.kind === 'unanswered') return { kind: 'text', text: m.pay.unanswered };
    const need = offer && result.param ? needNamed(result.param, offer.method) : undefined;
    if (need) return { kind: 'field', field: need.field };
    return { kind: 'text', text: m.pay.refused };
  };

  return { busy, problem, submit };
}

/** With a publishable key what is set may only be widened, from on_session to off_session (seed 002). */
function widened(set: string | null | undefined, wanted: 'on_session' | 'off_session' | undefined) {
  const may = !set || (set === 'on_session' && wanted === 'off_session');
  return may ? wanted : undefined;
}

/** What the merchant's own code has to say to the customer. */
function asText(error: unknown): Problem {
  return { kind: 'text', text: error instanceof Error ? error.message : '' };
}
