import type { Decline } from './cards.ts';
import { problems } from './errors.ts';
import type { Hash } from './intent.ts';
import { lookup } from './lookup.ts';

/** What Stripe cannot make a payment method without, by its documents of each type. */
interface Needs {
  readonly billing?: readonly string[];
  /** Under the method's own key. */
  readonly own?: readonly string[];
}

const NEEDS: Readonly<Record<string, Needs>> = {
  afterpay_clearpay: { billing: ['name', 'email', 'address'] },
  bancontact: { billing: ['name'] },
  boleto: { billing: ['name', 'email', 'address'], own: ['tax_id'] },
  eps: { billing: ['name'] },
  fpx: { own: ['bank'] },
  giropay: { billing: ['name'] },
  klarna: { billing: ['email', 'address'] },
  konbini: { billing: ['name', 'email'] },
  mb_way: { billing: ['phone'] },
  bizum: { billing: ['phone'] },
  multibanco: { billing: ['email'] },
  oxxo: { billing: ['name', 'email'] },
  p24: { billing: ['email'] },
  promptpay: { billing: ['email'] },
  sofort: { own: ['country'] },
};

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

/** Throws for the first thing that is missing; `param` writes a name as it stands in the request. */
export function checkNeeds(
  type: string,
  billing: Hash,
  own: Hash,
  param: (name: string) => string,
): void {
  const needs = lookup(NEEDS, type);
  const noBilling = needs?.billing?.find((name) => isEmpty(billing[name]));
  if (noBilling) throw problems.missing(`${param('billing_details')}[${noBilling}]`);
  const noOwn = needs?.own?.find((name) => isEmpty(own[name]));
  if (noOwn) throw problems.missing(`${param(type)}[${noOwn}]`);
  // As its length and digits tell; whether the check digits agree is left to the tax office.
  if (type === 'boleto' && !/^(\d{11}|[0-9A-Z]{12}\d{2})$/.test(bare(own.tax_id))) {
    throw problems.invalid(
      'The tax ID is neither a CPF (11 digits) nor a CNPJ (14 characters).',
      'tax_id_invalid',
      `${param(type)}[tax_id]`,
    );
  }
}

const bare = (value: unknown) => String(value).replace(/[\s./-]/g, '');

/** A demo customer, who has everything that any method asks for. */
export const SAMPLE_BILLING = {
  name: 'Jenny Rosen',
  email: 'jenny@example.com',
  phone: '+351912345678',
  address: {
    line1: 'Avenida Paulista 1',
    city: 'São Paulo',
    state: 'SP',
    postal_code: '01310100',
    country: 'BR',
  },
} as const;

/** The same for what stands under the method's own key. */
export const SAMPLE_DETAILS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  boleto: { tax_id: '00000000000' },
  fpx: { bank: 'maybank2u' },
  sofort: { country: 'DE' },
};

/** And under its key of the options. */
export const SAMPLE_OPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  blik: { code: '123456' },
};

/** `payment_method_options[blik][code]` with which the customer's bank refuses. */
const REFUSED_CODE = '000000';

const WRONG_CODE: Decline = {
  code: 'payment_method_provider_decline',
  message: 'The bank did not accept the BLIK code.',
};

/** Throws unless there is a BLIK code of six digits; tells the decline that a wrong one brings. */
export function blikRefusal({ code }: Hash): Decline | null {
  const name = 'payment_method_options[blik][code]';
  if (isEmpty(code)) throw problems.missing(name);
  if (!/^\d{6}$/.test(String(code))) {
    throw problems.invalid('A BLIK code has six digits.', 'payment_intent_invalid_parameter', name);
  }
  return code === REFUSED_CODE ? WRONG_CODE : null;
}
