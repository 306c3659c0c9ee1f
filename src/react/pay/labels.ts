import { type Messages, methodName } from '../../locales/index.ts';
import type { Offer } from '../../method/index.ts';

/** How a method is called in a list; cards and transfers have no name of their own. */
export function labelOf(type: string, m: Messages): string {
  return methodName(type, m) || (/card/.test(type) ? m.pay.card : m.pay.bankTransfer);
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
