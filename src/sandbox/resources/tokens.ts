import { newId } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import { cardDetails, enteredCard } from '../operations/cardEntry.ts';
import { checkSize } from '../request/bounds.ts';
import { anything, matching, readParams, text } from '../request/readers.ts';
import type { CardToken } from '../world/cardToken.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import type { ResourceRequest, Route } from './resource.ts';

/** The names of stripe 23.1.0, `TokenCreateParams.Card`. */
const CARD = matching({
  number: anything,
  exp_month: anything,
  exp_year: anything,
  cvc: anything,
  name: text,
  address_city: text,
  address_country: text,
  address_line1: text,
  address_line2: text,
  address_state: text,
  address_zip: text,
  currency: text,
  networks: anything,
});

/** Tokens of bank accounts, persons and documents are Connect's, and not the sandbox's. */
const CREATE = { card: CARD } as const;

/** Brands as a Card has them (stripe 23.1.0, `Cards.d.ts`). */
const BRANDS: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'MasterCard',
  unionpay: 'UnionPay',
  visa: 'Visa',
};

/** The lines of an address by the names that a Card has for them. */
const ADDRESS_NAMES = {
  address_city: 'city',
  address_country: 'country',
  address_line1: 'line1',
  address_line2: 'line2',
  address_state: 'state',
  address_zip: 'postal_code',
} as const;

function presentCard({ address, cardId, details, name }: CardToken): JsonObject {
  const { brand, checks, country, exp_month, exp_year, fingerprint, funding, last4 } = details;
  const lines = Object.entries(ADDRESS_NAMES).map(([own, line]) => [own, address[line] ?? null]);
  return {
    id: cardId,
    object: 'card',
    ...Object.fromEntries(lines),
    address_line1_check: null,
    address_zip_check: null,
    brand: lookup(BRANDS, brand) ?? 'Unknown',
    country,
    cvc_check: (checks as JsonObject | undefined)?.cvc_check ?? null,
    dynamic_last4: null,
    exp_month,
    exp_year,
    fingerprint,
    funding,
    last4,
    metadata: {},
    name,
    networks: { preferred: null },
    regulated_status: details.regulated_status,
    tokenization_method: null,
    wallet: null,
  };
}

/** A token as Stripe shows it (stripe 23.1.0, `Tokens.d.ts`). */
const presentCardToken = (
  token: CardToken,
  time: (milliseconds: number) => number,
): JsonObject => ({
  id: token.id,
  object: 'token',
  card: presentCard(token),
  client_ip: null,
  created: time(token.created),
  livemode: false,
  type: 'card',
  used: token.used,
});

function addressIn(card: JsonObject): JsonObject {
  const lines = Object.entries(ADDRESS_NAMES).map(([name, line]) => [line, card[name]]);
  return Object.fromEntries(lines.filter(([, value]) => value !== undefined));
}

const show = (token: CardToken, { dialect }: RequestContext) =>
  presentCardToken(token, dialect.time);

function create({ raw, context }: ResourceRequest): object {
  const { card: entered } = readParams(CREATE, raw);
  if (entered === undefined) throw problems.missing('card');
  const card = enteredCard(entered, 'card');
  const { account, dialect, now, random, store } = context;
  const token = checkSize<CardToken>({
    id: newId('tok', dialect.name, random),
    dialect: dialect.name,
    account,
    created: now(),
    cardId: newId('card', dialect.name, random),
    behaviour: card.behaviour,
    details: cardDetails(card, entered, context),
    name: entered.name ?? null,
    address: addressIn(entered),
    used: false,
  });
  store.cardTokens.set(token.id, token);
  return show(token, context);
}

function retrieve({ path, context }: ResourceRequest): object {
  const { id = '' } = path;
  const token = context.store.cardTokens.get(id);
  if (!token || !isOwnedBy(context)(token)) throw problems.noSuch('token', id);
  return show(token, context);
}

/** Tokens of cards, as Stripe's script makes them in a browser. */
export const TOKEN_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/tokens', rules: CREATE, publishable: true, run: create },
  { method: 'GET', path: '/tokens/:id', rules: {}, run: retrieve },
];
