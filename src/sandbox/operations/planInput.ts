import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import type { PlanInput } from '../methods/plan.ts';
import { pageUrl } from '../payment/customerPage.ts';
import { type Intent, optionsOf, type PaymentMethod } from '../payment/intent.ts';
import type { ConfirmParams } from '../request/params.ts';
import { integer } from '../request/readers.ts';
import type { RequestContext } from '../world/context.ts';
import { setupBehaviour } from './setupPlan.ts';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A hundred years: with the clock as far ahead, it is still a date that JavaScript knows. */
const LONGEST = 100 * 365 * 24 * 3600;

const END = 'expires_after_seconds';

/** The expiry of this attempt's action, by the sandbox's own option. */
function chosenEnd(options: JsonObject, now: number): number | null {
  if (options[END] === undefined) return null;
  const seconds = integer(options[END], END);
  if (Math.abs(seconds) <= LONGEST) return now + seconds * 1000;
  throw problems.wrongKind(END, `at most ${LONGEST} seconds`);
}

/** `off_session` may be true, or a word that says why the customer is away. */
export const isOffSession = ({ off_session = false }: ConfirmParams) =>
  !/^(false|)$/.test(`${off_session}`);

/** The planner's input for this attempt. */
export function planInputOf(
  intent: Intent,
  method: PaymentMethod,
  params: ConfirmParams,
  context: RequestContext,
): PlanInput {
  const options = optionsOf(intent);
  const now = context.now();
  return {
    intentId: intent.id,
    amount: intent.amount,
    currency: intent.currency,
    now,
    returnUrl: intent.returnUrl,
    requireReturnUrl: () => {
      if (intent.returnUrl === null) throw problems.needsReturnUrl(method.type, intent.kind);
      return intent.returnUrl;
    },
    page: (place) => pageUrl(context.origin, place, intent.id),
    terminal: textOf(options.terminal_type),
    os: textOf(options.os_type),
    options,
    details: method.details,
    email: textOf(method.billingDetails?.email),
    expiresAt: chosenEnd(options, now),
    useStripeSdk: params.use_stripe_sdk ?? false,
    offSession: isOffSession(params),
    setUp: method.setUpFor === 'off_session',
    card: intent.kind === 'setup' ? setupBehaviour(method.behaviour) : method.behaviour,
  };
}
