import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import { cardByName, cardByNumber, type Decline, type TestCard } from '../payment/cards.ts';
import { text } from '../request/readers.ts';
import type { CardToken } from '../world/cardToken.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';

const invalid = (param: NonNullable<Decline['param']>, code: string, what: string): Decline => ({
  code,
  message: `Your card's ${what} is invalid.`,
  param,
});

const INVALID = {
  cvc: invalid('cvc', 'invalid_cvc', 'security code'),
  month: invalid('exp_month', 'invalid_expiry_month', 'expiration month'),
  year: invalid('exp_year', 'invalid_expiry_year', 'expiration year'),
} as const;

/** The expiry month or year; if it is missing, the test card's. */
function expiry(entered: unknown, usual: number, pattern: RegExp, problem: Decline): number {
  const digits = String(entered ?? usual);
  if (!pattern.test(digits)) throw problems.declined(problem);
  return Number(digits);
}

/**
 * Stripe refuses a year in the past and one "more than 50 years in the future" (stripe-ios#552).
 */
function checkYear(year: number, { now }: RequestContext): void {
  const thisYear = new Date(now()).getUTCFullYear();
  if (year < thisYear || year > thisYear + 50) throw problems.declined(INVALID.year);
}

const hasCode = ({ cvc }: JsonObject) => (cvc ?? '') !== '';
const isCode = (cvc: unknown) => /^\d{3,4}$/.test(String(cvc));

interface Expiry {
  readonly exp_month: number;
  readonly exp_year: number;
}

/** Checks expiry and security code; throws the first decline. */
function checked(entered: JsonObject, context: RequestContext): Expiry {
  const { strict } = context.dialect;
  const exp_month = expiry(entered.exp_month, 12, /^(0?[1-9]|1[0-2])$/, INVALID.month);
  const year = expiry(entered.exp_year, 2034, /^(\d{2}|[2-9]\d{3})$/, INVALID.year);
  const exp_year = year + (year < 100 ? 2000 : 0);
  if (strict) checkYear(exp_year, context);
  if (strict && hasCode(entered) && !isCode(entered.cvc)) throw problems.declined(INVALID.cvc);
  return { exp_month, exp_year };
}

/** What an update of a card changes: its expiry, and the network that the customer prefers. */
export function updatedCard(
  details: JsonObject,
  { networks, ...dates }: JsonObject,
  context: RequestContext,
): JsonObject {
  const { exp_month, exp_year } = details;
  const expiry = checked({ exp_month, exp_year, ...dates }, context);
  if (networks === undefined) return { ...expiry };
  return {
    ...expiry,
    networks: { ...(details.networks as JsonObject), ...(networks as JsonObject) },
  };
}

/** Not even where the merchant asks for it. */
const isWithout3ds = ({ behaviour }: TestCard) =>
  behaviour.kind === 'approve' && behaviour.whenAsked?.kind === 'approve';

/** Brands that are displayed under another word (Stripe's types, `PaymentMethod.Card.display_brand`). */
const DISPLAY_BRANDS: Readonly<Record<string, string>> = {
  amex: 'american_express',
  diners: 'diners_club',
  unionpay: 'union_pay',
};

/** The network that the customer prefers, as it was sent: no test card here has two. */
function preferredOf({ networks }: JsonObject): string | null {
  const { preferred } = { ...(networks as JsonObject | undefined) };
  return typeof preferred === 'string' ? preferred : null;
}

/** What may be shown of a card, with every field in Stripe's types. */
export function cardDetails(
  card: TestCard,
  entered: JsonObject,
  context: RequestContext,
): JsonObject {
  const { brand, country, fingerprint, funding, last4 } = card;
  return {
    ...checked(entered, context),
    brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: hasCode(entered) ? 'unchecked' : null,
    },
    country,
    display_brand: lookup(DISPLAY_BRANDS, brand) ?? brand,
    fingerprint,
    funding,
    generated_from: null,
    last4,
    networks: { available: [brand], preferred: preferredOf(entered) },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: !isWithout3ds(card) },
    wallet: null,
  };
}

/** The token that a browser has made of a card, which is used by this; null where none is named. */
export function spendCardToken(
  { token: id }: JsonObject,
  param: string,
  context: RequestContext,
): CardToken | null {
  const { cardTokens } = context.store;
  const token = typeof id === 'string' ? cardTokens.get(id) : undefined;
  if (!token || !isOwnedBy(context)(token)) return null;
  if (token.used) throw problems.cardTokenUsed(`${param}[token]`);
  cardTokens.set(token.id, { ...token, used: true });
  return token;
}

/** The test card by its number or by a token. */
export function enteredCard(entered: JsonObject, param: string): TestCard {
  const { number, token } = entered;
  const known = token === undefined ? undefined : cardByName(String(token), 'tok_');
  if (known) return known;
  if (token !== undefined)
    throw problems.noToken(text(token, `${param}[token]`), `${param}[token]`);
  if (number === undefined) throw problems.missing(`${param}[number]`);
  return cardByNumber(text(String(number), `${param}[number]`));
}
