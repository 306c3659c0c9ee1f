import { BANKS, COUNTRIES } from './banks.ts';
import type { FieldName } from './method.ts';
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

/** Where the customer writes a number without its country: these methods know one country only. */
const DIALING: Readonly<Record<string, string>> = { mb_way: '351', bizum: '34' };

/** E.164, as the gateways want it. A national number gets its country's code, where there is one. */
function readPhone(entered: string, type: string): string | null {
  const digits = entered.replace(/[\s().\-/]/g, '').replace(/^00/, '+');
  const code = DIALING[type];
  const whole = digits.startsWith('+') || !code ? digits : `+${code}${digits}`;
  return /^\+[1-9]\d{6,14}$/.test(whole) ? whole : null;
}

function readCode(entered: string): string | null {
  const digits = entered.replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
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
  // `name@bank`: NPCI's "virtual payment address".
  vpa: {
    input: { inputMode: 'email', autoComplete: 'off' },
    read: matching(/^[\w.-]{2,256}@[a-z][a-z0-9.-]{1,63}$/i),
  },
  line1: { input: { autoComplete: 'address-line1' }, read: matching(ANYTHING) },
  city: { input: { autoComplete: 'address-level2' }, read: matching(ANYTHING) },
  state: { input: { autoComplete: 'address-level1' }, read: matching(ANYTHING) },
  postalCode: {
    input: { autoComplete: 'postal-code' },
    // A CEP is 00000-000.
    read: (entered, type) => matching(type === 'boleto' ? /^\d{5}-?\d{3}$/ : ANYTHING)(entered),
  },
  country: {
    input: { autoComplete: 'country' },
    read: (value, type) => among(COUNTRIES[type], value),
    isChosen: true,
  },
};
