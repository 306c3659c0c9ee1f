import { type Messages, methodName } from '../../locales/index.ts';
import type { Offer } from '../../method/index.ts';

/** The schemes of bank debits. They lead to no page and no code, so only the list names them. */
const DEBITS = {
  acss_debit: 'Pre-authorized debit',
  au_becs_debit: 'BECS Direct Debit',
  bacs_debit: 'Bacs Direct Debit',
  nz_bank_account: 'BECS Direct Debit',
  sepa_debit: 'SEPA Direct Debit',
  us_bank_account: 'US bank account',
};

/** How a method is called in a list; cards and transfers have no name of their own. */
export function labelOf(type: string, m: Messages): string {
  const name = methodName(type, { ...m, methods: { ...DEBITS, ...m.methods } });
  if (name) return name;
  if (/bank|balance/.test(type)) return m.pay.bankTransfer;
  return /^(\w\w_)?card$/.test(type) ? m.pay.card : m.pay.another;
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
