import { lookup } from './lookup.ts';

/** Why a card is refused. */
export interface Decline {
  readonly code: string;
  readonly message: string;
  readonly declineCode?: string;
}

/**
 * How a test card behaves.
 * - `approve`: no questions; `whenAsked` is what it does instead where the merchant asks for 3-D Secure
 * - `frictionless`: 3-D Secure without a challenge; at WooshPay the device data page comes first
 * - `notice`: the customer is told before the charge, as India requires of recurring payments
 * - `challenge`: the customer must authenticate; with `thenDecline`, the card is declined after that,
 *   and `offSession` says when a payment without the customer passes
 * - `decline`: refused at once; one that `attaches` can be kept for a customer all the same
 */
export type CardBehaviour =
  | { readonly kind: 'approve'; readonly whenAsked?: CardBehaviour }
  | { readonly kind: 'frictionless' | 'notice' }
  | {
      readonly kind: 'challenge';
      readonly thenDecline?: Decline;
      readonly offSession?: 'passes' | 'passes once set up';
    }
  | { readonly kind: 'decline'; readonly decline: Decline; readonly attaches?: true };

interface CardRow {
  readonly brand: string;
  readonly behaviour: CardBehaviour;
  /** Names under which the card can be used without its number. */
  readonly names?: readonly string[];
}

const DECLINES = {
  generic: decline('card_declined', 'generic_decline', 'The card was declined.'),
  funds: decline('card_declined', 'insufficient_funds', 'The card has insufficient funds.'),
  lost: decline('card_declined', 'lost_card', 'The card was declined.'),
  stolen: decline('card_declined', 'stolen_card', 'The card was declined.'),
  live: decline(
    'card_declined',
    'test_mode_live_card',
    'The card was declined: this is a sandbox, and the number is not one of its test cards.',
  ),
  expired: { code: 'expired_card', message: 'The card has expired.' },
  cvc: { code: 'incorrect_cvc', message: "The card's security code is wrong." },
  processing: { code: 'processing_error', message: 'The card could not be processed. Try again.' },
  lookup: decline(
    'card_declined',
    'processing_error',
    'The card was declined: its bank could not be asked for 3-D Secure.',
  ),
  number: { code: 'incorrect_number', message: 'The card number is wrong.' },
} satisfies Record<string, Decline>;

function decline(code: string, declineCode: string, message: string): Decline {
  return { code, declineCode, message };
}

const approve = { kind: 'approve' } as const;
const challenge = { kind: 'challenge' } as const;
const refuse = (reason: Decline) => ({ kind: 'decline', decline: reason }) as const;
const visa = (behaviour: CardBehaviour, ...names: string[]): CardRow => ({
  brand: 'visa',
  behaviour,
  names,
});

/** The test cards, by number. Numbers and names are Stripe's; 4111… is the one in WooshPay's sample. */
const CARDS: Readonly<Record<string, CardRow>> = {
  '4242424242424242': visa(approve, 'pm_card_visa', 'tok_visa'),
  '4111111111111111': visa(approve),
  '4000056655665556': visa(approve, 'pm_card_visa_debit', 'tok_visa_debit'),
  '5555555555554444': {
    brand: 'mastercard',
    behaviour: approve,
    names: ['pm_card_mastercard', 'tok_mastercard'],
  },
  // No 3-D Secure, also where it is asked for.
  '378282246310005': {
    brand: 'amex',
    behaviour: { ...approve, whenAsked: approve },
    names: ['pm_card_amex', 'tok_amex'],
  },
  '6011111111111117': { brand: 'discover', behaviour: approve, names: ['pm_card_discover'] },
  '3056930009020004': { brand: 'diners', behaviour: approve, names: ['pm_card_diners'] },
  '3566002020360505': { brand: 'jcb', behaviour: approve, names: ['pm_card_jcb'] },
  '6200000000000005': { brand: 'unionpay', behaviour: approve, names: ['pm_card_unionpay'] },
  '4000000000003055': visa({ kind: 'frictionless' }, 'pm_card_threeDSecureOptional'),
  '4000000000003220': visa(challenge, 'pm_card_threeDSecure2Required'),
  '4000002760003184': visa(challenge),
  '4000002500003155': visa(
    { ...challenge, offSession: 'passes once set up' },
    'pm_card_authenticationRequired',
  ),
  '4000003800000446': visa(
    { ...challenge, offSession: 'passes' },
    'pm_card_authenticationRequiredSetupForOffSession',
  ),
  '4000008260003178': visa({ ...challenge, thenDecline: DECLINES.funds }),
  '4000008400001629': visa(
    { ...challenge, thenDecline: DECLINES.generic },
    'pm_card_threeDSecureRequiredChargeDeclined',
  ),
  '4000008400001280': visa(refuse(DECLINES.lookup), 'pm_card_threeDSecureRequiredProcessingError'),
  '4000000000003097': visa(
    { ...approve, whenAsked: refuse(DECLINES.lookup) },
    'pm_card_threeDSecureOptionalProcessingError',
  ),
  // At Stripe only a renewal brings the notice, and the first payment 3-D Secure.
  '4000003560000123': visa(
    { kind: 'notice' },
    'pm_card_indiaRecurringMandateSetupAndRenewalsSuccess',
  ),
  '4000000000000002': visa(
    refuse(DECLINES.generic),
    'pm_card_chargeDeclined',
    'pm_card_visa_chargeDeclined',
  ),
  '4000000000009995': visa(
    refuse(DECLINES.funds),
    'pm_card_chargeDeclinedInsufficientFunds',
    'pm_card_visa_chargeDeclinedInsufficientFunds',
  ),
  '4000000000009987': visa(refuse(DECLINES.lost), 'pm_card_visa_chargeDeclinedLostCard'),
  '4000000000009979': visa(refuse(DECLINES.stolen), 'pm_card_visa_chargeDeclinedStolenCard'),
  '4000000000000069': visa(refuse(DECLINES.expired), 'pm_card_chargeDeclinedExpiredCard'),
  '4000000000000127': visa(refuse(DECLINES.cvc), 'pm_card_chargeDeclinedIncorrectCvc'),
  '4000000000000119': visa(refuse(DECLINES.processing), 'pm_card_chargeDeclinedProcessingError'),
  '4000000000000341': visa(
    { ...refuse(DECLINES.generic), attaches: true },
    'pm_card_chargeCustomerFail',
  ),
};

export interface TestCard {
  readonly brand: string;
  readonly last4: string;
  readonly behaviour: CardBehaviour;
}

function luhn(number: string): boolean {
  const digits = [...number].reverse().map(Number);
  const doubled = digits.map((digit, at) => (at % 2 === 0 ? digit : digit * 2));
  const sum = doubled.reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return /^\d{12,19}$/.test(number) && sum % 10 === 0;
}

/** The test card with that number. A number that is not in the table is declined, as Stripe does. */
export function cardByNumber(entered: string): TestCard {
  const number = entered.replaceAll(/[\s-]/g, '');
  const unknown = visa(refuse(luhn(number) ? DECLINES.live : DECLINES.number));
  const { brand, behaviour } = lookup(CARDS, number) ?? unknown;
  return { brand, behaviour, last4: number.slice(-4) };
}

/** The test card behind a name such as `pm_card_visa`. */
export function cardByName(name: string): TestCard | undefined {
  const number = Object.keys(CARDS).find((each) => CARDS[each]?.names?.includes(name));
  return number === undefined ? undefined : cardByNumber(number);
}
