import type { JsonObject } from '../../base/json.ts';
import type { CardBrand, FieldProblem } from '../cardFields.ts';
import { merge } from '../form.ts';
import type { EntryCall, EntryState, FrameSettings, Place } from '../messages.ts';

/** What is entered in a frame, or the part of a card that is. */
export interface Entry {
  readonly problem: FieldProblem | null;
  /** As `payment_method_data` takes it. */
  readonly method: JsonObject;
  /** As `payment_method_options` takes it. */
  readonly options: JsonObject;
}

/** The fields of one Element. */
export interface EntryForm {
  readonly root: HTMLElement;
  state(): EntryState;
  entry(): Entry;
  /** Tells the customer of everything that is wrong. */
  reveal(): void;
  focus(): void;
  clear(): void;
  update(settings: FrameSettings): void;
  /** The brand, where the number is in another frame. */
  setBrand?(brand: CardBrand): void;
}

/** What several frames hold of one card, in one. The first problem counts. */
export const joinEntries = (entries: readonly Entry[]): Entry => ({
  problem: entries.find(({ problem }) => problem !== null)?.problem ?? null,
  method: entries.reduce<JsonObject>((all, { method }) => merge(all, method), {}),
  options: entries.reduce<JsonObject>((all, { options }) => merge(all, options), {}),
});

/** A problem as Stripe's error object. */
export const validationError = ({ code, message }: FieldProblem) =>
  ({ type: 'validation_error', code, message }) as const;

const optionsOf = ({ options }: Entry): JsonObject =>
  Object.keys(options).length > 0 ? { payment_method_options: options } : {};

const PLACES: Readonly<Record<Place, (entry: Entry) => JsonObject>> = {
  method: ({ method }) => method,
  data: (entry) => ({ payment_method_data: entry.method, ...optionsOf(entry) }),
  token: ({ method: { billing_details, card } }) => {
    const { address } = (billing_details ?? {}) as { address?: { postal_code?: string } };
    return { card: merge({ address_zip: address?.postal_code }, card as JsonObject) };
  },
  cvc: ({ method: { card } }) => ({
    payment_method_options: { card: { cvc: (card as JsonObject).cvc } },
  }),
};

/** A request's parameters with what was entered. What the page says itself counts more. */
export const withEntry = ({ params, place }: EntryCall, entry: Entry): JsonObject =>
  merge(PLACES[place](entry), params);
