import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { after, type Intent } from '../payment/intent.ts';
import { CONFIRM_ONLY, type CreateParams } from '../request/params.ts';
import { mergeMetadata } from '../request/readers.ts';
import { newObjectId, newSecretOf, type RequestContext } from '../world/context.ts';
import { checkAmount, currencyOf } from './amounts.ts';
import { confirm } from './confirm.ts';
import { tokenOf } from './confirmationToken.ts';
import { checkConnect } from './connect.ts';
import { checkSingleUse, customerOf, extrasOf, prepare, typesOf } from './prepare.ts';

const isSet = (value: unknown) => value !== undefined && String(value) !== 'false';

function checkUnconfirmed(params: CreateParams, context: RequestContext): void {
  if (params.confirm) return;
  if (tokenOf(params.confirmation_token, context)) {
    throw problems.onlyWithConfirm('confirmation_token');
  }
  const name = CONFIRM_ONLY.find((each) => isSet(params[each]));
  if (name) throw problems.onlyWithConfirm(name);
  checkSingleUse(params, 'payment');
}

function amountOf(
  params: CreateParams,
  context: RequestContext,
): Pick<Intent, 'amount' | 'currency'> {
  if (params.amount === undefined) throw problems.missing('amount');
  if (params.currency === undefined) throw problems.missing('currency');
  const currency = currencyOf(params.currency);
  checkAmount(params.amount, currency, context);
  return { amount: params.amount, currency };
}

/** An intent before its first attempt. */
export const NOTHING_YET = {
  status: 'requires_payment_method',
  excludedTypes: [],
  paymentMethodOptions: {},
  paymentMethod: null,
  action: null,
  approved: false,
  lastError: null,
  confirmations: 0,
  increments: 0,
  verifications: 0,
  returnUrl: null,
  amountAuthorized: 0,
  amountCapturable: 0,
  amountReceived: 0,
  latestCharge: null,
  chargedAt: null,
  chargeError: null,
  canceledAt: null,
  cancellationReason: null,
} as const satisfies Partial<Intent>;

function draft(params: CreateParams, context: RequestContext): Intent {
  const amount = amountOf(params, context);
  checkUnconfirmed(params, context);
  const { account, dialect } = context;
  const customer = customerOf(params.customer, context);
  const id = newObjectId('pi', context);
  return {
    ...NOTHING_YET,
    ...dialect.defaults,
    ...amount,
    id,
    kind: 'payment',
    dialect: dialect.name,
    account,
    clientSecret: newSecretOf(id, context),
    created: context.now(),
    origin: context.origin,
    customer,
    confirmationMethod: params.confirmation_method ?? 'automatic',
    automaticPaymentMethods: automaticMethodsOf(params),
    metadata: mergeMetadata({}, params.metadata),
    extras: extrasOf(params, 'payment'),
    style: params.sandbox_style ?? null,
  };
}

type AutomaticParams = Pick<
  CreateParams,
  | 'allowed_payment_method_types'
  | 'automatic_payment_methods'
  | 'confirmation_method'
  | 'payment_method_types'
>;

/**
 * Without parameters about methods Stripe chooses them. What the merchant has not sent is not stored,
 * since a return URL is asked for only where `allow_redirects` was chosen by name.
 */
export function automaticMethodsOf(params: AutomaticParams): JsonObject | null {
  const methods = params.automatic_payment_methods;
  if (params.confirmation_method) return null;
  if (methods) return { allow_redirects: 'always', ...methods, enabled: methods.enabled === true };
  return typesOf(params) ? null : { enabled: true };
}

/** Creates an intent and, with `confirm`, makes its first attempt. */
export function create(requested: CreateParams, context: RequestContext): Intent {
  const params = context.dialect.complete?.(requested) ?? requested;
  const drafted = checkConnect(draft(params, context), context);
  if (params.confirm) return confirm(drafted, params, context);
  const prepared = prepare(drafted, params, context);
  return prepared.paymentMethod ? (after(prepared, 'attach') ?? prepared) : prepared;
}
