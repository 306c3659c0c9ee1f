import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import type { CardBehaviour, Decline } from '../payment/cards.ts';
import type { NextAction } from '../payment/intent.ts';
import type { Place } from '../payment/place.ts';

/** What a payment method is told about the attempt it takes part in. */
export interface PlanInput {
  readonly intentId: string;
  readonly amount: number;
  readonly currency: string;
  /** Milliseconds. */
  readonly now: number;
  readonly returnUrl: string | null;
  /** The return address of a method that cannot do without one: throws the 400 that says so. */
  requireReturnUrl(): string;
  /** The absolute address of one of the sandbox's own pages for this intent. */
  page(place: Place): string;
  /** WooshPay's `terminal_type` and `os_type` from the method's options. */
  readonly terminal: string | null;
  readonly os: string | null;
  /** `payment_method_options[type]`. */
  readonly options: JsonObject;
  /** `payment_method_data[type]`, as far as it is kept. */
  readonly details: JsonObject;
  /** The customer's, from the billing details. */
  readonly email: string | null;
  /** From the sandbox's own option `expires_after_seconds`. Milliseconds. */
  readonly expiresAt: number | null;
  readonly useStripeSdk: boolean;
  readonly offSession: boolean;
  /** Whether an earlier payment has set the method up for customers who are away. */
  readonly setUp: boolean;
  readonly card: CardBehaviour | null;
}

/** What an attempt comes to: done, under way, refused, or up to the customer. */
export type Plan =
  | { readonly kind: 'approve' }
  | { readonly kind: 'defer' }
  | { readonly kind: 'refuse'; readonly decline: Decline }
  | {
      readonly kind: 'ask';
      readonly place: Place;
      readonly wire: NextAction;
      readonly expiresAt: number | null;
      readonly settlesAt?: number;
      readonly settlesAs?: Decline;
      readonly refusal?: Decline;
      readonly timeout?: Decline;
    };

/** One row of a table of payment methods. */
export type Planner = (input: PlanInput) => Plan;

export const approves: Planner = () => ({ kind: 'approve' });
export const defers: Planner = () => ({ kind: 'defer' });

type Payload = (input: PlanInput) => JsonObject;

/** An action whose payload sits under the key named by its type, as both gateways document it. */
export function asks(place: Place, type: string, payload: Payload): Planner {
  return (input) => ({
    kind: 'ask',
    place,
    wire: { type, [type]: payload(input) },
    expiresAt: input.expiresAt,
  });
}

/** The same with an end that the gateway itself sets where the caller sets none. */
export function asksFor(seconds: number, place: Place, type: string, payload: Payload): Planner {
  const planner = asks(place, type, payload);
  return (input) => planner({ ...input, expiresAt: input.expiresAt ?? input.now + seconds * 1000 });
}

/** An action that tells nothing: the customer agrees in an app that knows of the payment. */
export const awaits = (seconds: number, type: string): Planner =>
  asksFor(seconds, 'none', type, () => ({}));

/**
 * A method with several actions. The gateways choose by what no request says, so the sandbox has an
 * option of its own: `payment_method_options[klarna][sandbox_action]=display_qr_code`.
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
export const redirects = (place: Place): Planner =>
  asks(place, 'redirect_to_url', (input) => ({
    return_url: input.requireReturnUrl(),
    url: input.page(place),
  }));

/** `expires_at` in seconds, only where there is an end. */
export const expiry = ({ expiresAt }: PlanInput): JsonObject =>
  expiresAt === null ? {} : { expires_at: Math.floor(expiresAt / 1000) };

/** Pictures of the code that `data` holds; some actions have nothing else to scan. */
export const codeImages = (input: PlanInput): JsonObject => ({
  image_url_png: `${input.page('qr')}.png`,
  image_url_svg: `${input.page('qr')}.svg`,
});

/** A dialect's own answers to the cards that are not simply charged or declined. */
interface CardPlanners {
  readonly authenticate: Planner;
  readonly frictionless: Planner;
  readonly notice: Planner;
}

/** A card that passes without its owner: always, or once it was set up for that. */
function skipsChallenge(card: CardBehaviour, { offSession, setUp }: PlanInput): boolean {
  if (card.kind !== 'challenge' || !offSession) return false;
  return card.offSession === 'passes' || (card.offSession === 'passes once set up' && setUp);
}

export function planCard({ authenticate, frictionless, notice }: CardPlanners): Planner {
  return (input) => {
    const card = cardBehaviour(input);
    if (card.kind === 'decline') return { kind: 'refuse', decline: card.decline };
    if (card.kind === 'frictionless') return frictionless(input);
    if (card.kind === 'notice') return notice(input);
    if (card.kind !== 'challenge') return { kind: 'approve' };
    return skipsChallenge(card, input) ? { kind: 'approve' } : authenticate(input);
  };
}

const REQUESTED_3DS: Readonly<Record<string, CardBehaviour>> = {
  any: { kind: 'frictionless' },
  challenge: { kind: 'challenge' },
};

/** How the card behaves this time: one that needs nothing can still be asked for 3-D Secure. */
export function cardBehaviour({ card, options }: PlanInput): CardBehaviour {
  const behaviour = card ?? ({ kind: 'approve' } as const);
  const requested = lookup(REQUESTED_3DS, options.request_three_d_secure);
  if (behaviour.kind !== 'approve' || !requested) return behaviour;
  return behaviour.whenAsked ?? requested;
}
