import { lookup } from '../base/lookup.ts';
import type { ObjectType, Target } from './expandable.ts';

/** The objects of a resource, by the name that it has in paths. */
const RESOURCES: Readonly<Record<string, ObjectType | 'elsewhere'>> = {
  amount_details_line_items: 'payment_intent_amount_details_line_item',
  balance_transactions: 'balance_transaction',
  cash_balance: 'cash_balance',
  cash_balance_transactions: 'customer_cash_balance_transaction',
  charges: 'charge',
  confirmation_tokens: 'confirmation_token',
  customers: 'customer',
  events: 'event',
  fund_cash_balance: 'customer_cash_balance_transaction',
  funding_instructions: 'funding_instructions',
  invoice_payments: 'invoice_payment',
  mandates: 'mandate',
  payment_intents: 'payment_intent',
  payment_methods: 'payment_method',
  refunds: 'refund',
  setup_attempts: 'setup_attempt',
  setup_intents: 'setup_intent',
  tokens: 'token',
  webhook_endpoints: 'webhook_endpoint',
};

/** A call, by its method and by its path with names such as `:id` in it. */
interface Call {
  readonly method: string;
  readonly path: string;
}

/** The last resource in a path, and what follows it. */
const LAST_RESOURCE = new RegExp(`^.*/(${Object.keys(RESOURCES).join('|')})(?:/([^/]+))?(?:/|$)`);

/**
 * What a call answers with: `GET /customers/:id/payment_methods` with a list
 * of payment methods, `POST /payment_methods/:id/attach` with one.
 */
export function answerOf({ method, path }: Call): Target {
  const [, name = '', next] = LAST_RESOURCE.exec(path) ?? [];
  const type = lookup(RESOURCES, name);
  if (type === undefined) return {};
  if (method !== 'GET' || !name.endsWith('s')) return type;
  if (next === undefined) return { data: type };
  return next === 'search' ? { data: type, total_count: 'hash' } : type;
}
