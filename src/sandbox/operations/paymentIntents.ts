import { problems } from '../errors/errors.ts';
import type { Intent } from '../payment/intent.ts';
import { cancel } from '../payment/outcome.ts';
import { PARAMS } from '../request/params.ts';
import { type Read, readParams } from '../request/readers.ts';
import type { RequestContext } from '../world/context.ts';
import { applyBalance, unapply } from './balance.ts';
import { checkBrowser } from './browser.ts';
import { capture, increment } from './capture.ts';
import { confirm } from './confirm.ts';
import { create } from './create.ts';
import { giveUp } from './giveUp.ts';
import { verify } from './microdeposits.ts';
import { type ApiRequest, type Operation, operationsOn, retrieve } from './operation.ts';
import { update } from './update.ts';

function confirmOne(request: ApiRequest): Intent {
  const intent = retrieve('payment', request);
  if (request.caller.publishable) checkBrowser(request.raw, intent, request.context.dialect);
  return confirm(intent, readParams(PARAMS.confirm, request.raw), request.context);
}

function cancelOne(
  intent: Intent,
  { cancellation_reason: reason }: Read<typeof PARAMS.cancel>,
  context: RequestContext,
): Intent {
  const canceled = cancel(intent, reason ?? null, context);
  if (!canceled) throw problems.cannotCancel(intent);
  return unapply(intent, canceled, context);
}

const { changes, reads } = operationsOn('payment');

/** The operations on one PaymentIntent, a row each. */
export const PAYMENT_INTENT_OPERATIONS: readonly Operation[] = [
  {
    kind: 'payment',
    method: 'POST',
    path: '/payment_intents',
    rules: PARAMS.create,
    publishable: false,
    run: ({ raw, context }) => create(readParams(PARAMS.create, raw), context),
  },
  reads(PARAMS.retrieve),
  changes('', PARAMS.update, update),
  {
    ...changes('/confirm', PARAMS.confirm, confirm),
    publishable: true,
    run: confirmOne,
  },
  changes('/cancel', PARAMS.cancel, cancelOne),
  changes('/capture', PARAMS.capture, capture),
  changes('/increment_authorization', PARAMS.increment, increment),
  changes('/apply_customer_balance', PARAMS.applyBalance, applyBalance),
  { ...changes('/source_cancel', PARAMS.giveUp, giveUp), publishable: true, givesUp: true },
  // Stripe.js calls it from the browser (`verifyMicrodepositsForPayment`).
  { ...changes('/verify_microdeposits', PARAMS.verify, verify), publishable: true },
];
