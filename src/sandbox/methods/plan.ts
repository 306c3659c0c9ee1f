import { isRecord } from '../../intent/index.ts';
import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import { AUTHENTICATION_REQUIRED, type CardBehaviour, type Decline } from '../payment/cards.ts';
import type { CustomerPage } from '../payment/customerPage.ts';
import type { NextAction } from '../payment/intent.ts';

/** What a planner knows about the attempt. */
export interface PlanInput {
  readonly intentId: string;
  readonly amount: number;
  readonly currency: string;
  /** Milliseconds. */
  readonly now: number;
  readonly returnUrl: string | null;
  /** The return URL, for methods that require one: throws the 400 without it. */
  requireReturnUrl(): string;
  /** The URL of one of the sandbox's pages for this intent. */
  page(place: CustomerPage): string;
  /** WooshPay's `terminal_type` and `os_type` from the method's options. */
  readonly terminal: string | null;
  readonly os: string | null;
  /** `payment_method_options[type]`. */
  readonly options: JsonObject;
  /** `payment_method_data[type]`, as far as it is stored. */
  readonly details: JsonObject;
  /** The customer's e-mail address, from the billing details. */
  readonly email: string | null;
  /** From the sandbox's option `expires_after_seconds`. Milliseconds. */
  readonly expiresAt: number | null;
  readonly useStripeSdk: boolean;
  readonly offSession: boolean;
  /** Whether an earlier payment has set up the method for off-session use. */
  readonly setUp: boolean;
  readonly card: CardBehaviour | null;
}

/** The result of an attempt: approved, processing, declined, or up to the customer. */
export type Plan =
  | { readonly kind: 'approve' }
  | { readonly kind: 'process' }
  | { readonly kind: 'decline'; readonly decline: Decline }
  | {
      readonly kind: 'require_action';
      readonly place: CustomerPage;
      readonly nextAction: NextAction;
      readonly expiresAt: number | null;
      readonly settlesAt?: number;
      readonly settlesAs?: Decline;
      readonly refusal?: Decline;
      readonly timeout?: Decline;
    };

/** A row in a table of payment methods: what an attempt with it results in. */
export type Planner = (input: PlanInput) => Plan;

export const approves: Planner = () => ({ kind: 'approve' });
export const processes: Planner = () => ({ kind: 'process' });

type Payload = (input: PlanInput) => JsonObject;

/**
 * A next action with its payload under the key that the type names, as both gateways document it.
 */
export function requiresAction(place: CustomerPage, type: string, payload: Payload): Planner {
  return (input) => ({
    kind: 'require_action',
    place,
    nextAction: { type, [type]: payload(input) },
    expiresAt: input.expiresAt,
  });
}

/** The same with the gateway's own expiry, where the merchant sets none. */
export function requiresActionFor(
  seconds: number,
  place: CustomerPage,
  type: string,
  payload: Payload,
): Planner {
  const planner = requiresAction(place, type, payload);
  return (input) => planner({ ...input, expiresAt: input.expiresAt ?? input.now + seconds * 1000 });
}

/** A next action without a payload: the customer approves in an app. */
export const awaitsApproval = (seconds: number, type: string): Planner =>
  requiresActionFor(seconds, 'none', type, () => ({}));

/**
 * A method with several next actions. No request tells which one a gateway chooses, so the sandbox
 * has an option: `payment_method_options[klarna][sandbox_action]=display_qr_code`.
 */
export function choices(usual: Planner, others: Readonly<Record<string, Planner>>): Planner {
  return (input) => {
    const { sandbox_action: chosen } = input.options;
    if (chosen === undefined) return usual(input);
    const planner = lookup(others, chosen);
    if (planner) return planner(input);
    throw problems.notOneOf('sandbox_action', String(chosen), Object.keys(others));
  };
}

/** The plain redirect of both gateways. */
export const redirects = (place: CustomerPage): Planner =>
  requiresAction(place, 'redirect_to_url', (input) => ({
    return_url: input.requireReturnUrl(),
    url: input.page(place),
  }));

/** `expires_at` in seconds, where there is one. */
export const expiry = ({ expiresAt }: PlanInput): JsonObject =>
  expiresAt === null ? {} : { expires_at: Math.floor(expiresAt / 1000) };

/** Pictures of the code in `data`; some actions have only these to scan. */
export const codeImages = (input: PlanInput): JsonObject => ({
  image_url_png: `${input.page('qr')}.png`,
  image_url_svg: `${input.page('qr')}.svg`,
});

/** A dialect's planners for cards that are neither just charged nor declined. */
interface CardPlanners {
  readonly authenticate: Planner;
  readonly frictionless: Planner;
  readonly notice: Planner;
}

type Challenged = Extract<CardBehaviour, { kind: 'challenge' }>;

/** Whether the card needs no challenge for an off-session payment. */
function skipsChallenge(card: Challenged, { offSession, setUp }: PlanInput): boolean {
  if (!offSession) return false;
  return card.offSession === 'passes' || (card.offSession === 'passes once set up' && setUp);
}

const endOf = (decline: Decline | undefined): Plan =>
  decline ? { kind: 'decline', decline } : { kind: 'approve' };

const isTrue = (value: unknown) => String(value) === 'true';

/** The merchant has authenticated the customer (docs.stripe.com/payments/payment-intents/three-d-secure-import). */
const isAuthenticated = ({ options }: PlanInput) => isRecord(options.three_d_secure);

/**
 * The plan of a card that challenges. An order by mail or telephone cannot be challenged, so a card
 * that requires it of every payment is declined (activemerchant's remote tests).
 */
function planChallenge(card: Challenged, input: PlanInput, authenticate: Planner): Plan {
  if (isAuthenticated(input) || skipsChallenge(card, input)) return endOf(card.thenDecline);
  if (!isTrue(input.options.moto)) return authenticate(input);
  return endOf(card.offSession ? undefined : AUTHENTICATION_REQUIRED);
}

export function planCard({ authenticate, frictionless, notice }: CardPlanners): Planner {
  return (input) => {
    const card = cardBehaviour(input);
    if (card.kind === 'decline') return { kind: 'decline', decline: card.decline };
    if (card.kind === 'frictionless') return frictionless(input);
    if (card.kind === 'notice') return notice(input);
    return card.kind === 'challenge'
      ? planChallenge(card, input, authenticate)
      : { kind: 'approve' };
  };
}

const REQUESTED_3DS: Readonly<Record<string, CardBehaviour>> = {
  any: { kind: 'frictionless' },
  challenge: { kind: 'challenge' },
};

/** How the card behaves in this attempt: the merchant can ask for 3-D Secure. */
export function cardBehaviour({ card, options }: PlanInput): CardBehaviour {
  const behaviour = card ?? ({ kind: 'approve' } as const);
  const requested = lookup(REQUESTED_3DS, options.request_three_d_secure);
  if (!requested) return behaviour;
  if (behaviour.kind === 'frictionless') return behaviour.whenAsked ?? behaviour;
  return behaviour.kind === 'approve' ? (behaviour.whenAsked ?? requested) : behaviour;
}
