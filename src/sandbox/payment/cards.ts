import { fingerprintOf } from '../base/ids.ts';
import { lookup } from '../base/lookup.ts';
import { PLAIN_CARDS, type PlainCard } from './plainCards.ts';

/** Why a card is refused. */
export interface Decline {
  readonly code: string;
  readonly message: string;
  readonly declineCode?: string;
  /** What the issuer advises: `do_not_try_again`, `try_again_later`, `confirm_card_data`. */
  readonly adviceCode?: string;
  /**
   * What the card's network answers: `01` as recorded of the generic decline, the others by
   * docs.stripe.com/declines/network-codes. No recorded decline has a `network_advice_code`.
   */
  readonly networkDeclineCode?: string;
  /** The field of the form that is wrong, where one is. */
  readonly param?: 'cvc' | 'exp_month' | 'exp_year' | 'number';
}

type CheckName = 'address_line1_check' | 'address_postal_code_check' | 'cvc_check';

/** What a card's bank answers of what was entered. */
export type CardChecks = Readonly<Partial<Record<CheckName, 'fail' | 'unavailable'>>>;

/**
 * How a test card behaves.
 * - `approve`: charged at once; `whenAsked` replaces that where the merchant asks for 3-D Secure,
 *   `refund` says how a refund ends that does not simply succeed, and `checks` what its bank answers
 *   of the code and the address where that is not `pass`
 * - `frictionless`: 3-D Secure without a challenge; at WooshPay the device data page comes first.
 *   `whenAsked` as above
 * - `notice`: the customer is notified before the charge, as India requires of recurring payments
 * - `challenge`: the customer has to authenticate; with `thenDecline` the card is declined after that,
 *   and `offSession` says when an off-session payment passes without it
 * - `decline`: declined at once; with `attaches` it can be attached to a customer
 */
export type CardBehaviour =
  | {
      readonly kind: 'approve';
      readonly whenAsked?: CardBehaviour;
      readonly refund?: 'succeeds later' | 'fails later';
      readonly checks?: CardChecks;
    }
  | { readonly kind: 'frictionless'; readonly whenAsked?: CardBehaviour }
  | { readonly kind: 'notice' }
  | {
      readonly kind: 'challenge';
      readonly thenDecline?: Decline;
      readonly offSession?: 'passes' | 'passes once set up';
    }
  | { readonly kind: 'decline'; readonly decline: Decline; readonly attaches?: true };

/** A row of the table of test cards. */
interface CardRow extends PlainCard {
  readonly behaviour: CardBehaviour;
}

/**
 * Shops show the text of a decline, and their tests compare it, so that the common ones are Stripe's
 * own, as recorded in github.com/pay-rails/pay and expected by activemerchant's remote tests.
 */
const DECLINED = 'Your card was declined.';

/** What a bank answers where the customer was not authenticated. */
export const AUTHENTICATION_REQUIRED: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: `${DECLINED} This transaction requires authentication.`,
};

