import { html } from 'hono/html';
import { formatMoney } from '../../intent/index.ts';
import type { JsonObject } from '../base/json.ts';
import { remainingOf } from '../methods/bankTransfer.ts';
import { type Intent, payloadOf } from '../payment/intent.ts';
import type { Markup } from './layout.ts';

type Line = readonly [name: string, value: string];

/** What a page shows of the next action before the buttons. */
export type Details = (intent: Intent) => Markup;

const lineTag = ([name, value]: Line) => html`<dt>${name}</dt><dd>${value}</dd>`;

const list = (...lines: Line[]): Markup => html`<dl>${lines.map(lineTag)}</dl>`;

const wordsOf = (name: unknown) => String(name).replaceAll('_', ' ');

/** A postal address in one line, everything else as it is. */
const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value).filter(Boolean).join(', ')
    : String(value);

const linesOf = (object: JsonObject): Line[] =>
  Object.entries(object).map(([name, value]) => [wordsOf(name), textOf(value)]);

/** With its time zone: the customer's may differ. */
const timeOf = (seconds: unknown) =>
  new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ').concat(' UTC');

/** The numbers of a voucher, its customer, and its expiry. */
export const voucherDetails: Details = (intent) => {
  const { expires_after, expires_at, hosted_voucher_url, pdf, stores, ...numbers } =
    payloadOf(intent);
  const { billingDetails, type } = intent.paymentMethod ?? {};
  const name = billingDetails?.name;
  const voucher = list(
    ['voucher', wordsOf(type)],
    ...(name ? [['name', String(name)] as const] : []),
    ...linesOf(numbers),
    ['pay until', timeOf(expires_at ?? expires_after)],
  );
  return html`${voucher}${Object.entries((stores ?? {}) as JsonObject).map(storeOf)}`;
};

const storeOf = ([name, codes]: [string, unknown]): Markup =>
  list(['store', name], ...linesOf(codes as JsonObject));

/** The accounts for a bank transfer, and the remaining amount. */
export const transferDetails: Details = (intent) => {
  const { financial_addresses: accounts, reference } = payloadOf(intent);
  const remaining = formatMoney(remainingOf(intent) ?? 0, intent.currency, 'en');
  const transfer = list(['still to come', remaining], ['reference', String(reference)]);
  return html`${transfer}${(accounts as readonly JsonObject[]).map(accountOf)}`;
};

const accountOf = (account: JsonObject): Markup =>
  list(['account', wordsOf(account.type)], ...linesOf(account[String(account.type)] as JsonObject));
