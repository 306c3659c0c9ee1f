import { digitsOf } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import type { Charge } from './charge.ts';
import type { PaymentMethod } from './intent.ts';
import type { Units } from './units.ts';

/**
 * The electronic commerce indicators of the two brands that have one: without and with an
 * authenticated customer (EMV 3-D Secure).
 */
const INDICATORS: Readonly<Record<string, readonly [without: string, authenticated: string]>> = {
  mastercard: ['00', '02'],
  visa: ['07', '05'],
};

function indicatorOf({ authentication }: Charge, { details }: PaymentMethod): string | null {
  return lookup(INDICATORS, details.brand)?.[authentication === null ? 0 : 1] ?? null;
}

function threeDSecure(charge: Charge, method: PaymentMethod): JsonObject | null {
  if (charge.authentication === null) return null;
  return {
    authentication_flow: charge.authentication,
    electronic_commerce_indicator: indicatorOf(charge, method),
    exemption_indicator: null,
    result: 'authenticated',
    result_reason: null,
    transaction_id: `00000000-0000-4000-8000-${digitsOf(`${charge.id} 3ds`, 12)}`,
    version: '2.2.0',
  };
}

const availability = (options: JsonObject, name: string) => ({
  status: options[`request_${name}`] === 'if_available' ? 'available' : 'unavailable',
});

/** Banks check the code of every card. */
const checksOf = ({ error }: Charge, { behaviour, details }: PaymentMethod): JsonObject => ({
  ...(details.checks as JsonObject | undefined),
  cvc_check: error?.code === 'incorrect_cvc' ? 'fail' : 'pass',
  ...(behaviour?.kind === 'approve' && behaviour.checks),
});

/** What a charge repeats of its card. */
const REPEATED = 'brand country exp_month exp_year fingerprint funding last4'.split(' ');

const repeated = (details: JsonObject): JsonObject =>
  Object.fromEntries(REPEATED.map((name) => [name, details[name] ?? null]));

/** `payment_method_details.card` by recorded answers, and stripe 23.1.0, `Charges.d.ts`. */
function stripeCard(charge: Charge, method: PaymentMethod, { time }: Units): JsonObject {
  const { amount, captureBefore, id, options, status } = charge;
  const { details } = method;
  const isApproved = status === 'succeeded';
  return {
    ...repeated(details),
    amount_authorized: isApproved ? amount : null,
    authorization_code: isApproved ? digitsOf(id, 6) : null,
    ...(isApproved && captureBefore !== null && { capture_before: time(captureBefore) }),
    checks: checksOf(charge, method),
    electronic_commerce_indicator: indicatorOf(charge, method),
    extended_authorization: { status: 'disabled' },
    incremental_authorization: availability(options, 'incremental_authorization'),
    installments: null,
    mandate: null,
    multicapture: availability(options, 'multicapture'),
    network: details.brand ?? null,
    network_token: { used: false },
    network_transaction_id: isApproved ? digitsOf(`${id} network`, 15) : null,
    overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
    regulated_status: details.regulated_status ?? null,
    three_d_secure: threeDSecure(charge, method),
    transaction_link_id: null,
    wallet: details.wallet ?? null,
  };
}

/** The same at WooshPay, which documents the card alone. */
const wooshpayCard = ({ amount, options, status }: Charge, { details }: PaymentMethod) => ({
  ...details,
  amount_authorized: status === 'succeeded' ? amount : 0,
  incremental_authorization: availability(options, 'incremental_authorization'),
  multicapture: availability(options, 'multicapture'),
});

/** The card of a charge. */
export const presentChargedCard = (
  charge: Charge,
  method: PaymentMethod,
  units: Units,
): JsonObject =>
  charge.dialect === 'stripe' ? stripeCard(charge, method, units) : wooshpayCard(charge, method);
