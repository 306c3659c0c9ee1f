import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { problems } from '../errors/errors.ts';
import type { Intent } from '../payment/intent.ts';
import { objects } from '../request/readers.ts';

/**
 * The parameters that only a server may send with a confirm: those that Stripe's API reference
 * marks "secret key only", and those that its server library knows and its browser script does not
 * (`PaymentIntentConfirmParams` of stripe 23.1.0 and of @stripe/stripe-js 10.2.1).
 */
const SERVER_ONLY = [
  'allowed_payment_method_types',
  'amount_details',
  'amount_to_confirm',
  'capture_method',
  'excluded_payment_method_types',
  'hooks',
  'mandate',
  'off_session',
  'payment_details',
  'payment_method_types',
  'radar_options',
] as const;

/**
 * The options that a browser may send. Stripe's API reference marks all of `payment_method_options`
 * "secret key only", yet its own script sends these (@stripe/stripe-js 10.2.1,
 * payment-intents.d.ts).
 */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  blik: ['code'],
  card: ['cvc', 'network'],
  customer_balance: ['bank_transfer', 'funding_type'],
  konbini: ['confirmation_number'],
  p24: ['tos_shown_and_accepted'],
  wechat_pay: ['client'],
};

/**
 * For every method: `setup_future_usage`, which Stripe's script sends, and the sandbox's own two.
 */
const OF_EVERY = ['setup_future_usage', 'sandbox_action', 'expires_after_seconds'];

/** The same for a SetupIntent: which types it takes is the merchant's to say. */
const SETUP_SERVER_ONLY = [
  'allowed_payment_method_types',
  'excluded_payment_method_types',
  'payment_method_types',
] as const;

const refuse = (name: string) => problems.secretKeyRequired(` Only a server may send ${name}.`);

/** `setup_future_usage` may only be widened once it is set (Stripe's API reference). */
function checkFutureUsage(set: unknown, requested: unknown, name: string): void {
  if (requested === undefined || (set ?? null) === null || requested === set) return;
  if (set !== 'on_session' || requested !== 'off_session') throw problems.futureUsage(name);
}

function checkOptions(intent: Intent, sent: unknown): void {
  const name = 'payment_method_options';
  for (const [type, options] of Object.entries(objects(sent ?? {}, name))) {
    if (options === null) throw refuse(`${name}[${type}]`);
    const known = [...(lookup(OPTIONS, type) ?? []), ...OF_EVERY];
    const forbidden = Object.keys(options).find((option) => !known.includes(option));
    if (forbidden) throw refuse(`${name}[${type}][${forbidden}]`);
    const stored = lookup(intent.paymentMethodOptions, type) as JsonObject | undefined;
    const set = stored?.setup_future_usage ?? intent.extras.setup_future_usage;
    checkFutureUsage(set, options.setup_future_usage, `${name}[${type}][setup_future_usage]`);
  }
}

/**
 * Throws where a browser may not confirm, or not with these parameters. WooshPay documents no such
 * rule for options, and only the page can know the device, so its options pass.
 */
export function checkBrowser(raw: JsonObject, intent: Intent, { strict }: Dialect): void {
  if (intent.confirmationMethod === 'manual') {
    throw problems.secretKeyRequired(' Its confirmation_method is manual.');
  }
  const forbidden = SERVER_ONLY.find((name) => raw[name] !== undefined);
  if (forbidden) throw refuse(forbidden);
  const set = intent.extras.setup_future_usage;
  checkFutureUsage(set, raw.setup_future_usage, 'setup_future_usage');
  if (strict) checkOptions(intent, raw.payment_method_options);
}

/** Throws where a browser may not confirm a SetupIntent with these parameters. */
export function checkSetupInBrowser(raw: JsonObject, { strict }: Dialect): void {
  const forbidden = SETUP_SERVER_ONLY.find((name) => raw[name] !== undefined);
  if (strict && forbidden) throw refuse(forbidden);
}
