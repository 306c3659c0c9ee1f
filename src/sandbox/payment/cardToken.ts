import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import type { PaymentMethod } from './intent.ts';

/** A card that a browser has entered, for one payment method (`POST /v1/tokens`). */
export interface CardToken {
  readonly id: string;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  /** Milliseconds. */
  readonly created: number;
  readonly cardId: string;
  readonly behaviour: PaymentMethod['behaviour'];
  /** As a payment method shows them. */
  readonly details: JsonObject;
  readonly name: string | null;
  /** The lines of the address that were sent: `line1`, `postal_code`, … */
  readonly address: JsonObject;
  readonly used: boolean;
}

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
export const ADDRESS_NAMES = {
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
export const presentCardToken = (
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
