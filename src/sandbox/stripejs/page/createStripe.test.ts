import type { Stripe } from '@stripe/stripe-js';
import { expect, it } from 'vitest';
import { createStripe } from './createStripe.ts';
import { IntegrationError } from './integrationError.ts';

const stripe = createStripe({
  access: { base: 'http://sandbox', publishableKey: 'pk_test_1', account: null, version: null },
  leave: () => {},
});

/**
 * Every name of Stripe's own types, and whether the stand-in does it. A name that a new version of
 * these types brings does not compile until it is in here.
 */
const NAMES: Readonly<Record<keyof Stripe, boolean>> = {
  collectBankAccountForPayment: false,
  collectBankAccountForSetup: false,
  collectBankAccountToken: false,
  collectFinancialConnectionsAccounts: false,
  confirmAcssDebitPayment: true,
  confirmAcssDebitSetup: true,
  confirmAffirmPayment: true,
  confirmAfterpayClearpayPayment: true,
  confirmAlipayPayment: true,
  confirmAmazonPaySetup: true,
  confirmAuBecsDebitPayment: true,
  confirmAuBecsDebitSetup: true,
  confirmBacsDebitSetup: true,
  confirmBancontactPayment: true,
  confirmBancontactSetup: true,
  confirmBilliePayment: true,
  confirmBlikPayment: true,
  confirmBlikSetup: true,
  confirmBoletoPayment: true,
  confirmCardPayment: true,
  confirmCardSetup: true,
  confirmCashappPayment: true,
  confirmCashappSetup: true,
  confirmCustomerBalancePayment: true,
  confirmEpsPayment: true,
  confirmFpxPayment: true,
  confirmGiropayPayment: true,
  confirmGrabPayPayment: true,
  confirmIdealPayment: true,
  confirmIdealSetup: true,
  confirmKlarnaPayment: true,
  confirmKonbiniPayment: true,
  confirmMobilepayPayment: true,
  confirmMultibancoPayment: true,
  confirmOxxoPayment: true,
  confirmP24Payment: true,
  confirmPayByBankPayment: true,
  confirmPayNowPayment: true,
  confirmPayPalPayment: true,
  confirmPayPalSetup: true,
  confirmPayment: true,
  confirmPixPayment: true,
  confirmPromptPayPayment: true,
  confirmSepaDebitPayment: true,
  confirmSepaDebitSetup: true,
  confirmSetup: true,
  confirmSofortPayment: true,
  confirmSofortSetup: true,
  confirmTwintPayment: true,
  confirmUsBankAccountPayment: true,
  confirmUsBankAccountSetup: true,
  confirmWechatPayPayment: true,
  createConfirmationToken: true,
  createEmbeddedCheckoutPage: false,
  createEphemeralKeyNonce: false,
  createPaymentMethod: true,
  createRadarSession: false,
  createToken: true,
  elements: true,
  handleCardAction: true,
  handleNextAction: true,
  initCheckoutElementsSdk: false,
  initCheckoutFormSdk: false,
  initializePricing: false,
  paymentRequest: false,
  processOrder: false,
  registerAppInfo: true,
  retrieveOrder: false,
  retrievePaymentIntent: true,
  retrieveSetupIntent: true,
  verifyIdentity: false,
  verifyMicrodepositsForPayment: true,
  verifyMicrodepositsForSetup: true,
};

it.each(Object.entries(NAMES))('has %s, or says that it has not', async (name, isDone) => {
  const call = stripe[name];
  expect(call, name).toBeTypeOf('function');
  if (isDone || typeof call !== 'function') return;
  expect(() => call()).toThrow(IntegrationError);
  expect(() => call()).toThrow(`has no stripe.${name}`);
});
