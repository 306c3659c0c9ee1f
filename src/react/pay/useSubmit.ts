import { useRef, useState } from 'react';
import { currentDevice } from '../../checkout/index.ts';
import type { ConfirmParams } from '../../gateway/index.ts';
import type { PaymentIntent } from '../../intent/index.ts';
import {
  type FieldName,
  type Offer,
  paramsForAttachedMethod,
  type Values,
} from '../../method/index.ts';
import { useActions, usePayment, useWords } from '../contexts.ts';
import { useLatest } from '../useLatest.ts';
import { useUnmountSignal } from '../useUnmountSignal.ts';
import { futureUsageToSend } from './futureUsage.ts';
import { markAnswered, markSent } from './session.ts';
import type { FormTools } from './tools/formTools.ts';
import type { Problem } from './tools/problem.ts';
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
  /** Checks and confirms. @returns the fields that are missing, or that the gateway finds wrong. */
  readonly submit: (entry: Entry) => Promise<readonly FieldName[]>;
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
  const { steps } = useActions();
  const latestIntent = useLatest(intent);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  // A second click comes before the first one's render.
  const isUnderWay = useRef(false);
  const { makeParams, abort } = useParams();
  const send = useSend();
  const unmountSignal = useUnmountSignal();

  const loadTools = async () => {
    setBusy(true);
    return (await steps.load())?.formTools;
  };
  const attempt = async (pay: Pay, shown: PaymentIntent, entry: Entry): Promise<Problem | null> => {
    const tools = steps.views?.formTools ?? (await loadTools());
    if (!tools) return { kind: 'text', text: m.loadFailed };
    const change = tools.problemOfChange(shown, latestIntent.current, m);
    if (change) return change;
    const missing = entry.offer ? tools.missingFields(entry.offer, entry.values) : [];
    if (missing.length > 0) return { kind: 'fields', fields: missing.map(({ field }) => field) };
    setBusy(true);
    try {
      const params = unmountSignal()?.aborted ? null : await makeParams(tools, pay, entry);
      return params && !unmountSignal()?.aborted ? await send(tools, pay, entry, params) : null;
    } catch (error) {
      return tools.problemOfError(error, m.pay.refused);
    }
  };
  const submit = async (entry: Entry) => {
    if (isUnderWay.current || !pay || !intent) return [];
    isUnderWay.current = true;
    setProblem('');
    const found = await attempt(pay, intent, entry);
    isUnderWay.current = false;
    setBusy(false);
    if (found?.kind === 'text') setProblem(found.text);
    return found?.kind === 'fields' ? found.fields : [];
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

  const create = async (tools: FormTools, { createPaymentMethod: make }: Pay, type: string) => {
    const controller = new AbortController();
    making.current = controller;
    unmountSignal()?.addEventListener('abort', () => controller.abort());
    try {
      const gateway = intent?.gateway ?? null;
      return await tools.createPaymentMethod(make, type, controller.signal, gateway);
    } finally {
      making.current = null;
    }
  };
  const makeParams = async (
    tools: FormTools,
    pay: Pay,
    { offer, values }: Entry,
  ): Promise<ConfirmParams | null> => {
    const device = pay.device ?? currentDevice();
    if (!offer)
      return paramsForAttachedMethod(intent?.gateway ?? null, intent?.paymentMethod?.type, device);
    if (!offer.method.merchantTokenized) return tools.confirmParams(offer, values, device);
    const id = await create(tools, pay, offer.type);
    return id === null ? null : tools.paramsForPaymentMethodId(offer, id);
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
    tools: FormTools,
    { confirm, setupFutureUsage }: Pay,
    { offer, isKept }: Entry,
    params: ConfirmParams,
  ): Promise<Problem | null> => {
    const usage = isKept ? futureUsageToSend(intent?.setupFutureUsage, setupFutureUsage) : null;
    const made =
      intent?.kind === 'setup'
        ? tools.setupParams(intent.gateway, offer?.type ?? intent.paymentMethod?.type, params)
        : { ...params, ...(usage && { setup_future_usage: usage }) };
    updateSession(markSent);
    try {
      const result = await confirm({ ...made, ...(returnUrl && { return_url: returnUrl }) });
      if (result.kind !== 'updated') return tools.problemOf(result, offer, m);
      closeMethods();
      return null;
    } catch (error) {
      return tools.problemOfConfirmError(error, m);
    } finally {
      updateSession(markAnswered);
    }
  };
}