const DECLINES = {
  generic: later(network('01', 'generic_decline', DECLINED)),
  funds: later(network('51', 'insufficient_funds', 'Your card has insufficient funds.')),
  lost: never(network('41', 'lost_card', DECLINED)),
  stolen: never(network('43', 'stolen_card', DECLINED)),
  live: decline(
    'card_declined',
    'test_mode_live_card',
    'Your card was declined: this is a sandbox, and the number is not one of its test cards.',
  ),
  velocity: network(
    '65',
    'card_velocity_exceeded',
    'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  ),
  fraud: never(decline('card_declined', 'fraudulent', DECLINED)),
  expired: {
    code: 'expired_card',
    adviceCode: 'confirm_card_data',
    networkDeclineCode: '54',
    message: 'Your card has expired.',
    param: 'exp_month',
  },
  cvc: {
    code: 'incorrect_cvc',
    networkDeclineCode: 'N7',
    message: "Your card's security code is incorrect.",
    param: 'cvc',
  },
  processing: {
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
  lookup: decline(
    'card_declined',
    'processing_error',
    'Your card was declined: its bank could not be asked for 3-D Secure.',
  ),
  number: { code: 'incorrect_number', message: 'Your card number is incorrect.', param: 'number' },
} satisfies Record<string, Decline>;

function decline(code: string, declineCode: string, message: string): Decline {
  return { code, declineCode, message };
}

/** A decline that the card's network has a code for. */
function network(networkDeclineCode: string, declineCode: string, message: string): Decline {
  return { ...decline('card_declined', declineCode, message), networkDeclineCode };
}

function later(reason: Decline): Decline {
  return { ...reason, adviceCode: 'try_again_later' };
}

function never(reason: Decline): Decline {
  return { ...reason, adviceCode: 'do_not_try_again' };
}

const approve = { kind: 'approve' } as const;
const challenge = { kind: 'challenge' } as const;
const refuse = (reason: Decline) => ({ kind: 'decline', decline: reason }) as const;
const visa = (behaviour: CardBehaviour, ...names: string[]): CardRow => ({
  brand: 'visa',
  country: 'US',
  funding: 'credit',
  behaviour,
  names,
});

const checked = (name: string, checks: CardChecks) => visa({ ...approve, checks }, name);

/**
 * The test cards that do more than get charged, by number. Numbers and names are Stripe's. Some of
 * them stand for what follows a payment (disputes, reviews): here they only pay.
 */
const SPECIAL_CARDS: Readonly<Record<string, CardRow>> = {
  // No 3-D Secure, even where the merchant asks for it.
  '378282246310005': { ...visa({ ...approve, whenAsked: approve }), brand: 'amex' },
  '4000000000003055': visa({ kind: 'frictionless', whenAsked: challenge }, 'threeDSecureOptional'),
  '4000000000003220': { ...visa(challenge, 'threeDSecure2Required'), country: 'DE' },
  '4000000000003063': visa(challenge, 'threeDSecureRequired'),
  '4000002760003184': visa(challenge, 'authenticationRequired'),
  '4000002500003155': visa(
    { ...challenge, offSession: 'passes once set up' },
    'authenticationRequiredOnSetup',
  ),
  '4000003800000446': visa(
    { ...challenge, offSession: 'passes' },
    'authenticationRequiredSetupForOffSession',
  ),
  '4000008260003178': visa(
    { ...challenge, thenDecline: DECLINES.funds },
    'authenticationRequiredChargeDeclinedInsufficientFunds',
  ),
  '4000008400001629': visa(
    { ...challenge, thenDecline: DECLINES.generic },
    'threeDSecureRequiredChargeDeclined',
  ),
  '4000008400001280': visa(refuse(DECLINES.lookup), 'threeDSecureRequiredProcessingError'),
  '4000000000003097': visa(
    { ...approve, whenAsked: refuse(DECLINES.lookup) },
    'threeDSecureOptionalProcessingError',
  ),
  // At Stripe the first payment brings 3-D Secure, and only renewals bring the notice.
  '4000003560000123': visa({ kind: 'notice' }, 'indiaRecurringMandateSetupAndRenewalsSuccess'),
  '4000000000000002': visa(refuse(DECLINES.generic), 'chargeDeclined', 'visa_chargeDeclined'),
  '4000000000009995': visa(
    refuse(DECLINES.funds),
    'chargeDeclinedInsufficientFunds',
    'visa_chargeDeclinedInsufficientFunds',
  ),
  '4000000000009987': visa(refuse(DECLINES.lost), 'visa_chargeDeclinedLostCard'),
  '4000000000009979': visa(refuse(DECLINES.stolen), 'visa_chargeDeclinedStolenCard'),
  '4000000000000069': visa(refuse(DECLINES.expired), 'chargeDeclinedExpiredCard'),
  '4000000000000127': visa(refuse(DECLINES.cvc), 'chargeDeclinedIncorrectCvc'),
  '4000000000000119': visa(refuse(DECLINES.processing), 'chargeDeclinedProcessingError'),
  '4000000000006975': visa(refuse(DECLINES.velocity), 'visa_chargeDeclinedVelocityLimitExceeded'),
  '4100000000000019': visa(refuse(DECLINES.fraud), 'radarBlock', 'chargeDeclinedFraudulent'),
  '4000000000000341': visa({ ...refuse(DECLINES.generic), attaches: true }, 'chargeCustomerFail'),
  // They are charged, unless a rule of Radar blocks what is not `pass`: here there are none.
  '4000000000000101': checked('cvcCheckFail', { cvc_check: 'fail' }),
  '4000000000000010': checked('avsFail', {
    address_line1_check: 'fail',
    address_postal_code_check: 'fail',
  }),
  '4000000000000028': checked('avsLine1Fail', { address_line1_check: 'fail' }),
  '4000000000000036': checked('avsZipFail', { address_postal_code_check: 'fail' }),
  '4000000000000044': checked('avsUnchecked', {
    address_line1_check: 'unavailable',
    address_postal_code_check: 'unavailable',
  }),
  '4000000000007726': visa({ ...approve, refund: 'succeeds later' }, 'pendingRefund'),
  '4000000000005126': visa({ ...approve, refund: 'fails later' }, 'refundFail'),
  '4000000000000077': visa(approve, 'bypassPending'),
  '4000003720000278': visa(approve, 'bypassPendingInternational'),
  '4000000000000259': visa(approve, 'createDispute'),
  '4000000000002685': visa(approve, 'createDisputeProductNotReceived'),
  '4000000000001976': visa(approve, 'createDisputeInquiry'),
  '4000000000009235': visa(approve, 'riskLevelElevated'),
};

const plain = (card: PlainCard): CardRow => ({ ...card, behaviour: approve });

/** Every test card, by number. */
export const TEST_CARDS: Readonly<Record<string, CardRow>> = {
  ...Object.fromEntries(Object.entries(PLAIN_CARDS).map(([number, card]) => [number, plain(card)])),
  ...SPECIAL_CARDS,
};

export interface TestCard extends Omit<CardRow, 'names'> {
  readonly last4: string;
  /**
   * The same for the same number. Null for a number that is not in the table: it may be a real
   * card, and with the last four digits a search would find it.
   */
  readonly fingerprint: string | null;
}

function luhn(number: string): boolean {
  const digits = [...number].reverse().map(Number);
  const doubled = digits.map((digit, at) => (at % 2 === 0 ? digit : digit * 2));
  const sum = doubled.reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return /^\d{12,19}$/.test(number) && sum % 10 === 0;
}

/** The test card with that number. Other numbers are declined, as at Stripe. */
export function cardByNumber(entered: string): TestCard {
  const number = entered.replaceAll(/[\s-]/g, '');
  const known = lookup(TEST_CARDS, number);
  const unknown = visa(refuse(luhn(number) ? DECLINES.live : DECLINES.number));
  const { names: _, ...card } = known ?? unknown;
  return { ...card, last4: number.slice(-4), fingerprint: known ? fingerprintOf(number) : null };
}

const NUMBERS = new Map(
  Object.entries(TEST_CARDS).flatMap(([number, { names }]) => names.map((name) => [name, number])),
);

/** The test card that a name such as `pm_card_visa` or `tok_visa` stands for. */
export function cardByName(name: string, prefix: 'pm_card_' | 'tok_' = 'pm_card_') {
  const number = name.startsWith(prefix) ? NUMBERS.get(name.slice(prefix.length)) : undefined;
  return number === undefined ? undefined : cardByNumber(number);
}
