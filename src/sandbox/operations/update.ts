import { problems } from '../errors/errors.ts';
import { after, type Intent } from '../payment/intent.ts';
import type { Event } from '../payment/status.ts';
import type { UpdateParams } from '../request/params.ts';
import { mergeMetadata } from '../request/readers.ts';
import type { RequestContext } from '../world/context.ts';
import { checkAmount, currencyOf } from './amounts.ts';
import { unapply } from './balance.ts';
import { checkConnect } from './connect.ts';
import { checkSingleUse, customerOf, extrasAfter, prepare } from './prepare.ts';

/** Parameters of what is paid and how. They are fixed once the payment is processing. */
const REVISING = [
  'amount',
  'currency',
  'customer',
  'capture_method',
  'payment_method_types',
  'allowed_payment_method_types',
  'excluded_payment_method_types',
  'payment_method_options',
  'setup_future_usage',
] as const;

const ATTACHING = ['payment_method', 'payment_method_data'] as const;

/** Whether the customer has to act again: the same amount again changes nothing. */
const differs = (before: Intent, now: Intent) =>
  before.amount !== now.amount ||
  before.currency !== now.currency ||
  before.captureMethod !== now.captureMethod ||
  before.allowedTypes !== now.allowedTypes ||
  before.customer !== now.customer;

/** The event of an update, and the parameter to name where the event is not allowed. */
function eventOf(params: UpdateParams): readonly [event: Event, name: string] {
  const isSent = (name: keyof UpdateParams) => params[name] !== undefined;
  const attached = ATTACHING.find(isSent);
  if (attached) return [params.payment_method === null ? 'detach' : 'attach', 'payment_method'];
  const revised = REVISING.find(isSent);
  return revised ? ['revise', revised] : ['edit', 'metadata'];
}

/**
 * Updates an intent. That clears an earlier error (WooshPay's API reference), unless the intent is
 * canceled.
 */
export function update(intent: Intent, params: UpdateParams, context: RequestContext): Intent {
  checkSingleUse(params, 'payment');
  const [event, name] = eventOf(params);
  if (after(intent, event) === null) {
    throw problems.cannotUpdate(name, event, intent);
  }
  const currency = params.currency === undefined ? intent.currency : currencyOf(params.currency);
  const amount = params.amount ?? intent.amount;
  if (event !== 'edit') checkAmount(amount, currency, context);
  const customer =
    params.customer === undefined ? intent.customer : customerOf(params.customer, context);
  const next: Intent = {
    ...prepare({ ...intent, customer }, params, context),
    amount,
    currency,
    extras: extrasAfter(intent, params),
    metadata: mergeMetadata(intent.metadata, params.metadata),
    lastError: intent.status === 'canceled' ? intent.lastError : null,
  };
  checkConnect(next, context);
  if (event === 'revise' && !differs(intent, next)) return after(next, 'edit') ?? intent;
  // With manual confirmation the customer has approved another payment.
  const approved = event === 'edit' && next.approved;
  return unapply(intent, after({ ...next, approved }, event) ?? intent, context);
}
