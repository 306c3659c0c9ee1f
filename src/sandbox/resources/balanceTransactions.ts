import { problems } from '../errors/errors.ts';
import { type BalanceTransaction, presentTransaction } from '../payment/balanceTransaction.ts';
import { createdRange } from '../request/createdRange.ts';
import { PAGING, pageOf } from '../request/page.ts';
import { type Read, readParams, text } from '../request/readers.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import { allTransactions, transactionById, transactionsOf } from '../world/transactions.ts';
import type { ResourceRequest, Route } from './resource.ts';

const show = (transaction: BalanceTransaction, { dialect, now }: RequestContext) =>
  presentTransaction(transaction, dialect, now());

function retrieve({ path, context }: ResourceRequest): object {
  const { id = '' } = path;
  const transaction = transactionById(id, context.store);
  if (!transaction || !isOwnedBy(context)(transaction)) throw problems.noTransaction(id);
  return show(transaction, context);
}

const LIST = {
  ...PAGING,
  created: createdRange,
  currency: text,
  payout: text,
  source: text,
  type: text,
} as const;

/** There are no payouts here, so a payout has no transactions. */
function isWanted(params: Read<typeof LIST>, { dialect }: RequestContext) {
  const { created, currency, payout, type } = params;
  return (transaction: BalanceTransaction) =>
    payout === undefined &&
    (created === undefined || created(dialect.time(transaction.created))) &&
    (currency === undefined || transaction.currency === currency.toLowerCase()) &&
    (type === undefined || transaction.type === type);
}

function list({ raw, context, url }: ResourceRequest): object {
  const params = readParams(LIST, raw);
  const { store } = context;
  const { source } = params;
  // That of one charge is asked for with each payment: no need to make all others for it.
  const found = source === undefined ? allTransactions(store) : transactionsOf(source, store);
  const transactions = found.filter(isOwnedBy(context)).filter(isWanted(params, context));
  return pageOf(transactions, params, { url, show: (each) => show(each, context) });
}

/** What charges and refunds change in the merchant's balance. */
export const BALANCE_TRANSACTION_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/balance_transactions', rules: LIST, run: list },
  { method: 'GET', path: '/balance_transactions/:id', rules: {}, run: retrieve },
];
