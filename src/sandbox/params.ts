import {
  address,
  anything,
  boolean,
  hash,
  integer,
  list,
  metadata,
  oneOf,
  type Read,
  text,
} from './readers.ts';

/** Kept and shown again, without any other effect. */
export const ECHOED = {
  customer: text,
  description: text,
  receipt_email: text,
  setup_future_usage: oneOf('off_session', 'on_session'),
  shipping: hash,
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_group: text,
  on_behalf_of: text,
  merchant_order_id: text,
  merchant_user_id: text,
  quantity: integer,
} as const;

/** WooshPay's own fields, and the sandbox's switch for its forms of answer (wooshpayStyles.ts). */
export const WOOSHPAY_ONLY: readonly string[] = [
  'merchant_order_id',
  'merchant_user_id',
  'quantity',
  'sandbox_style',
];

const ATTEMPT = {
  payment_method: text,
  payment_method_data: hash,
  payment_method_options: hash,
  payment_method_types: list,
  allowed_payment_method_types: list,
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
  return_url: address,
  off_session: anything,
  error_on_requires_action: boolean,
  use_stripe_sdk: boolean,
  mandate_data: anything,
  receipt_email: ECHOED.receipt_email,
  setup_future_usage: ECHOED.setup_future_usage,
  shipping: ECHOED.shipping,
  expand: list,
} as const;

/** The parameters of each operation. A name that is not here is answered with a 400 that says so. */
export const PARAMS = {
  create: {
    ...ECHOED,
    ...ATTEMPT,
    amount: integer,
    currency: text,
    confirm: boolean,
    metadata,
    automatic_payment_methods: hash,
    confirmation_method: oneOf('automatic', 'manual'),
    sandbox_style: oneOf('2022', 'siblings'),
  },
  retrieve: { client_secret: text, expand: list },
  confirm: { ...ATTEMPT, client_secret: text },
  capture: { amount_to_capture: integer, metadata, expand: list },
  cancel: {
    cancellation_reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'),
    expand: list,
  },
} as const;

export type CreateParams = Read<typeof PARAMS.create>;
export type ConfirmParams = Read<typeof PARAMS.confirm>;

/** What a browser may not say when it confirms: the merchant's server has to. */
export const SERVER_ONLY = [
  'off_session',
  'error_on_requires_action',
  'capture_method',
  'payment_method_types',
  'allowed_payment_method_types',
] as const;
