import { isRecord } from '../../../intent/index.ts';
import type { JsonObject } from '../../base/json.ts';
import type { IntentKind } from '../../payment/intentKind.ts';
import {
  confirmAny,
  confirmWithMethod,
  handleCardAction,
  handleNextAction,
  retrieve,
  verifyMicrodeposits,
} from './confirm.ts';
import type { Result, StripeContext } from './context.ts';
import { createConfirmationToken, createPaymentMethod, createToken } from './create.ts';
import { createElements, type StandInElements } from './elements.ts';
import { misuse } from './integrationError.ts';

/** The types with a function of their own: `confirmCardPayment`, `confirmIdealSetup`, … */
const CONFIRMS: Readonly<Record<string, readonly [type: string, ...kinds: IntentKind[]]>> = {
  AcssDebit: ['acss_debit', 'payment', 'setup'],
  Affirm: ['affirm', 'payment'],
  AfterpayClearpay: ['afterpay_clearpay', 'payment'],
  Alipay: ['alipay', 'payment'],
  AmazonPay: ['amazon_pay', 'setup'],
  AuBecsDebit: ['au_becs_debit', 'payment', 'setup'],
  BacsDebit: ['bacs_debit', 'setup'],
  Bancontact: ['bancontact', 'payment', 'setup'],
  Billie: ['billie', 'payment'],
  Blik: ['blik', 'payment', 'setup'],
  Boleto: ['boleto', 'payment'],
  Card: ['card', 'payment', 'setup'],
  Cashapp: ['cashapp', 'payment', 'setup'],
  CustomerBalance: ['customer_balance', 'payment'],
  Eps: ['eps', 'payment'],
  Fpx: ['fpx', 'payment'],
  Giropay: ['giropay', 'payment'],
  GrabPay: ['grabpay', 'payment'],
  Ideal: ['ideal', 'payment', 'setup'],
  Klarna: ['klarna', 'payment'],
  Konbini: ['konbini', 'payment'],
  Mobilepay: ['mobilepay', 'payment'],
  Multibanco: ['multibanco', 'payment'],
  Oxxo: ['oxxo', 'payment'],
  P24: ['p24', 'payment'],
  PayByBank: ['pay_by_bank', 'payment'],
  PayNow: ['paynow', 'payment'],
  PayPal: ['paypal', 'payment', 'setup'],
  Pix: ['pix', 'payment'],
  PromptPay: ['promptpay', 'payment'],
  SepaDebit: ['sepa_debit', 'payment', 'setup'],
  Sofort: ['sofort', 'payment', 'setup'],
  Twint: ['twint', 'payment'],
  UsBankAccount: ['us_bank_account', 'payment', 'setup'],
  WechatPay: ['wechat_pay', 'payment'],
};

/** What Stripe.js has and the stand-in has not. A call says so. */
const ABSENT = [
  'collectBankAccountForPayment',
  'collectBankAccountForSetup',
  'collectBankAccountToken',
  'collectFinancialConnectionsAccounts',
  'createEmbeddedCheckoutPage',
  'createEphemeralKeyNonce',
  'createRadarSession',
  'createSource',
  'initCheckoutElementsSdk',
  'initCheckoutFormSdk',
  'initEmbeddedCheckout',
  'initializePricing',
  'paymentRequest',
  'processOrder',
  'redirectToCheckout',
  'retrieveOrder',
  'retrieveSource',
  'verifyIdentity',
] as const;

type Call = (...args: readonly unknown[]) => unknown;

/** What `Stripe(publishableKey)` gives. */
export interface StandInStripe extends Readonly<Record<string, unknown>> {
  elements(options?: JsonObject): StandInElements;
  registerAppInfo(info: unknown): void;
  _registerWrapper(wrapper: unknown): void;
  createPaymentMethod(first: unknown, second?: unknown, third?: unknown): Promise<Result>;
  createToken(first: unknown, data?: unknown): Promise<Result>;
  createConfirmationToken(options: unknown): Promise<Result>;
  confirmPayment(options: unknown): Promise<Result>;
  confirmSetup(options: unknown): Promise<Result>;
  handleNextAction(options: unknown): Promise<Result>;
  handleCardAction(clientSecret: unknown): Promise<Result>;
  retrievePaymentIntent(clientSecret: unknown): Promise<Result>;
  retrieveSetupIntent(clientSecret: unknown): Promise<Result>;
}

function confirmCalls(context: StripeContext): Readonly<Record<string, Call>> {
  const calls = Object.entries(CONFIRMS).flatMap(([name, [type, ...kinds]]) =>
    kinds.map((kind) => {
      const caller = `confirm${name}${kind === 'setup' ? 'Setup' : 'Payment'}`;
      const call: Call = (secret, data, options) =>
        confirmWithMethod(context, { caller, kind, type }, secret, data, options);
      return [caller, call] as const;
    }),
  );
  return Object.fromEntries(calls);
}

const absentCalls = (): Readonly<Record<string, Call>> =>
  Object.fromEntries(
    ABSENT.map((name) => [
      name,
      () =>
        misuse(
          `The sandbox's stand-in for Stripe.js has no stripe.${name}. docs/stripe-js.md lists what it has.`,
        ),
    ]),
  );

/** What `Stripe(publishableKey, options)` gives. */
export function createStripe(context: StripeContext): StandInStripe {
  return {
    ...absentCalls(),
    ...confirmCalls(context),
    elements: (options) => createElements(context, isRecord(options) ? options : {}),
    // Wrappers say who they are. There is nobody to tell.
    registerAppInfo() {},
    _registerWrapper() {},
    createPaymentMethod: (...args) => createPaymentMethod(context, ...args),
    createToken: (...args) => createToken(context, ...args),
    createConfirmationToken: (options) => createConfirmationToken(context, options),
    confirmPayment: (options) => confirmAny(context, 'payment', options),
    confirmSetup: (options) => confirmAny(context, 'setup', options),
    handleNextAction: (options) => handleNextAction(context, options),
    handleCardAction: (secret) => handleCardAction(context, secret),
    retrievePaymentIntent: (secret) => retrieve(context, 'payment', secret),
    retrieveSetupIntent: (secret) => retrieve(context, 'setup', secret),
    verifyMicrodepositsForPayment: (secret: unknown, data: unknown) =>
      verifyMicrodeposits(context, 'payment', secret, data),
    verifyMicrodepositsForSetup: (secret: unknown, data: unknown) =>
      verifyMicrodeposits(context, 'setup', secret, data),
  };
}
