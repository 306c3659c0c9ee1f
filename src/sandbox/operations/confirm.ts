import { problems } from '../errors/errors.ts';
import type { Plan } from '../methods/plan.ts';
import { AUTHENTICATION_REQUIRED, type Decline } from '../payment/cards.ts';
import { after, type Intent, type PaymentMethod } from '../payment/intent.ts';
import { approve, cancel, startProcessing } from '../payment/outcome.ts';
import { declined, notTried } from '../payment/paymentErrors.ts';
import type { ConfirmParams } from '../request/params.ts';
import type { RequestContext } from '../world/context.ts';
import { reconcile, unapply } from './balance.ts';
import { spendToken, type TokenParams, tokenOf, withToken } from './confirmationToken.ts';
import { isOffSession, planInputOf } from './planInput.ts';
import { prepare, withoutSingleUse } from './prepare.ts';
import { setupPlan } from './setupPlan.ts';

/**
 * "A variable upper limit" (docs.stripe.com/api/payment_intents/confirm). Enough for customers, and
 * soon reached by a test.
 */
const CONFIRMATION_LIMIT = 20;

const authenticationRequired = (message: string): Decline => ({
  ...AUTHENTICATION_REQUIRED,
  message,
});

/** As expected by activemerchant's remote tests; of others than cards Stripe's text is not public. */
const UNATTENDED = {
  forbidden: authenticationRequired(
    'This payment required an authentication action to complete, but `error_on_requires_action` was set.',
  ),
  card: AUTHENTICATION_REQUIRED,
  other: authenticationRequired(
    'The payment needs the customer to act, and off_session says that the customer is away.',
  ),
} as const;

/** A renewal's notice is meant for off-session payments. */
const waitsUnattended = ({ paymentMethod }: Intent) => paymentMethod?.behaviour?.kind === 'notice';

/**
 * The changes to an intent that needs the customer while the merchant does not allow an action;
 * null where it is allowed.
 */
function unattended(intent: Intent, params: ConfirmParams): Partial<Intent> | null {
  if (params.error_on_requires_action) return notTried(intent, UNATTENDED.forbidden);
  if (!isOffSession(params) || waitsUnattended(intent)) return null;
  return notTried(intent, UNATTENDED[intent.paymentMethod?.type === 'card' ? 'card' : 'other']);
}

function carryOut(
  intent: Intent,
  plan: Plan,
  params: ConfirmParams,
  context: RequestContext,
): Intent | null {
  switch (plan.kind) {
    case 'approve':
      return approve(intent, context);
    case 'process':
      return startProcessing(intent, context);
    case 'decline':
      return after(intent, 'fail', declined(intent, plan.decline, context.now()));
    case 'require_action': {
      const refusal = unattended(intent, params);
      if (refusal) return after(intent, 'fail', refusal);
      const { kind: _, ...action } = plan;
      return after(intent, 'require_action', { action });
    }
    default:
      return plan satisfies never;
  }
}

function planFor(
  intent: Intent,
  method: PaymentMethod,
  params: ConfirmParams,
  context: RequestContext,
): Plan {
  if (intent.approved) return { kind: 'approve' };
  const known = Object.keys(context.dialect.methods);
  const planner = context.dialect.methods[method.type];
  if (!planner) throw problems.methodNotOffered(method.type, known);
  const plan = planner(planInputOf(intent, method, params, context));
  return intent.kind === 'setup' ? setupPlan(plan) : plan;
}

/**
 * Automatic payment methods may redirect, so Stripe requires a return URL. Here only where the
 * merchant has asked for them by name.
 */
const mayRedirect = ({ automaticPaymentMethods: automatic }: Intent) =>
  automatic?.enabled === true && automatic.allow_redirects === 'always';

/** What Stripe checks when an attempt begins; WooshPay documents neither. */
function check(intent: Intent, method: PaymentMethod, params: ConfirmParams): void {
  if (mayRedirect(intent) && intent.returnUrl === null && !params.use_stripe_sdk) {
    throw problems.automaticNeedsReturnUrl(intent);
  }
  if (method.type === 'card' && (intent.extras.statement_descriptor ?? null) !== null) {
    throw problems.descriptorOnCard();
  }
}

/** Starts a new attempt, also while an older one waits for the customer. */
function startAttempt(intent: Intent, params: ConfirmParams): Intent {
  const started = after(intent, 'confirm', {
    lastError: null,
    confirmations: intent.confirmations + 1,
    returnUrl: params.return_url ?? intent.returnUrl,
  });
  if (!started) throw problems.cannotConfirm(intent);
  return started;
}

/**
 * Confirms an intent: makes one attempt to pay, or to set up. A declined attempt is an intent in
 * `requires_payment_method` with its error; wrong requests throw.
 */
export function confirm(intent: Intent, params: ConfirmParams, context: RequestContext): Intent {
  const token = tokenOf(params.confirmation_token, context);
  const confirmed = attempt(
    intent,
    token ? withToken(params, token, intent, context) : params,
    context,
  );
  spendToken(token, intent, context);
  return confirmed;
}

function attempt(intent: Intent, params: TokenParams, context: RequestContext): Intent {
  const { amount_to_confirm: requested = intent.amount } = params;
  if (requested !== intent.amount) throw problems.partlyConfirmed(intent.amount);
  const started = startAttempt(intent, params);
  if (intent.confirmations >= CONFIRMATION_LIMIT) {
    return unapply(intent, cancel(intent, 'automatic', context, 'exhaust') ?? intent, context);
  }
  const ready = prepare(started, params, context);
  const method = ready.paymentMethod;
  if (!method) throw problems.needsMethod(ready);
  if (method.spent) throw problems.methodSpent();
  if (context.dialect.name === 'stripe') check(ready, method, params);
  const next = carryOut(ready, planFor(ready, method, params, context), params, context);
  if (!next) throw problems.cannotConfirm(intent);
  const paid = reconcile(unapply(intent, withoutSingleUse(next), context), context);
  // The customer's balance has paid, so no second confirm is needed.
  return paid.approved ? (approve(paid, context) ?? paid) : paid;
}
