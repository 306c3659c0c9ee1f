import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import { anything, list, object, oneOf, readParams } from '../request/readers.ts';
import { EURO_IBANS, TRANSFER_SCHEMES } from './bankAccounts.ts';

/** Where a customer sends money, as both the instructions of a payment and of a balance show it. */
export interface BankTransfer {
  /** `eu_bank_transfer` and so on. */
  readonly type: string;
  /** Of the accounts: ISO 3166, upper case. */
  readonly country: string;
  readonly accounts: readonly JsonObject[];
}

/** Stripe's own fixture for `payment_intent.partially_funded` (stripe/stripe-cli) has this name. */
const OLDER_NAMES: Readonly<Record<string, string>> = { jp_bank_account: 'jp_bank_transfer' };

/** The name under which a type is shown. */
export const transferType = (type: string): string => lookup(OLDER_NAMES, type) ?? type;

const typesOfCurrency = (currency: string) =>
  Object.keys(TRANSFER_SCHEMES).filter((type) => TRANSFER_SCHEMES[type]?.currency === currency);

/** The type that moves a currency; throws for a currency that no bank transfer has. */
export function transferTypeOf(currency: string): string {
  const [type] = typesOfCurrency(currency);
  if (type !== undefined) return type;
  const known = Object.values(TRANSFER_SCHEMES).map((scheme) => scheme.currency);
  throw problems.notOneOf('currency', currency, known);
}

function typeOf(type: unknown, currency: string, name: string): string {
  if (type === undefined) return transferTypeOf(currency);
  const known = transferType(String(type));
  if (Object.hasOwn(TRANSFER_SCHEMES, known)) return known;
  throw problems.notOneOf(`${name}[type]`, String(type), Object.keys(TRANSFER_SCHEMES));
}

/** The names of stripe 23.1.0, `PaymentIntentCreateParams.PaymentMethodOptions.CustomerBalance`. */
const addressType = oneOf('aba', 'iban', 'sepa', 'sort_code', 'spei', 'swift', 'zengin');

/** The type of account that a requested address type means. */
const accountType = (requested: string) => (requested === 'sepa' ? 'iban' : requested);

/** The accounts of the requested types; all of them where none is requested. */
function requested(accounts: readonly JsonObject[], types: unknown, name: string) {
  if (types === undefined) return accounts;
  const wanted = list(types, name).map((type) => accountType(addressType(type, name)));
  const found = accounts.filter((account) => wanted.includes(String(account.type)));
  if (found.length > 0) return found;
  throw problems.notOneOf(
    name,
    wanted.join(', '),
    accounts.map((account) => String(account.type)),
  );
}

const RULES = { country: oneOf(...Object.keys(EURO_IBANS)) } as const;

/** The country of a transfer in euros is the merchant's choice. */
function countryOf(transfer: JsonObject, type: string, name: string): string {
  const chosen = readParams(RULES, object(transfer[type] ?? {}, `${name}[${type}]`), (key) => {
    return `${name}[${type}][${key}]`;
  });
  return chosen.country ?? TRANSFER_SCHEMES[type]?.country ?? '';
}

/** An account in euros with the number of its country. */
const inCountry = (account: JsonObject, country: string): JsonObject => {
  const iban = lookup(EURO_IBANS, country);
  if (account.type !== 'iban' || iban === undefined) return account;
  return { ...account, iban: { ...(account.iban as JsonObject), country, iban } };
};

/** Reads `bank_transfer`: the type, or that of the currency, and the accounts that take it. */
export function readBankTransfer(value: unknown, currency: string, name: string): BankTransfer {
  const transfer = readParams(
    { eu_bank_transfer: anything, requested_address_types: anything, type: anything },
    object(value ?? {}, name),
  );
  const type = typeOf(transfer.type, currency, name);
  const { accounts = [] } = lookup(TRANSFER_SCHEMES, type) ?? {};
  const country = countryOf(transfer, type, name);
  const { requested_address_types: types } = transfer;
  return {
    type,
    country,
    accounts: requested(accounts, types, `${name}[requested_address_types]`).map((account) =>
      inCountry(account, country),
    ),
  };
}

/** What a bank says of who has sent money, under the name of the type. Nobody of them exists. */
const SENDERS: Readonly<Record<string, JsonObject>> = {
  eu_bank_transfer: { bic: 'TESTDEFF', iban_last4: '3000' },
  gb_bank_transfer: { account_number_last4: '2345', sort_code: '108800' },
  jp_bank_transfer: { sender_bank: 'Test bank', sender_branch: 'Test branch' },
  us_bank_transfer: { network: 'ach' },
};

/** `funded.bank_transfer` of a cash balance's transaction. Stripe has no details of Mexico's. */
export function fundedBy(currency: string, reference: string | null): JsonObject {
  const type = transferTypeOf(currency);
  const sender = lookup(SENDERS, type);
  const details = sender && { [type]: { ...sender, sender_name: 'Paystep sandbox customer' } };
  return { bank_transfer: { ...details, reference, type } };
}
