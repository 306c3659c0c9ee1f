import {
  anything,
  boolean,
  descriptor,
  email,
  filled,
  integer,
  integers,
  list,
  matching,
  metadata,
  object,
  objects,
  oneOf,
  orEmptyString,
  type Read,
  text,
} from './readers.ts';
import { returnUrl } from './urls.ts';

const unset = orEmptyString(text);

/** Where a part of the payment goes: the names of stripe 23.1.0, `PaymentIntents.d.ts`. */
const transferData = matching({
  amount: integer,
  description: text,
  destination: text,
  metadata,
  payment_data: matching({ description: text, metadata }),
});

/** Parameters that are stored and shown again, with hardly any other effect. */
export const ECHOED = {
  description: orEmptyString(text),
  receipt_email: orEmptyString(email),
  setup_future_usage: orEmptyString(oneOf('off_session', 'on_session')),
  shipping: orEmptyString(object),
  statement_descriptor: orEmptyString(descriptor),
  statement_descriptor_suffix: orEmptyString(descriptor),
  transfer_group: orEmptyString(text),
  on_behalf_of: orEmptyString(text),
  application_fee_amount: orEmptyString(integer),
  transfer_data: orEmptyString(transferData),
  amount_details: orEmptyString(object),
  hooks: matching({ inputs: matching({ tax: matching({ calculation: unset }) }) }),
  payment_details: orEmptyString(matching({ customer_reference: unset, order_reference: unset })),
  payment_method_configuration: text,
  merchant_order_id: orEmptyString(text),
  merchant_user_id: orEmptyString(text),
  quantity: integer,
} as const;

/** WooshPay's own parameters, and the sandbox's `sandbox_style` (wooshpayStyles.ts). */
export const WOOSHPAY_ONLY: readonly string[] = [
  'merchant_order_id',
  'merchant_user_id',
  'quantity',
  'sandbox_style',
];

/** Stripe's parameters that have no effect here: there is no Radar and no mandate of a payment. */
const PASSED_OVER = {
  customer_account: text,
  mandate: text,
  mandate_data: anything,
  radar_options: object,
} as const;

/** The parameters of the next attempt to pay. */
const ATTEMPT = {
  ...PASSED_OVER,
  payment_method: filled,
  payment_method_data: object,
  payment_method_options: objects,
  payment_method_types: list,
  allowed_payment_method_types: list,
  excluded_payment_method_types: orEmptyString(list),
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
  receipt_email: ECHOED.receipt_email,
  setup_future_usage: ECHOED.setup_future_usage,
  shipping: ECHOED.shipping,
  amount_details: ECHOED.amount_details,
  hooks: ECHOED.hooks,
  payment_details: ECHOED.payment_details,
  payment_method_configuration: ECHOED.payment_method_configuration,
} as const;

const CONFIRM = {
  ...ATTEMPT,
  confirmation_token: filled,
  return_url: returnUrl,
  off_session: anything,
  error_on_requires_action: boolean,
  use_stripe_sdk: boolean,
} as const;

const AMOUNT = { amount: integer, currency: filled, customer: filled, metadata } as const;

/** The parameters of each operation. Stripe answers other names with 400. */
export const PARAMS = {
  create: {
    ...ECHOED,
    ...CONFIRM,
    ...AMOUNT,
    confirm: boolean,
    automatic_payment_methods: matching({
      allow_redirects: oneOf('always', 'never'),
      enabled: boolean,
    }),
    confirmation_method: oneOf('automatic', 'manual'),
    sandbox_style: oneOf('2022', '2022-10', 'siblings'),
  },
  retrieve: { client_secret: text },
  update: { ...ECHOED, ...ATTEMPT, ...AMOUNT, payment_method: orEmptyString(text) },
  confirm: { ...CONFIRM, amount_to_confirm: integer, client_secret: text },
  capture: {
    amount_to_capture: integer,
    final_capture: boolean,
    metadata,
    application_fee_amount: ECHOED.application_fee_amount,
    statement_descriptor: ECHOED.statement_descriptor,
    statement_descriptor_suffix: ECHOED.statement_descriptor_suffix,
    transfer_data: ECHOED.transfer_data,
    amount_details: ECHOED.amount_details,
    hooks: ECHOED.hooks,
    payment_details: ECHOED.payment_details,
  },
  cancel: {
    cancellation_reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'),
  },
  increment: {
    amount: integer,
    metadata,
    description: ECHOED.description,
    statement_descriptor: ECHOED.statement_descriptor,
    application_fee_amount: ECHOED.application_fee_amount,
    transfer_data: ECHOED.transfer_data,
    amount_details: ECHOED.amount_details,
    hooks: ECHOED.hooks,
    payment_details: ECHOED.payment_details,
  },
  applyBalance: { amount: integer, currency: text },
  giveUp: { source: text, client_secret: text },
  verify: { amounts: integers, descriptor_code: text, client_secret: text },
} as const;

export type CreateParams = Read<typeof PARAMS.create>;
export type UpdateParams = Read<typeof PARAMS.update>;
export type ConfirmParams = Read<typeof PARAMS.confirm>;
export type AttemptParams = Omit<Read<typeof ATTEMPT>, 'payment_method'> &
  Pick<UpdateParams, 'payment_method'>;

/** Parameters of an attempt: a create may have them with `confirm` only (both references). */
export const CONFIRM_ONLY = [
  'error_on_requires_action',
  'mandate',
  'mandate_data',
  'off_session',
  'return_url',
] as const;

/** Pairs of parameters that exclude each other. */
export const EXCLUSIVE = [
  ['automatic_payment_methods', 'confirmation_method'],
  ['automatic_payment_methods', 'payment_method_types'],
  ['automatic_payment_methods', 'allowed_payment_method_types'],
  ['allowed_payment_method_types', 'payment_method_types'],
  ['payment_method', 'payment_method_data'],
] as const;
