import { newClientSecret, newId } from '../base/ids.ts';
import type { Hash } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { after, type Intent } from '../payment/intent.ts';
import { CONFIRM_ONLY, type CreateParams } from '../request/params.ts';
import { mergeMetadata } from '../request/readers.ts';
import type { Scene } from '../world/context.ts';
import { checkAmount, currencyOf } from './amounts.ts';
import { confirm } from './confirm.ts';
import { checkOnce, customerOf, extrasOf, prepare, typesOf } from './prepare.ts';

const isSaid = (value: unknown) => value !== undefined && String(value) !== 'false';

function checkUnconfirmed(params: CreateParams): void {
  if (params.confirm) return;
  const name = CONFIRM_ONLY.find((each) => isSaid(params[each]));
  if (name) throw problems.onlyWithConfirm(name);
  checkOnce(params);
}

function amountOf(params: CreateParams, scene: Scene): Pick<Intent, 'amount' | 'currency'> {
  if (params.amount === undefined) throw problems.missing('amount');
  if (params.currency === undefined) throw problems.missing('currency');
  const currency = currencyOf(params.currency);
  checkAmount(params.amount, currency, scene);
  return { amount: params.amount, currency };
}

const NOTHING_YET = {
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

function draft(params: CreateParams, scene: Scene): Intent {
  const amount = amountOf(params, scene);
  checkUnconfirmed(params);
  const { dialect, random } = scene;
  const customer = customerOf(params.customer, scene);
  const id = newId('pi', dialect.name, random);
  return {
    ...NOTHING_YET,
    ...dialect.defaults,
    ...amount,
    id,
    dialect: dialect.name,
    clientSecret: newClientSecret(id, dialect.name, random),
    created: scene.now(),
    customer,
    confirmationMethod: params.confirmation_method ?? 'automatic',
    automaticPaymentMethods: automatic(params),
    metadata: mergeMetadata({}, params.metadata),
    extras: extrasOf(params),
    style: params.sandbox_style ?? null,
  };
}

/** Where nothing is said, Stripe chooses the methods, and shows no more than that (its API reference, `automatic_payment_methods`). */
function automatic(params: CreateParams): Hash | null {
  const given = params.automatic_payment_methods;
  if (params.confirmation_method) return null;
  if (given) return { allow_redirects: 'always', ...given, enabled: given.enabled === true };
  return typesOf(params) ? null : { enabled: true };
}

/** Creates an intent and, with `confirm`, makes its first attempt at once. */
export function create(params: CreateParams, scene: Scene): Intent {
  const drafted = draft(params, scene);
  if (params.confirm) return confirm(drafted, params, scene);
  const prepared = prepare(drafted, params, scene);
  return prepared.paymentMethod ? (after(prepared, 'attach') ?? prepared) : prepared;
}
