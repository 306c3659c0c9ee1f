import { confirm, extrasOf, prepare, typesOf } from './confirm.ts';
import { problems } from './errors.ts';
import { newClientSecret, newId } from './ids.ts';
import { after, type Hash, type Intent } from './intent.ts';
import type { CreateParams } from './params.ts';
import type { Scene } from './world.ts';

const LARGEST = 99_999_999;

function checkAmount(amount: number, currency: string, scene: Scene): void {
  const smallest = scene.dialect.smallest(currency);
  if (amount < smallest) {
    const message = `Invalid amount: must be at least ${smallest} (in the smallest unit of ${currency}).`;
    throw problems.invalid(
      message,
      amount < 1 ? 'parameter_invalid_integer' : 'amount_too_small',
      'amount',
    );
  }
  if (amount > LARGEST) {
    throw problems.invalid(
      `Invalid amount: must be no more than ${LARGEST}.`,
      'amount_too_large',
      'amount',
    );
  }
}

function currencyOf(params: CreateParams): string {
  if (params.currency === undefined) throw problems.missing('currency');
  const currency = params.currency.toLowerCase();
  if (/^[a-z]{3}$/.test(currency)) return currency;
  throw problems.invalid(`Invalid currency: ${params.currency}`, undefined, 'currency');
}

function checkExclusive(params: CreateParams): void {
  if (params.automatic_payment_methods && params.confirmation_method) {
    throw problems.invalid(
      'You may only specify one of these parameters: automatic_payment_methods, confirmation_method.',
      'parameters_exclusive',
    );
  }
}

function draft(params: CreateParams, scene: Scene): Intent {
  if (params.amount === undefined) throw problems.missing('amount');
  const currency = currencyOf(params);
  checkAmount(params.amount, currency, scene);
  checkExclusive(params);
  const { dialect, random } = scene;
  const id = newId('pi', dialect.name, random);
  return {
    id,
    dialect: dialect.name,
    clientSecret: newClientSecret(id, dialect.name, random),
    created: scene.now(),
    amount: params.amount,
    currency,
    status: 'requires_payment_method',
    ...dialect.defaults,
    confirmationMethod: params.confirmation_method ?? 'automatic',
    automaticPaymentMethods: automatic(params),
    paymentMethodOptions: {},
    paymentMethod: null,
    action: null,
    approved: false,
    lastError: null,
    returnUrl: null,
    amountCapturable: 0,
    amountReceived: 0,
    latestCharge: null,
    canceledAt: null,
    cancellationReason: null,
    metadata: params.metadata ?? {},
    extras: extrasOf(params),
    style: params.sandbox_style ?? null,
  };
}

function automatic(params: CreateParams): Hash | null {
  const given = params.automatic_payment_methods;
  if (params.confirmation_method) return null;
  if (given)
    return { allow_redirects: 'always', ...given, enabled: String(given.enabled) === 'true' };
  return typesOf(params) ? null : { allow_redirects: 'always', enabled: true };
}

/** Creates an intent and, with `confirm`, makes its first attempt at once. */
export function create(params: CreateParams, scene: Scene): Intent {
  const drafted = draft(params, scene);
  if (params.confirm) return confirm(drafted, params, scene);
  const prepared = prepare(drafted, params, scene);
  return prepared.paymentMethod ? (after(prepared, 'attach') ?? prepared) : prepared;
}
