import { BANKS, COUNTRIES } from './banks.ts';
import type { FieldName } from './method.ts';
import { readState } from './states.ts';
import { readTaxId } from './taxId.ts';

/** How one kind of value is entered and understood. */
export interface Field {
  /** Attributes of its input; `autoComplete` as in the HTML standard. */
  readonly input: {
    readonly type?: 'email' | 'tel';
    readonly inputMode?: 'numeric' | 'email' | 'tel';
    readonly autoComplete: string;
    readonly maxLength?: number;
  };
  /**
   * What the gateway is sent for what was entered, or null where it cannot be right.
   * @param type the payment method's.
   */
  readonly read: (entered: string, type: string) => string | null;
  /** Good for one attempt only: it is asked for anew. */
  readonly once?: true;
  /** Chosen from a list. */
  readonly isChosen?: true;
}

const matching = (pattern: RegExp) => (entered: string) => {
  const value = entered.trim().replace(/\s+/g, ' ');
  return pattern.test(value) ? value : null;
};

const ANYTHING = /\S/;

/** What people and address books put between digits: spaces, dashes of all kinds, marks of direction. */
const BETWEEN = /[\s().\p{Pd}\p{Cf}/]/gu;

/** Where a number may be written without its country: these methods know one country only. */
const HOME: Readonly<Record<string, readonly [code: string, mobile: RegExp]>> = {
  mb_way: ['351', /^9\d{8}$/],
  bizum: ['34', /^[67]\d{8}$/],
};

/** E.164, as the gateways want it. A national number gets its country's code, where there is one. */
function readPhone(entered: string, type: string): string | null {
  const digits = entered.replace(BETWEEN, '').replace(/^00/, '+');
  const [code = '', mobile = /^$/] = HOME[type] ?? [];
  // With the country's code, but without the plus.
  const national = digits.startsWith(code) ? digits.slice(code.length) : digits;
  const found = [digits, national].find((number) => mobile.test(number));
  const whole = found ? `+${code}${found}` : digits;
  return /^\+[1-9]\d{6,14}$/.test(whole) ? whole : null;
}

function readCode(entered: string): string | null {
  const digits = entered.replace(BETWEEN, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** A CEP, 00000-000; some write 00.000-000. */
function readCep(entered: string): string | null {
  const digits = entered.replace(BETWEEN, '');
  return /^\d{8}$/.test(digits) ? digits.replace(/(?=\d{3}$)/, '-') : null;
}

const among = (list: readonly string[] | undefined, value: string) =>
  list?.includes(value) ? value : null;

/** The kinds of values, a row each. */
export const FIELDS: Readonly<Record<FieldName, Field>> = {
  // OXXO wants two words of two letters or more (Stripe's documents); others one name at least.
  name: {
    input: { autoComplete: 'name' },
    read: (entered, type) => matching(type === 'oxxo' ? /^\S\S+( \S+)* \S\S+$/ : ANYTHING)(entered),
  },
  email: {
    input: { type: 'email', inputMode: 'email', autoComplete: 'email' },
    read: matching(/^[^\s@]+@[^\s@]+\.[^\s@.]+$/),
  },
  phone: {
    input: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
    read: readPhone,
  },
  taxId: { input: { autoComplete: 'off', maxLength: 18 }, read: readTaxId },
  bank: {
    input: { autoComplete: 'off' },
    read: (value, type) =>
      among(
        BANKS[type]?.map(([bank]) => bank),
        value,
      ),
    isChosen: true,
  },
  code: {
    input: { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 7 },
    read: readCode,
    once: true,
  },
  line1: { input: { autoComplete: 'address-line1' }, read: matching(ANYTHING) },
  city: { input: { autoComplete: 'address-level2' }, read: matching(ANYTHING) },
  state: {
    input: { autoComplete: 'address-level1' },
    read: (entered, type) => (type === 'boleto' ? readState : matching(ANYTHING))(entered),
  },
  postalCode: {
    input: { autoComplete: 'postal-code' },
    read: (entered, type) => (type === 'boleto' ? readCep : matching(ANYTHING))(entered),
  },
  country: {
    input: { autoComplete: 'country' },
    read: (value, type) => among(COUNTRIES[type], value),
    isChosen: true,
  },
};
