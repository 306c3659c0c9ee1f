import type { JsonObject } from '../base/json.ts';

/** One scheme of bank transfers: the currency that it moves, and the accounts that take it. */
export interface TransferScheme {
  readonly currency: string;
  /** Of the accounts: ISO 3166, upper case. */
  readonly country: string;
  readonly accounts: readonly JsonObject[];
}

interface Where {
  readonly country: string;
  readonly city: string;
  readonly line1: string;
  readonly postal_code: string;
  readonly state?: string;
}

const address = ({ city, country, line1, postal_code, state = '' }: Where) => ({
  line1,
  line2: null,
  postal_code,
  city,
  state: state || null,
  country,
});

/** The fields that every account has. The people and the bank do not exist. */
const holder = (where: Where) => ({
  account_holder_name: 'Paystep sandbox',
  account_holder_address: address(where),
  bank_address: address({ ...where, line1: `${where.line1} (bank)` }),
});

const account = (
  type: string,
  supported_networks: readonly string[],
  details: JsonObject,
): JsonObject => ({
  type,
  supported_networks,
  [type]: details,
});

const BANK = { bank_name: 'Test bank' } as const;

const GERMANY = { country: 'DE', city: 'Berlin', line1: 'Teststraße 1', postal_code: '10115' };
const BRITAIN = { country: 'GB', city: 'London', line1: '1 Test Street', postal_code: 'EC1A 1BB' };
const JAPAN = { country: 'JP', city: '千代田区', line1: '試験町1-1', postal_code: '100-0001' };
const MEXICO = {
  country: 'MX',
  city: 'Ciudad de México',
  line1: 'Calle de Prueba 1',
  postal_code: '06000',
};
const AMERICA = {
  country: 'US',
  city: 'San Francisco',
  line1: '1 Test Street',
  postal_code: '94103',
  state: 'CA',
};

/**
 * Accounts of a transfer in euros, by the countries of stripe 23.1.0
 * (`CustomerBalance.BankTransfer.EuBankTransfer.Country`): the examples of the IBAN Registry.
 */
export const EURO_IBANS: Readonly<Record<string, string>> = {
  BE: 'BE68539007547034',
  DE: 'DE89370400440532013000',
  ES: 'ES9121000418450200051332',
  FR: 'FR1420041010050500013M02606',
  IE: 'IE29AIBK93115212345678',
  NL: 'NL91ABNA0417164300',
};

/** The fields are those of `FinancialAddress` in stripe-node. No account exists. */
export const TRANSFER_SCHEMES: Readonly<Record<string, TransferScheme>> = {
  eu_bank_transfer: {
    currency: 'eur',
    country: 'DE',
    accounts: [
      account('iban', ['sepa'], {
        ...holder(GERMANY),
        bic: 'TESTDEFF',
        country: 'DE',
        iban: 'DE89370400440532013000',
      }),
    ],
  },
  gb_bank_transfer: {
    currency: 'gbp',
    country: 'GB',
    accounts: [
      account('sort_code', ['bacs', 'fps', 'chaps'], {
        ...holder(BRITAIN),
        account_number: '00012345',
        sort_code: '108800',
      }),
    ],
  },
  us_bank_transfer: {
    currency: 'usd',
    country: 'US',
    accounts: [
      account('aba', ['ach', 'domestic_wire_us'], {
        ...holder(AMERICA),
        ...BANK,
        account_number: '000123456789',
        account_type: 'checking',
        routing_number: '110000000',
      }),
      account('swift', ['swift'], {
        ...holder(AMERICA),
        ...BANK,
        account_number: '000123456789',
        account_type: 'checking',
        swift_code: 'TESTUS99XXX',
      }),
    ],
  },
  jp_bank_transfer: {
    currency: 'jpy',
    country: 'JP',
    accounts: [
      account('zengin', ['zengin'], {
        ...holder(JAPAN),
        ...BANK,
        account_number: '0001234',
        account_type: 'futsu',
        bank_code: '1100',
        branch_code: '000',
        branch_name: 'Test branch',
      }),
    ],
  },
  mx_bank_transfer: {
    currency: 'mxn',
    country: 'MX',
    accounts: [
      account('spei', ['spei'], {
        ...holder(MEXICO),
        ...BANK,
        bank_code: '000',
        clabe: '000000001234567897',
      }),
    ],
  },
};
