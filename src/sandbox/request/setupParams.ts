import { ECHOED, PARAMS } from './params.ts';
import {
  boolean,
  filled,
  integer,
  list,
  matching,
  metadata,
  object,
  objects,
  oneOf,
  orEmptyString,
  type Reader,
  text,
} from './readers.ts';
import { returnUrl } from './urls.ts';

const directions: Reader<readonly string[]> = (value, name) =>
  list(value, name).map((each) => oneOf('inbound', 'outbound')(each, name));

/** Parameters that are stored and shown again. */
export const SETUP_ECHOED = {
  attach_to_self: boolean,
  description: ECHOED.description,
  flow_directions: directions,
  on_behalf_of: ECHOED.on_behalf_of,
  payment_method_configuration: ECHOED.payment_method_configuration,
  single_use: matching({ amount: integer, currency: filled }),
  usage: oneOf('off_session', 'on_session'),
} as const;

/** Who has agreed to a mandate, when, and how. */
const mandateData = orEmptyString(
  matching({
    customer_acceptance: matching({
      accepted_at: integer,
      offline: object,
      // A browser leaves both out, as Stripe's mobile SDKs do (`MandateDataParams` of stripe-android).
      online: matching({ infer_from_client: boolean, ip_address: text, user_agent: text }),
      type: oneOf('offline', 'online'),
    }),
  }),
);

/** What an attempt is made with. */
const ATTEMPT = {
  customer_account: text,
  payment_method: filled,
  payment_method_configuration: ECHOED.payment_method_configuration,
  payment_method_data: object,
  payment_method_options: objects,
  payment_method_types: list,
  allowed_payment_method_types: list,
  excluded_payment_method_types: orEmptyString(list),
} as const;

const CONFIRM = {
  confirmation_token: filled,
  mandate_data: mandateData,
  return_url: returnUrl,
  use_stripe_sdk: boolean,
} as const;

const { usage: _usage, single_use: _singleUse, ...updatable } = SETUP_ECHOED;

/**
 * The parameters of a SetupIntent's operations: those of stripe 23.1.0 (`SetupIntentCreateParams`
 * and so on), and `payment_method_types`, which older versions of the API have.
 */
export const SETUP_PARAMS = {
  create: {
    ...SETUP_ECHOED,
    ...ATTEMPT,
    ...CONFIRM,
    automatic_payment_methods: PARAMS.create.automatic_payment_methods,
    confirm: boolean,
    customer: filled,
    metadata,
  },
  retrieve: PARAMS.retrieve,
  update: { ...updatable, ...ATTEMPT, customer: filled, metadata },
  confirm: {
    ...ATTEMPT,
    ...CONFIRM,
    client_secret: text,
    // WooshPay documents these for its confirm (its reference, api-53887725); Stripe has none.
    customer: filled,
    description: ECHOED.description,
    metadata,
  },
  cancel: {
    cancellation_reason: oneOf('abandoned', 'duplicate', 'requested_by_customer'),
  },
  giveUp: PARAMS.giveUp,
  verify: PARAMS.verify,
} as const;

/** Names in `SETUP_PARAMS.confirm` that only WooshPay takes. */
export const WOOSHPAY_CONFIRM_ONLY: readonly string[] = ['customer', 'description', 'metadata'];
