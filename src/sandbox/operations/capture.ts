import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import type { Decline } from '../payment/cards.ts';
import { after, type Intent, optionsOf } from '../payment/intent.ts';
import type { PARAMS } from '../request/params.ts';
import { mergeMetadata, type Read } from '../request/readers.ts';
import type { RequestContext } from '../world/context.ts';
import { checkAmount } from './amounts.ts';
import { checkConnect } from './connect.ts';
import { extrasAfter } from './prepare.ts';

type CaptureParams = Read<typeof PARAMS.capture>;
type IncrementParams = Read<typeof PARAMS.increment>;

/** What only Stripe documents. */
const isStripe = ({ dialect }: RequestContext) => dialect.name === 'stripe';

const changed = (intent: Intent, params: CaptureParams & JsonObject): Partial<Intent> => ({
  metadata: mergeMetadata(intent.metadata, params.metadata),
  extras: extrasAfter(intent, params),
});

const isAvailable = (intent: Intent, option: string) =>
  intent.paymentMethod?.type === 'card' && optionsOf(intent)[option] === 'if_available';

/** `final_capture=false` is for payments that asked for several captures. */
function checkMulticapture(intent: Intent, { final_capture: final }: CaptureParams): void {
  if (final === false && !isAvailable(intent, 'request_multicapture')) {
    throw problems.noMulticapture();
  }
}

function checkDescriptor(
  { paymentMethod }: Intent,
  params: CaptureParams,
  context: RequestContext,
): void {
  const named = (params.statement_descriptor ?? null) !== null;
  if (named && isStripe(context) && paymentMethod?.type === 'card') {
    throw problems.descriptorOnCard();
  }
}

/**
 * After a partial capture, a final capture of 0 releases the rest (Stripe's multicapture guide).
 */
const releasesRest = (
  intent: Intent,
  { final_capture: final }: CaptureParams,
  context: RequestContext,
) => isStripe(context) && final === true && intent.amountReceived > 0;

/**
 * Captures authorized money, all of it or `amount_to_capture`. The rest is released, unless
 * `final_capture=false`. At WooshPay every capture is final (its API reference).
 */
export function capture(intent: Intent, params: CaptureParams, context: RequestContext): Intent {
  const { amountCapturable, amountReceived } = intent;
  const amount = params.amount_to_capture ?? amountCapturable;
  const rest = amountCapturable - amount;
  const goesOn = isStripe(context) && params.final_capture === false && rest > 0;
  const captured = after(intent, goesOn ? 'capture_part' : 'capture', {
    ...changed(intent, params),
    amountReceived: amountReceived + amount,
    amountCapturable: goesOn ? rest : 0,
  });
  if (!captured) throw problems.cannotCapture(intent);
  const least = releasesRest(intent, params, context) ? 0 : 1;
  if (amount < least || rest < 0) throw problems.cannotCaptureAmount(amountCapturable);
  if (isStripe(context)) checkMulticapture(intent, params);
  checkDescriptor(intent, params, context);
  return checkConnect(captured, context);
}

/** "Each PaymentIntent can have a maximum of 10 incremental authorization attempts." */
const INCREMENTS = 10;

const REFUSED: Decline = {
  code: 'card_declined',
  declineCode: 'generic_decline',
  message: 'Your card was declined for the higher amount. What was authorised before still stands.',
};

function checkIncrement(intent: Intent, amount: number, context: RequestContext): void {
  if (!isAvailable(intent, 'request_incremental_authorization') || intent.amountReceived > 0) {
    throw problems.noIncrement();
  }
  checkAmount(amount, intent.currency, context);
  if (amount <= intent.amountAuthorized) throw problems.incrementTooSmall(intent.amountAuthorized);
  if (intent.increments >= INCREMENTS) throw problems.tooManyIncrements(INCREMENTS);
}

/**
 * Increments the authorization; `amount` is the new total. Each attempt counts. The sandbox's own
 * `payment_method_options[card][sandbox_increment]=decline` has the bank refuse.
 */
export function increment(
  intent: Intent,
  params: IncrementParams,
  context: RequestContext,
): Intent {
  const { amount } = params;
  if (amount === undefined) throw problems.missing('amount');
  const incremented = after(intent, 'increment', {
    ...changed(intent, params),
    amount,
    amountAuthorized: amount,
    amountCapturable: intent.amountCapturable + amount - intent.amountAuthorized,
    increments: intent.increments + 1,
  });
  if (!incremented) throw problems.cannotIncrement(intent.status);
  checkIncrement(intent, amount, context);
  checkConnect(incremented, context);
  if (optionsOf(intent).sandbox_increment !== 'decline') return incremented;
  context.store.put({ ...intent, increments: intent.increments + 1 });
  throw problems.declined(REFUSED);
}
