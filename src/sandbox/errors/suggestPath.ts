import { redact } from './redact.ts';

const LONGEST = 200;

/** A path for an error message: without secrets, and not too long. */
export const shownPath = (path: string): string => redact(path).slice(0, LONGEST);

/** The resources under `/v1` of both gateways. */
const RESOURCES = [
  'payment_intents',
  'setup_intents',
  'payment_methods',
  'confirmation_tokens',
  'customers',
  'charges',
  'refunds',
  'balance_transactions',
  'events',
  'webhook_endpoints',
] as const;

/**
 * The name without case, punctuation and plural: `paymentIntents` and `payment-intent` are the
 * same.
 */
export const bareName = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replace(/s$/, '');

const meant = (part: string) => RESOURCES.find((each) => bareName(each) === bareName(part));

/** Where the gateways are. */
const GATEWAYS =
  " Stripe's API is at /stripe/v1 (api-base …/stripe), WooshPay's at /wooshpay/v1 (api-base …/wooshpay).";

/**
 * Suggests what a path that does not exist may have meant; an empty text where nothing is similar.
 */
export function suggestPath(path: string): string {
  const [, start, rest = ''] =
    /^(\/(?:stripe\/|wooshpay\/)?v1)(\/.*)?$/.exec(path.slice(0, 1000)) ?? [];
  const [, first = ''] = rest.split('/');
  if (first === 'v1') return ` An api-base ends before /v1: leave one of them out.`;
  const resource = meant(first);
  if (start !== undefined && resource !== undefined && resource !== first)
    return ` Did you mean ${start}/${resource}?`;
  const asks = path
    .slice(0, 1000)
    .split('/')
    .some((part) => part === 'v1' || meant(part));
  return start === undefined && asks ? GATEWAYS : '';
}
