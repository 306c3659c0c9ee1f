import type { Hash } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import type { CardBehaviour, Decline } from '../payment/cards.ts';
import type { NextAction } from '../payment/intent.ts';
import type { Place } from '../payment/place.ts';

/** What a payment method is told about the attempt it takes part in. */
export interface Occasion {
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
  readonly options: Hash;
  /** `payment_method_data[type]`, as far as it is kept. */
  readonly details: Hash;
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
export type Planner = (occasion: Occasion) => Plan;

export const approves: Planner = () => ({ kind: 'approve' });
export const defers: Planner = () => ({ kind: 'defer' });

type Payload = (occasion: Occasion) => Hash;

/** An action whose payload sits under the key named by its type, as both gateways document it. */
export function asks(place: Place, type: string, payload: Payload): Planner {
  return (occasion) => ({
    kind: 'ask',
    place,
    wire: { type, [type]: payload(occasion) },
    expiresAt: occasion.expiresAt,
  });
}

/** The same with an end that the gateway itself sets where the caller sets none. */
export function asksFor(seconds: number, place: Place, type: string, payload: Payload): Planner {
  const planner = asks(place, type, payload);
  return (occasion) =>
    planner({ ...occasion, expiresAt: occasion.expiresAt ?? occasion.now + seconds * 1000 });
}

/** An action that tells nothing: the customer agrees in an app that knows of the payment. */
export const awaits = (seconds: number, type: string): Planner =>
  asksFor(seconds, 'none', type, () => ({}));

/**
 * A method with several actions. The gateways choose by what no request says, so the sandbox has an
 * option of its own: `payment_method_options[klarna][sandbox_action]=display_qr_code`.
 */
export function choices(usual: Planner, others: Readonly<Record<string, Planner>>): Planner {
  return (occasion) => {
    const { sandbox_action: chosen } = occasion.options;
    if (chosen === undefined) return usual(occasion);
    const planner = lookup(others, chosen);
    if (planner) return planner(occasion);
    throw problems.notOneOf('sandbox_action', String(chosen), Object.keys(others));
  };
}

/** The plain redirect of both gateways. */
export const redirects = (place: Place): Planner =>
  asks(place, 'redirect_to_url', (occasion) => ({
    return_url: occasion.requireReturnUrl(),
    url: occasion.page(place),
  }));

/** `expires_at` in seconds, only where there is an end. */
export const expiry = ({ expiresAt }: Occasion): Hash =>
  expiresAt === null ? {} : { expires_at: Math.floor(expiresAt / 1000) };

/** Pictures of the code that `data` holds; some actions have nothing else to scan. */
export const codeImages = (occasion: Occasion): Hash => ({
  image_url_png: `${occasion.page('qr')}.png`,
  image_url_svg: `${occasion.page('qr')}.svg`,
});

/** A dialect's own answers to the cards that are not simply charged or declined. */
interface CardPlanners {
  readonly authenticate: Planner;
  readonly frictionless: Planner;
  readonly notice: Planner;
}

/** A card that passes without its owner: always, or once it was set up for that. */
function skipsChallenge(card: CardBehaviour, { offSession, setUp }: Occasion): boolean {
  if (card.kind !== 'challenge' || !offSession) return false;
  return card.offSession === 'passes' || (card.offSession === 'passes once set up' && setUp);
}

export function planCard({ authenticate, frictionless, notice }: CardPlanners): Planner {
  return (occasion) => {
    const card = cardBehaviour(occasion);
    if (card.kind === 'decline') return { kind: 'refuse', decline: card.decline };
    if (card.kind === 'frictionless') return frictionless(occasion);
    if (card.kind === 'notice') return notice(occasion);
    if (card.kind !== 'challenge') return { kind: 'approve' };
    return skipsChallenge(card, occasion) ? { kind: 'approve' } : authenticate(occasion);
  };
}

const ASKED_FOR: Readonly<Record<string, CardBehaviour>> = {
  any: { kind: 'frictionless' },
  challenge: { kind: 'challenge' },
};

/** How the card behaves this time: one that needs nothing can still be asked for 3-D Secure. */
export function cardBehaviour({ card, options }: Occasion): CardBehaviour {
  const behaviour = card ?? ({ kind: 'approve' } as const);
  const asked = lookup(ASKED_FOR, options.request_three_d_secure);
  if (behaviour.kind !== 'approve' || !asked) return behaviour;
  return behaviour.whenAsked ?? asked;
}
