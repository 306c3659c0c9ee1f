import { useRef, useState } from 'react';
import { currentDevice } from '../../checkout/index.ts';
import type { ConfirmParams } from '../../gateway/index.ts';
import {
  confirmParams,
  type FieldName,
  type Offer,
  paramsForAttachedMethod,
  paramsForPaymentMethodId,
  type Values,
} from '../../method/index.ts';
import { useActions, usePayment, useWords } from '../contexts.ts';
import { useUnmountSignal } from '../useUnmountSignal.ts';
import { createPaymentMethod } from './createPaymentMethod.ts';
import { futureUsageToSend } from './futureUsage.ts';
import { type Problem, problemOf, problemOfConfirmError, problemOfError } from './problem.ts';
import { markAnswered, markSent } from './session.ts';
import { useMethodList } from './useMethodList.ts';
import type { Pay } from './usePay.ts';

/** What the customer pays with. */
interface Entry {
  /** Null for what is on the PaymentIntent already. */
  readonly offer: Offer | null;
  readonly values: Values;
  /** Whether the method is kept for later. */
  readonly isKept: boolean;
}

export interface Submit {
  readonly busy: boolean;
  /** What to read, beside the fields. */
  readonly problem: string;
  /** Confirms. @returns the field that the gateway finds wrong, if it names one. */
  readonly submit: (entry: Entry) => Promise<FieldName | null>;
  /**
   * The customer does something else: takes the text away, and gives up a payment method that the
   * merchant is still making.
   * @returns false where the confirm has been sent, which nobody can call back.
   */
  readonly leave: () => boolean;
}

/** Confirms from the page. What comes of it is in the checkout's state; the rest is a problem. */
export function useSubmit(): Submit {
  const { messages: m } = useWords();
  const { pay, intent } = usePayment();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  // A second click comes before the first one's render.
  const isUnderWay = useRef(false);
  const { makeParams, abort } = useParams();
  const send = useSend();
  const unmountSignal = useUnmountSignal();

  const attempt = async (pay: Pay, entry: Entry): Promise<Problem | null> => {
    const params = await makeParams(pay, entry);
    return params && !unmountSignal()?.aborted ? send(pay, entry, params) : null;
  };
  const submit = async (entry: Entry) => {
    if (isUnderWay.current || !pay || !intent) return null;
    isUnderWay.current = true;
    setBusy(true);
    setProblem('');
    const found = await attempt(pay, entry).catch((error) => problemOfError(error, m.pay.refused));
    isUnderWay.current = false;
    setBusy(false);
    if (found?.kind === 'text') setProblem(found.text);
    return found?.kind === 'field' ? found.field : null;
  };
  const leave = () => {
    if (!abort() && isUnderWay.current) return false;
    setProblem('');
    return true;
  };
  return { busy, problem, submit, leave };
}

/** What to confirm with. The merchant's part of it may take a while, and can be given up. */
function useParams() {
  const { intent } = usePayment();
  const unmountSignal = useUnmountSignal();
  const making = useRef<AbortController>(null);

  const create = async ({ createPaymentMethod: make }: Pay, type: string) => {
    const controller = new AbortController();
    making.current = controller;
    unmountSignal()?.addEventListener('abort', () => controller.abort());
    try {
      return await createPaymentMethod(make, type, controller.signal);
    } finally {
      making.current = null;
    }
  };
  const makeParams = async (pay: Pay, { offer, values }: Entry): Promise<ConfirmParams | null> => {
    const device = pay.device ?? currentDevice();
    if (!offer)
      return paramsForAttachedMethod(intent?.gateway ?? null, intent?.paymentMethod?.type, device);
    if (!offer.method.merchantTokenized) return confirmParams(offer, values, device);
    const id = await create(pay, offer.type);
    return id === null ? null : paramsForPaymentMethodId(offer, id);
  };
  /** Whether there was something to give up. */
  const abort = () => {
    making.current?.abort();
    return making.current !== null;
  };
  return { makeParams, abort };
}

/** Confirms, and keeps in the session what the customer has agreed to by that. */
function useSend() {
  const { messages: m } = useWords();
  const { intent, returnUrl } = usePayment();
  const { updateSession } = useActions();
  const { closeMethods } = useMethodList();
  return async (
    { confirm, setupFutureUsage }: Pay,
    { offer, isKept }: Entry,
    params: ConfirmParams,
  ): Promise<Problem | null> => {
    const usage = isKept ? futureUsageToSend(intent?.setupFutureUsage, setupFutureUsage) : null;
    updateSession(markSent);
    try {
      const result = await confirm({
        ...params,
        ...(returnUrl && { return_url: returnUrl }),
        ...(usage && { setup_future_usage: usage }),
      });
      if (result.kind !== 'updated') return problemOf(result, offer, m);
      closeMethods();
      return null;
    } catch (error) {
      return problemOfConfirmError(error, m);
    } finally {
      updateSession(markAnswered);
    }
  };
}
