import { BANKS, COUNTRIES } from './banks.ts';
import { readEmail } from './email.ts';
import type { FieldName } from './method.ts';
import type { Folded, InputNormalization } from './normalizeInput.ts';
import { readPhone } from './phone.ts';
import { MOBILE_MONEY, UPI_APPS } from './providers.ts';
import { readState } from './states.ts';
import { readTaxId } from './taxId.ts';

/** How one kind of value is understood. `fieldInputs.ts` has how it is entered. */
export interface Field {
  /** How what is entered is folded before {@link read} sees it. */
  readonly as: InputNormalization;
  /**
   * What the gateway is sent for what was entered, or null where it cannot be right.
   * @param type the payment method's.
   */
  readonly read: (entered: Folded, type: string) => string | null;
  /** Chosen from a list. */
  readonly isChosen?: true;
}

const LETTER = /[^\P{L}\p{DI}]/u;
const LETTER_OR_DIGIT = /[^\P{L}\p{DI}]|\d/u;
/** OXXO wants two words of two letters or more (Stripe's documents). */
const TWO_WORDS = /^\S\S+( \S+)* \S\S+$/;

const matching = (pattern: RegExp) => (entered: Folded) => (pattern.test(entered) ? entered : null);

/** BLIK's six digits, alone or in the message that they came with: `BLIK: 123 456`. */
function readCode(entered: Folded): string | null {
  const joined = entered.replace(/(\d)[ ().\-/]+(?=\d)/g, '$1');
  const codes = joined.match(/[\p{L}\d]+/gu)?.filter((word) => /^\d{6}$/.test(word)) ?? [];
  return codes.length === 1 ? (codes[0] ?? null) : null;
}

/** A CEP, 00000-000; some write 00.000-000. */
function readCep(entered: Folded): string | null {
  const [, digits = ''] = /^\D*([\d ./-]+)$/.exec(entered) ?? [];
  const [, first, last] = /^(\d{5})(\d{3})$/.exec(digits.replace(/\D/g, '')) ?? [];
  return first ? `${first}-${last}` : null;
}

/** A postal code of any country, with what some put before it: `〒100-0001`. */
function readPostalCode(entered: Folded): string | null {
  const code = entered
    .replace(/^\u3012 ?|^[^\d:]*: ?/, '')
    .replace(/\u30fc/g, '-')
    .toUpperCase();
  return /^[A-Z\d]([A-Z\d -]{0,10}[A-Z\d])?$/.test(code) ? code : null;
}

const among = (list: readonly string[] | undefined, value: string) =>
  list?.includes(value) ? value : null;

/** The kinds of values, a row each. */
export const FIELDS: Readonly<Record<FieldName, Field>> = {
  name: {
    as: 'words',
    read: (entered, type) => matching(type === 'oxxo' ? TWO_WORDS : LETTER)(entered),
  },
  email: {
    as: 'characters',
    read: readEmail,
  },
  phone: {
    as: 'characters',
    // WooshPay wants an MSISDN, which has no "+" (docs.wooshpay.com/7196715m0).
    read: (entered, type) => {
      const number = readPhone(entered, type);
      return type === 'mobile_money' ? (number?.slice(1) ?? null) : number;
    },
  },
  taxId: { as: 'characters', read: readTaxId },
  bank: {
    as: 'characters',
    read: (value, type) =>
      among(
        BANKS[type]?.map(([bank]) => bank),
        value,
      ),
    isChosen: true,
  },
  code: {
    as: 'characters',
    read: readCode,
  },
  line1: {
    as: 'words',
    read: matching(LETTER_OR_DIGIT),
  },
  city: { as: 'words', read: matching(LETTER) },
  state: {
    as: 'words',
    read: (entered, type) => (type === 'boleto' ? readState : matching(LETTER_OR_DIGIT))(entered),
  },
  postalCode: {
    as: 'characters',
    read: (entered, type) => (type === 'boleto' ? readCep : readPostalCode)(entered),
  },
  country: {
    as: 'characters',
    read: (value, type) => among(COUNTRIES[type], value),
    isChosen: true,
  },
  provider: {
    as: 'characters',
    read: (value) =>
      among(
        MOBILE_MONEY.map(({ code }) => code),
        value,
      ),
    isChosen: true,
  },
  app: { as: 'characters', read: (value) => among(UPI_APPS, value), isChosen: true },
};
