import { isRecord } from '../../intent/index.ts';
import { OTHER_STRIPE_TYPES } from '../dialect/otherStripeTypes.ts';
import { stripeMethods } from '../methods/stripeMethods.ts';
import { wooshpayMethods } from '../methods/wooshpayMethods.ts';

/** The types of objects that the sandbox has, as `object` names them. */
export type ObjectType =
  | 'balance_transaction'
  | 'cash_balance'
  | 'charge'
  | 'confirmation_token'
  | 'customer'
  | 'customer_cash_balance_transaction'
  | 'event'
  | 'funding_instructions'
  | 'invoice_payment'
  | 'mandate'
  | 'payment_intent'
  | 'payment_intent_amount_details_line_item'
  | 'payment_method'
  | 'refund'
  | 'setup_attempt'
  | 'setup_intent'
  | 'token'
  | 'webhook_endpoint';

/**
 * What a field leads to:
 * - an object of a type, or its id;
 * - `charge_or_refund`: what a balance transaction is for;
 * - `elsewhere`: an object of a type that the sandbox does not have, so that any path may follow;
 * - `hash`: a hash or a number in which nothing refers to an object;
 * - fields: a hash or a list in which something refers to objects.
 */
export type Target = ObjectType | 'charge_or_refund' | 'elsewhere' | 'hash' | Fields;

/** The fields of an object, a hash or a list that a path may name. */
export interface Fields {
  readonly [name: string]: Target;
}

/** The same target for several fields. */
const each = (target: Target, names: string): Fields =>
  Object.fromEntries(names.split(' ').map((name) => [name, target]));

/** Each type of payment method names a hash of its details. */
const METHOD_TYPES = [
  ...Object.keys(stripeMethods),
  ...Object.keys(wooshpayMethods),
  ...OTHER_STRIPE_TYPES,
].join(' ');

/** `last_payment_error`, `last_setup_error` and `setup_error`. */
const ERROR: Fields = {
  payment_intent: 'payment_intent',
  payment_method: 'payment_method',
  setup_intent: 'setup_intent',
  source: 'elsewhere',
};

/** Some bank transfers give an account from which a SEPA debit may follow. */
const GENERATES_DEBIT: Fields = {
  generated_sepa_debit: 'payment_method',
  generated_sepa_debit_mandate: 'mandate',
};

const METHOD_DETAILS: Fields = {
  ...each('hash', METHOD_TYPES),
  ...each(GENERATES_DEBIT, 'bancontact ideal sofort'),
};

/** The fields that a PaymentMethod and the preview of one share. */
const METHOD: Fields = {
  ...each('hash', METHOD_TYPES),
  billing_details: 'hash',
  card: {
    generated_from: { payment_method_details: 'hash', setup_attempt: 'setup_attempt' },
    ...each('hash', 'checks networks three_d_secure_usage wallet'),
  },
  customer: 'customer',
  sepa_debit: { generated_from: { charge: 'charge', setup_attempt: 'setup_attempt' } },
};

const CHARGE: Fields = {
  balance_transaction: 'balance_transaction',
  customer: 'customer',
  failure_balance_transaction: 'balance_transaction',
  payment_intent: 'payment_intent',
  payment_method_details: {
    ...METHOD_DETAILS,
    card: {
      mandate: 'mandate',
      ...each('hash', 'checks extended_authorization incremental_authorization installments'),
      ...each('hash', 'multicapture network_token overcapture three_d_secure wallet'),
    },
    us_bank_account: { mandate: 'mandate' },
  },
  refunds: { data: 'refund' },
  transfer_data: { destination: 'elsewhere' },
  ...each('elsewhere', 'application application_fee on_behalf_of review'),
  ...each('elsewhere', 'source source_transfer transfer'),
  // Of older API versions.
  ...each('elsewhere', 'destination dispute invoice order'),
  ...each('hash', 'billing_details fraud_details level3 outcome presentment_details'),
  ...each('hash', 'radar_options shipping'),
};

const REFUND: Fields = {
  balance_transaction: 'balance_transaction',
  charge: 'charge',
  customer: 'customer',
  failure_balance_transaction: 'balance_transaction',
  payment_intent: 'payment_intent',
  payment_method: 'payment_method',
  ...each('elsewhere', 'source_transfer_reversal transfer_reversal'),
  ...each('hash', 'destination_details next_action presentment_details'),
};

