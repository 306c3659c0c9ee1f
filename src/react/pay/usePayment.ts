import { useRef, useState } from 'react';
import { type ConfirmResult, confirmOnce } from '../../checkout/confirm/confirmOnce.ts';
import { currentDevice } from '../../checkout/index.ts';
import type { ConfirmParams } from '../../gateway/index.ts';
import { isRecord } from '../../intent/index.ts';
import type { Messages } from '../../locales/index.ts';
import {
  confirmParams,
  type FieldName,
  fieldForParam,
  type Offer,
  paramsForAttachedMethod,
  paramsForPaymentMethodId,
  type Values,
} from '../../method/index.ts';
import { useEnded } from '../screen/useEnded.ts';
import { useView } from '../view.ts';
import type { Pay } from './pay.ts';
import { widened } from './widened.ts';

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
  readonly submit: (offer: Offer | null, values: Values) => Promise<FieldName | null>;
  /**
   * The customer does something else: takes the text away, and gives up a payment method that the
   * merchant is still making.
   * @returns false where the confirm has been sent, which nobody can call back.
   */
  readonly leave: () => boolean;
}

/** Confirms from the page. What comes of it is in the checkout's state; the rest is a problem. */
export function usePayment(): Payment {
  const { messages: m, pay, intent, returnUrl, memory, closeMethods } = useView();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  // A second click comes before the first one's render.
  const isUnderWay = useRef(false);
  const making = useRef<AbortController>(null);
  const ended = useEnded();

  const paramsFor = async (pay: Pay, offer: Offer | null, values: Values) => {
    const device = pay.device ?? currentDevice();
    if (!offer)
      return paramsForAttachedMethod(intent?.gateway ?? null, intent?.paymentMethod?.type, device);
    if (!offer.method.merchantTokenized) return confirmParams(offer, values, device);
    return paramsForPaymentMethodId(offer, await made(pay, offer.type));
  };

  /** The id of the merchant's payment method, for as long as the customer waits for it. */
  const made = async ({ createPaymentMethod }: Pay, type: string): Promise<string> => {
    const left = new AbortController();
    making.current = left;
    ended()?.addEventListener('abort', () => left.abort());
    const isLeft = new Promise<never>((_, reject) => {
      left.signal.addEventListener('abort', () => reject(new Error('')));
    });
    // Where nobody waits for it any more, it is no error of anybody's.
    isLeft.catch(() => {});
    try {
      const id: unknown = await Promise.race([createPaymentMethod?.(type, left.signal), isLeft]);
      if (typeof id !== 'string')
        throw new TypeError('createPaymentMethod has to resolve with an id.');
      // Told in the merchant's own fields.
      if (id === '') throw new Error('');
      return id;
    } finally {
      making.current = null;
    }
  };

  const leave = () => {
    if (isUnderWay.current && !making.current) return false;
    making.current?.abort();
    setProblem('');
    return true;
  };

  const submit = async (offer: Offer | null, values: Values) => {
    if (isUnderWay.current || !pay || !intent) return null;
    isUnderWay.current = true;
    setBusy(true);
    setProblem('');
    const found = await attempt(pay, offer, values).catch((error) => asText(error, m.pay.refused));
    isUnderWay.current = false;
    setBusy(false);
    if (found?.kind === 'text') setProblem(found.text);
    return found?.kind === 'field' ? found.field : null;
  };

  const attempt = async (pay: Pay, offer: Offer | null, values: Values) => {
    const params = await paramsFor(pay, offer, values);
    return ended()?.aborted ? null : send(pay, offer, params);
  };

  const send = async (
    { payment, setupFutureUsage }: Pay,
    offer: Offer | null,
    params: ConfirmParams,
  ): Promise<Problem | null> => {
    memory.hasAgreed = true;
    const usage = memory.keep ? widened(intent?.setupFutureUsage, setupFutureUsage) : null;
    const result = await confirmOnce({
      ...payment,
      signal: ended(),
      params: {
        ...params,
        ...(returnUrl && { return_url: returnUrl }),
        ...(usage && { setup_future_usage: usage }),
      },
    });
    // What they have agreed to is the step that is on the screen now, none that comes later.
    if (payment.poller.getState().phase !== 'action') memory.hasAgreed = false;
    if (result.kind === 'updated') {
      closeMethods();
      return null;
    }
    return problemOf(result, offer, m);
  };

  return { busy, problem, submit, leave };
}

function problemOf(
  result: Exclude<ConfirmResult, { readonly kind: 'updated' }>,
  offer: Offer | null,
  m: Messages,
): Problem {
  if (result.kind === 'amount_changed') return { kind: 'text', text: m.pay.changed };
  console.error(`Paystep: the payment could not be confirmed. ${result.error.message}`);
  if (result.kind === 'unknown') return { kind: 'text', text: m.pay.unanswered };
  const need = offer && result.param ? fieldForParam(result.param, offer.method) : undefined;
  return need ? { kind: 'field', field: need.field } : { kind: 'text', text: m.pay.refused };
}

/** Mistakes in a program, whose messages are for those who wrote it. */
const BUGS = [TypeError, ReferenceError, RangeError, SyntaxError];

/** What the merchant's own code has to say to the customer; Stripe's errors are plain objects. */
function asText(error: unknown, otherwise: string): Problem {
  const isBug = BUGS.some((kind) => error instanceof kind);
  const message = isRecord(error) && !isBug ? error.message : null;
  if (typeof message === 'string') return { kind: 'text', text: message };
  console.error('Paystep: no payment method could be made.', error);
  return { kind: 'text', text: otherwise };
}
