import type { JsonObject } from '../../base/json.ts';
import { type ApiAccess, type ApiAnswer, callApi } from '../api.ts';
import type { Place } from '../messages.ts';
import type { ElementParts } from './element.ts';
import { misuse } from './integrationError.ts';

/** One `Stripe(…)`: who calls, and how the browser leaves the page. */
export interface StripeContext {
  readonly access: ApiAccess;
  /** Leads the page elsewhere. */
  readonly leave: (url: string) => void;
}

/** A request, and the Element that holds what the page does not know. */
export interface EntryRequest {
  /** Under `/v1/`. */
  readonly path: string;
  readonly params: JsonObject;
  readonly element: ElementParts | null;
  readonly place: Place;
}

/** Sends a request: from the Element's frame, where there is one. */
export function send(
  { access }: StripeContext,
  { element, params, path, place }: EntryRequest,
): Promise<ApiAnswer> {
  if (element === null) return callApi(access, 'POST', path, params);
  const siblings = element.type === 'cardNumber' ? element.siblings() : [];
  return element.call({ path, params, place, siblings });
}

/** Stripe's way to answer: an object with the result, or with the error. */
export type Result = { readonly error: JsonObject } | Readonly<Record<string, JsonObject>>;

export const resultOf = (answer: ApiAnswer, name: string): Result =>
  answer.ok ? { [name]: answer.body } : { error: answer.error };

const HOLDS_CARD = ['card', 'cardNumber'] as const;

/**
 * An Element that a card can be taken of.
 *
 * @throws IntegrationError where it is another one
 */
export function checkCardElement(caller: string, parts: ElementParts): ElementParts {
  if (HOLDS_CARD.some((each) => each === parts.type)) return parts;
  return misuse(
    `stripe.${caller} takes the Element "card" or "cardNumber" for a card, and has got "${parts.type}". ${
      parts.type === 'payment'
        ? 'For the Payment Element give { elements }.'
        : 'The others of its group are found by themselves.'
    }`,
  );
}
