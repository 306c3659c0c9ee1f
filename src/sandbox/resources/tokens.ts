import { newId } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { cardDetails, enteredCard } from '../operations/cardEntry.ts';
import { ADDRESS_NAMES, type CardToken, presentCardToken } from '../payment/cardToken.ts';
import { checkSize } from '../request/bounds.ts';
import { anything, matching, readParams, text } from '../request/readers.ts';
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
const CREATE = { card: CARD, expand: anything } as const;

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
  { method: 'GET', path: '/tokens/:id', rules: { expand: anything }, run: retrieve },
];
