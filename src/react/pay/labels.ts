import { hasOwn } from '../../intent/index.ts';
import { type Messages, methodName } from '../../locales/index.ts';
import type { Offer } from '../../method/index.ts';

/**
 * Names of those that lead to no page and no code: bank debits, and what Stripe lists in
 * `allowed_payment_method_types` although nobody can create it yet.
 */
const NAMES = {
  acss_debit: 'Pre-authorized debit',
  au_becs_debit: 'BECS Direct Debit',
  bacs_debit: 'Bacs Direct Debit',
  boku_promptpay: 'PromptPay',
  getbalance: 'Balance',
  ng_ussd: 'USSD',
  nz_bank_account: 'BECS Direct Debit',
  sepa_debit: 'SEPA Direct Debit',
  us_bank_account: 'US bank account',
};

/** Kinds of methods rather than one: a market's page has several. */
const KINDS = /^(gift|ng)_card$|^ng_(bank|wallet)$|_(cash_voucher|market)$/;

/** How a method is called in a list; cards and transfers have no name of their own. */
export function labelOf(type: string, m: Messages): string {
  const methods = { ...NAMES, ...m.methods };
  const isNamed = hasOwn(methods, type) || !KINDS.test(type);
  return (isNamed && methodName(type, { ...m, methods })) || kindOf(type, m);
}

function kindOf(type: string, { pay }: Messages): string {
  if (/bank|balance/.test(type)) return pay.bankTransfer;
  return /^(\w\w_)?card$/.test(type) ? pay.card : pay.another;
}

/** What the button says: what comes after it. */
export function actionOf({ type, method }: Offer, amount: string, m: Messages): string {
  const { afterConfirm } = method;
  switch (afterConfirm) {
    case 'page':
      return m.go(methodName(type, m));
    case 'charge':
      return m.pay.now(amount);
    case 'code':
    case 'voucher':
    case 'transfer':
      return m.pay[afterConfirm];
    default:
      return afterConfirm satisfies never;
  }
}
