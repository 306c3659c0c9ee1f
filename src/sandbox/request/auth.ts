import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';

export interface Caller {
  /**
   * The caller has a publishable key: it may read and confirm one payment, with its client secret.
   */
  readonly publishable: boolean;
  /** The connected account that it calls for; null for the platform's own. */
  readonly account: string | null;
}

const PREFIXES = { publishable: 'pk_test_', secret: 'sk_test_' } as const;

/** The user name of Basic auth; null where the header is not base64, on which `atob` throws. */
function userName(encoded: string): string | null {
  try {
    return atob(encoded).split(':')[0] || null;
  } catch {
    return null;
  }
}

const SCHEMES: Readonly<Record<string, (credentials: string) => string | null>> = {
  basic: userName,
  bearer: (token) => token || null,
};

function fromHeader(header: string | null): string | null {
  const [scheme = '', credentials = ''] = (header ?? '').trim().split(/\s+/);
  return lookup(SCHEMES, scheme.toLowerCase())?.(credentials) ?? null;
}

/** Whether it is a secret or restricted key, of any account or mode. */
export const isSecretKey = (key: string | null): boolean => /^[sr]k_/.test(key ?? '');

const fromParam = (key: unknown) => (typeof key === 'string' && key !== '' ? key : null);

/** The API key: from the header, or from the parameter `key` that Stripe.js sends. */
export const keyOf = (authorization: string | null, keyParam: unknown): string | null =>
  fromHeader(authorization) ?? fromParam(keyParam);

/** A connected account's id, such as `acct_1032D82eZvKYlo2C`. The sandbox takes any. */
const ACCOUNT = /^acct_[A-Za-z0-9]{1,100}$/;

export const isAccountId = (id: string): boolean => ACCOUNT.test(id);

/** Stripe answers an account that does not exist as one that the key may not use. */
function accountOf(account: unknown, key: string): string | null {
  if (account === undefined) return null;
  if (typeof account === 'string' && isAccountId(account)) return account;
  throw problems.noAccount(key, String(account));
}

/**
 * The caller by the API key, and the connected account by Stripe's header `Stripe-Account` or the
 * parameter `_stripe_account` that Stripe.js sends.
 */
export function callerOf(
  authorization: string | null,
  keyParam: unknown,
  account: unknown,
): Caller {
  const key = keyOf(authorization, keyParam);
  if (key === null) throw problems.noKey();
  const has = (prefix: string) => key.startsWith(prefix) && key.length > prefix.length;
  if (!Object.values(PREFIXES).some(has)) throw problems.badKey(key);
  return { publishable: has(PREFIXES.publishable), account: accountOf(account, key) };
}
