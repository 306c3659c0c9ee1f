import { problems } from '../errors/errors.ts';
import { readBankTransfer, transferTypeOf } from '../methods/financialAddresses.ts';
import { currencyOf } from '../operations/amounts.ts';
import { receive } from '../operations/balance.ts';
import { type CashTransaction, presentCashTransaction } from '../payment/cashTransaction.ts';
import { type Customer, presentCash } from '../payment/customer.ts';
import { PAGING, pageOf } from '../request/page.ts';
import { integer, object, oneOf, type Read, readParams, text } from '../request/readers.ts';
import type { RequestContext } from '../world/context.ts';
import { findAlive, reconciliationOf, saveCustomer } from './customers.ts';
import type { ResourceRequest, Route } from './resource.ts';

const CASH = { settings: object } as const;

function update(request: ResourceRequest): object {
  const customer = findAlive(request);
  const { settings } = readParams(CASH, request.raw);
  const reconciliation = reconciliationOf(settings) ?? customer.reconciliation;
  return presentCash(saveCustomer({ ...customer, reconciliation }, request.context));
}

const show =
  ({ id }: Customer, { dialect }: RequestContext) =>
  (transaction: CashTransaction) =>
    presentCashTransaction(transaction, id, dialect);

function list(request: ResourceRequest): object {
  const { context, raw, url } = request;
  const customer = findAlive(request);
  const newestFirst = [...customer.cashTransactions].reverse();
  return pageOf(newestFirst, readParams(PAGING, raw), { url, show: show(customer, context) });
}

function retrieve(request: ResourceRequest): object {
  const { transaction: id = '' } = request.path;
  const customer = findAlive(request);
  const found = customer.cashTransactions.find((each) => each.id === id);
  if (!found) throw problems.noSuch('customer_cash_balance_transaction', id);
  return show(customer, request.context)(found);
}

const FUND = { amount: integer, currency: text, reference: text } as const;

function paymentOf({ amount, currency, reference }: Read<typeof FUND>) {
  if (amount === undefined) throw problems.missing('amount');
  if (currency === undefined) throw problems.missing('currency');
  if (amount < 1) throw problems.smallestPart(amount);
  return { amount, currency: currencyOf(currency), reference: reference ?? null };
}

/** Stripe's test helper: the customer has sent money. */
function fund(request: ResourceRequest): object {
  const { context, raw } = request;
  const customer = findAlive(request);
  const funded = receive(customer, paymentOf(readParams(FUND, raw)), context);
  return funded ? show(customer, context)(funded) : {};
}

const INSTRUCTIONS = {
  bank_transfer: object,
  currency: text,
  funding_type: oneOf('bank_transfer'),
} as const;

const REQUIRED = ['bank_transfer', 'currency', 'funding_type'] as const;

/** Throws where a type does not move the currency. */
function checkCurrency(type: string, currency: string): void {
  const fitting = transferTypeOf(currency);
  if (type !== fitting) throw problems.notOneOf('bank_transfer[type]', type, [fitting]);
}

/** The accounts into which a customer pays: at Stripe virtual ones, here the same for everybody. */
function createInstructions(request: ResourceRequest): object {
  findAlive(request);
  const params = readParams(INSTRUCTIONS, request.raw);
  const missing = REQUIRED.find((name) => params[name] === undefined);
  if (missing) throw problems.missing(missing);
  if (params.bank_transfer?.type === undefined) throw problems.missing('bank_transfer[type]');
  const currency = currencyOf(params.currency ?? '');
  const transfer = readBankTransfer(params.bank_transfer, currency, 'bank_transfer');
  checkCurrency(transfer.type, currency);
  const { accounts, country, type } = transfer;
  return {
    object: 'funding_instructions',
    bank_transfer: { country, financial_addresses: accounts, type },
    currency: request.context.dialect.currency(currency),
    funding_type: 'bank_transfer',
    livemode: false,
  };
}

const ONE = '/customers/:id';
const TRANSACTIONS = `${ONE}/cash_balance_transactions`;

/** A customer's cash balance: what bank transfers bring, and payments take. */
export const CASH_BALANCE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: `${ONE}/cash_balance`,
    rules: {},
    run: (request) => presentCash(findAlive(request)),
  },
  { method: 'POST', path: `${ONE}/cash_balance`, rules: CASH, run: update },
  { method: 'GET', path: TRANSACTIONS, rules: PAGING, run: list },
  { method: 'GET', path: `${TRANSACTIONS}/:transaction`, rules: {}, run: retrieve },
  {
    method: 'POST',
    path: `${ONE}/funding_instructions`,
    rules: INSTRUCTIONS,
    run: createInstructions,
  },
  { method: 'POST', path: `/test_helpers${ONE}/fund_cash_balance`, rules: FUND, run: fund },
];
