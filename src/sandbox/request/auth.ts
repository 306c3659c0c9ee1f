import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';

export interface Caller {
  /**
   * The caller has a publishable key: it may read and confirm one payment, with its client secret.
   */
  readonly publishable: boolean;
}

const ROLES: readonly [prefix: string, caller: Caller][] = [
  ['pk_test_', { publishable: true }],
  ['sk_test_', { publishable: false }],
];

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

/** The caller by the API key. */
export function callerOf(authorization: string | null, keyParam: unknown): Caller {
  const key = keyOf(authorization, keyParam);
  if (key === null) throw problems.noKey();
  const role = ROLES.find(([prefix]) => key.startsWith(prefix) && key.length > prefix.length);
  if (!role) throw problems.badKey(key);
  return role[1];
}