/**
 * What a path of `expand` may name in each object: stripe 23.1.0, where a field has the type
 * `string | Customer`, or a hash. Other fields, such as `metadata`, are refused there too
 * (github.com/Valour-Software/Valour/pull/1533).
 */
export const EXPANDABLE: Readonly<Record<ObjectType | 'charge_or_refund', Fields>> = {
  balance_transaction: { source: 'charge_or_refund', fee_details: 'hash' },
  cash_balance: { settings: 'hash' },
  charge: CHARGE,
  charge_or_refund: { ...CHARGE, ...REFUND },
  confirmation_token: {
    payment_method_preview: METHOD,
    ...each('hash', 'mandate_data payment_method_options shipping'),
  },
  customer: {
    cash_balance: 'cash_balance',
    invoice_settings: {
      default_payment_method: 'payment_method',
      ...each('hash', 'custom_fields rendering_options'),
    },
    ...each({ data: 'elsewhere' }, 'sources subscriptions tax_ids'),
    ...each('elsewhere', 'default_source discount test_clock'),
    ...each('hash', 'address invoice_credit_balance shipping tax'),
  },
  customer_cash_balance_transaction: {
    adjusted_for_overdraft: {
      balance_transaction: 'balance_transaction',
      linked_transaction: 'customer_cash_balance_transaction',
    },
    applied_to_payment: { payment_intent: 'payment_intent' },
    customer: 'customer',
    funded: 'hash',
    refunded_from_payment: { refund: 'refund' },
    transferred_to_balance: { balance_transaction: 'balance_transaction' },
    unapplied_from_payment: { payment_intent: 'payment_intent' },
  },
  event: {},
  funding_instructions: { bank_transfer: 'hash' },
  invoice_payment: {
    invoice: 'elsewhere',
    payment: { charge: 'charge', payment_intent: 'payment_intent', payment_record: 'elsewhere' },
    status_transitions: 'hash',
  },
  mandate: {
    payment_method: 'payment_method',
    ...each('hash', 'customer_acceptance multi_use payment_method_details single_use'),
  },
  payment_intent: {
    amount_details: {
      line_items: { data: 'payment_intent_amount_details_line_item' },
      ...each('hash', 'error shipping tax tip'),
    },
    customer: 'customer',
    last_payment_error: ERROR,
    latest_charge: 'charge',
    payment_method: 'payment_method',
    transfer_data: { destination: 'elsewhere', payment_data: 'hash' },
    ...each('elsewhere', 'application on_behalf_of payment_record review source'),
    // Of older API versions.
    invoice: 'elsewhere',
    ...each('hash', 'automatic_payment_methods hooks managed_payments next_action payment_details'),
    ...each('hash', 'payment_method_configuration_details payment_method_options'),
    ...each('hash', 'presentment_details processing shipping'),
  },
  payment_intent_amount_details_line_item: each('hash', 'payment_method_options tax'),
  payment_method: { ...METHOD, radar_options: 'hash' },
  refund: REFUND,
  setup_attempt: {
    customer: 'customer',
    payment_method: 'payment_method',
    payment_method_details: {
      ...METHOD_DETAILS,
      card_present: { generated_card: 'payment_method', offline: 'hash' },
    },
    setup_error: ERROR,
    setup_intent: 'setup_intent',
    ...each('elsewhere', 'application on_behalf_of'),
  },
  setup_intent: {
    customer: 'customer',
    last_setup_error: ERROR,
    latest_attempt: 'setup_attempt',
    mandate: 'mandate',
    payment_method: 'payment_method',
    single_use_mandate: 'mandate',
    ...each('elsewhere', 'application on_behalf_of'),
    ...each('hash', 'automatic_payment_methods managed_payments next_action'),
    ...each('hash', 'payment_method_configuration_details payment_method_options'),
  },
  token: { bank_account: 'elsewhere', card: 'elsewhere' },
  webhook_endpoint: {},
};

/** The fields that a path may name next; null where any name may follow. */
export function fieldsOf(target: Target): Fields | null {
  if (isRecord(target)) return target;
  return target === 'elsewhere' || target === 'hash' ? null : EXPANDABLE[target];
}
