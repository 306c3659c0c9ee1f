import { problems } from '../errors/errors.ts';
import { after, type Intent } from '../payment/intent.ts';
import { type Event, statusesAllowing } from '../payment/status.ts';
import type { UpdateParams } from '../request/params.ts';
import { mergeMetadata } from '../request/readers.ts';
import type { RequestContext } from '../world/context.ts';
import { checkAmount, currencyOf } from './amounts.ts';
import { checkOnce, customerOf, extrasOf, prepare } from './prepare.ts';

/** What is to be paid, and how: it stands once the money is under way. */
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

/** Whether the customer would have to be asked anew: the same amount again changes nothing. */
const differs = (before: Intent, now: Intent) =>
  before.amount !== now.amount ||
  before.currency !== now.currency ||
  before.captureMethod !== now.captureMethod ||
  before.allowedTypes !== now.allowedTypes ||
  before.customer !== now.customer;

/** What an update comes to, and the parameter to name where that cannot happen. */
function eventOf(params: UpdateParams): readonly [event: Event, name: string] {
  const isSent = (name: keyof UpdateParams) => params[name] !== undefined;
  const attached = ATTACHING.find(isSent);
  if (attached) return [params.payment_method === null ? 'detach' : 'attach', 'payment_method'];
  const revised = REVISING.find(isSent);
  return revised ? ['revise', revised] : ['edit', 'metadata'];
}

/** Updates an intent without trying anything; an earlier error is forgotten (WooshPay's API reference), unless all is over. */
export function update(intent: Intent, params: UpdateParams, context: RequestContext): Intent {
  checkOnce(params);
  const [event, name] = eventOf(params);
  if (after(intent, event) === null) {
    throw problems.cannotUpdate(name, intent.status, statusesAllowing(event));
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
    extras: { ...intent.extras, ...extrasOf(params) },
    metadata: mergeMetadata(intent.metadata, params.metadata),
    lastError: intent.status === 'canceled' ? intent.lastError : null,
  };
  if (event === 'revise' && !differs(intent, next)) return after(next, 'edit') ?? intent;
  // What the customer has agreed to with manual confirmation was another payment.
  const approved = event === 'edit' && next.approved;
  return after({ ...next, approved }, event) ?? intent;
}
