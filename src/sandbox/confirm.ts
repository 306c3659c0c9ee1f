import type { Decline } from './cards.ts';
import { problems } from './errors.ts';
import { after, type Hash, type Intent, type PaymentMethod } from './intent.ts';
import { approve } from './outcome.ts';
import { pageAddress } from './pages/address.ts';
import { type ConfirmParams, ECHOED } from './params.ts';
import { declined } from './paymentErrors.ts';
import { checkAllowed, paymentMethodOf } from './paymentMethod.ts';
import type { Occasion, Plan } from './plan.ts';
import { integer } from './readers.ts';
import { transition } from './status.ts';
import type { Scene } from './world.ts';

const AUTHENTICATION_REQUIRED: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'The payment needs the customer to act, and this request does not allow that.',
};

/** The fields among the parameters that are only kept. */
export function extrasOf(params: Hash): Hash {
  return Object.fromEntries(Object.entries(params).filter(([name]) => Object.hasOwn(ECHOED, name)));
}

/** Both names of the same list: Stripe renamed it in 2026-09-30.endive. */
export function typesOf(params: ConfirmParams): readonly string[] | undefined {
  return params.allowed_payment_method_types ?? params.payment_method_types;
}

/** The intent with what a request brings for its next attempt. Nothing is tried yet. */
export function prepare(intent: Intent, params: ConfirmParams, scene: Scene): Intent {
  const brought = paymentMethodOf(params, scene);
  const prepared: Intent = {
    ...intent,
    allowedTypes: typesOf(params) ?? intent.allowedTypes,
    captureMethod: params.capture_method ?? intent.captureMethod,
    returnUrl: params.return_url ?? intent.returnUrl,
    paymentMethod: brought ?? intent.paymentMethod,
    paymentMethodOptions: { ...intent.paymentMethodOptions, ...params.payment_method_options },
    approved: brought ? false : intent.approved,
    extras: { ...intent.extras, ...extrasOf(params) },
  };
  if (brought) checkAllowed(prepared, brought);
  return prepared;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The sandbox's own option: how soon the action of this attempt ends. */
function chosenEnd(options: Hash, now: number): number | null {
  const seconds = options.expires_after_seconds;
  return seconds === undefined ? null : now + integer(seconds, 'expires_after_seconds') * 1000;
}

/** What the method's planner is told about this attempt. */
export function occasionOf(
  intent: Intent,
  method: PaymentMethod,
  params: ConfirmParams,
  scene: Scene,
): Occasion {
  const options = (intent.paymentMethodOptions[method.type] ?? {}) as Hash;
  const now = scene.now();
  return {
    intentId: intent.id,
    amount: intent.amount,
    currency: intent.currency,
    now,
    returnUrl: intent.returnUrl,
    requireReturnUrl: () => {
      if (intent.returnUrl === null) throw problems.needsReturnUrl(method.type);
      return intent.returnUrl;
    },
    page: (place) => pageAddress(scene.origin, place, intent.id),
    terminal: textOf(options.terminal_type),
    os: textOf(options.os_type),
    options,
    details: method.details,
    expiresAt: chosenEnd(options, now),
    useStripeSdk: params.use_stripe_sdk ?? false,
    offSession: isOffSession(params),
    card: method.behaviour,
  };
}

/** `off_session` may be true, or a word that says why the customer is away. */
const isOffSession = ({ off_session = false }: ConfirmParams) =>
  !/^(false|)$/.test(`${off_session}`);

/** The notice of a renewal is made for a customer who is away. */
const waitsUnattended = ({ paymentMethod }: Intent) => paymentMethod?.behaviour?.kind === 'notice';

const mayAsk = (intent: Intent, params: ConfirmParams) =>
  !params.error_on_requires_action && (!isOffSession(params) || waitsUnattended(intent));

function carryOut(intent: Intent, plan: Plan, params: ConfirmParams, scene: Scene): Intent | null {
  switch (plan.kind) {
    case 'approve':
      return approve(intent, scene);
    case 'defer':
      return after(intent, 'defer');
    case 'refuse':
      return after(intent, 'refuse', declined(intent, plan.decline));
    case 'ask': {
      if (!mayAsk(intent, params))
        return after(intent, 'refuse', declined(intent, AUTHENTICATION_REQUIRED));
      const { kind: _, ...action } = plan;
      return after(intent, 'ask', { action });
    }
    default:
      return plan satisfies never;
  }
}

/**
 * Confirms an intent: the state after one attempt to pay. An attempt that was refused is an intent in
 * `requires_payment_method` with its error; misuse throws.
 */
export function confirm(intent: Intent, params: ConfirmParams, scene: Scene): Intent {
  if (transition(intent.status, 'ask', intent) === null) {
    throw problems.cannotConfirm(intent.status);
  }
  const ready = fresh(prepare(intent, params, scene));
  const method = ready.paymentMethod;
  if (!method) throw problems.needsMethod();
  const plan: Plan = ready.approved ? { kind: 'approve' } : planFor(ready, method, params, scene);
  const next = carryOut(ready, plan, params, scene);
  if (!next) throw problems.cannotConfirm(intent.status);
  return next;
}

/** A new attempt begins here, also where an older one still waits for the customer. */
const fresh = (intent: Intent): Intent => ({
  ...intent,
  status: 'requires_confirmation',
  action: null,
  lastError: null,
});

function planFor(intent: Intent, method: PaymentMethod, params: ConfirmParams, scene: Scene): Plan {
  const known = Object.keys(scene.dialect.methods);
  const planner = scene.dialect.methods[method.type];
  if (!planner) throw problems.methodNotOffered(method.type, known);
  return planner(occasionOf(intent, method, params, scene));
}
