import type { Hash } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import type { Decline } from '../payment/cards.ts';
import { after, type Intent, optionsOf } from '../payment/intent.ts';
import type { PARAMS } from '../request/params.ts';
import { mergeMetadata, type Read } from '../request/readers.ts';
import type { Scene } from '../world/context.ts';
import { checkAmount } from './amounts.ts';
import { extrasOf } from './prepare.ts';

type CaptureParams = Read<typeof PARAMS.capture>;
type IncrementParams = Read<typeof PARAMS.increment>;

/** What only Stripe documents. */
const isStripe = ({ dialect }: Scene) => dialect.name === 'stripe';

const changed = (intent: Intent, params: CaptureParams & Hash): Partial<Intent> => ({
  metadata: mergeMetadata(intent.metadata, params.metadata),
  extras: { ...intent.extras, ...extrasOf(params) },
});

const isAvailable = (intent: Intent, option: string) =>
  intent.paymentMethod?.type === 'card' && optionsOf(intent)[option] === 'if_available';

/** `final_capture=false` is for payments that asked for several captures. */
function checkMulticapture(intent: Intent, { final_capture: final }: CaptureParams): void {
  if (final === false && !isAvailable(intent, 'request_multicapture')) {
    throw problems.noMulticapture();
  }
}

function checkDescriptor({ paymentMethod }: Intent, params: CaptureParams, scene: Scene): void {
  const named = (params.statement_descriptor ?? null) !== null;
  if (named && isStripe(scene) && paymentMethod?.type === 'card') {
    throw problems.descriptorOnCard();
  }
}

/** After a part was captured, a final capture of nothing releases the rest (Stripe's multicapture guide). */
const releasesRest = (intent: Intent, { final_capture: final }: CaptureParams, scene: Scene) =>
  isStripe(scene) && final === true && intent.amountReceived > 0;

/**
 * Takes authorised money, all of it or `amount_to_capture`; the rest is released, unless more
 * captures are to follow (`final_capture=false`). At WooshPay every capture is final (its API reference).
 */
export function capture(intent: Intent, params: CaptureParams, scene: Scene): Intent {
  const { amountCapturable, amountReceived } = intent;
  const amount = params.amount_to_capture ?? amountCapturable;
  const rest = amountCapturable - amount;
  const goesOn = isStripe(scene) && params.final_capture === false && rest > 0;
  const captured = after(intent, goesOn ? 'capture_part' : 'capture', {
    ...changed(intent, params),
    amountReceived: amountReceived + amount,
    amountCapturable: goesOn ? rest : 0,
  });
  if (!captured) throw problems.cannotCapture(intent);
  const least = releasesRest(intent, params, scene) ? 0 : 1;
  if (amount < least || rest < 0) throw problems.cannotCaptureAmount(amountCapturable);
  if (isStripe(scene)) checkMulticapture(intent, params);
  checkDescriptor(intent, params, scene);
  return captured;
}

/** "Each PaymentIntent can have a maximum of 10 incremental authorization attempts." */
const INCREMENTS = 10;

const REFUSED: Decline = {
  code: 'card_declined',
  declineCode: 'generic_decline',
  message: 'The card was declined for the higher amount. What was authorised before still stands.',
};

function checkIncrement(intent: Intent, amount: number, scene: Scene): void {
  if (!isAvailable(intent, 'request_incremental_authorization') || intent.amountReceived > 0) {
    throw problems.noIncrement();
  }
  checkAmount(amount, intent.currency, scene);
  if (amount <= intent.amountAuthorized) throw problems.incrementTooSmall(intent.amountAuthorized);
  if (intent.increments >= INCREMENTS) throw problems.tooManyIncrements(INCREMENTS);
}

/**
 * Asks the bank for more of the card; `amount` is the new total. Whatever the bank says, the attempt
 * counts. The sandbox's own `payment_method_options[card][sandbox_increment]=decline` lets it refuse.
 */
export function increment(intent: Intent, params: IncrementParams, scene: Scene): Intent {
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
  checkIncrement(intent, amount, scene);
  if (optionsOf(intent).sandbox_increment !== 'decline') return incremented;
  scene.store.put({ ...intent, increments: intent.increments + 1 });
  throw problems.declined(REFUSED);
}
