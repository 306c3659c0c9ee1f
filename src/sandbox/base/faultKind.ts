/**
 * What can be made to go wrong.
 * - `latency`: the answer comes `ms` later
 * - `rate_limit`: 429 `rate_limit`, as from a gateway that is asked too often
 * - `lock_timeout`: 429 `lock_timeout`, as for an object that is in use
 * - `conflict`: 409 `idempotency_key_in_use`, as while the same request is on its way
 * - `server_error`: 500
 * - `drop`: the connection is closed without an answer. On a connection that it has used before,
 *   Chromium then sends the same request once more, unseen by the page, also a POST
 * - `break_off`: the connection ends in the middle of the answer, which no browser repeats
 * - `malformed`: the answer is cut short, or is a page of HTML
 * - `stale`: a read answers what the payment was before its last change
 */
export const FAULT_KINDS = [
  'latency',
  'rate_limit',
  'lock_timeout',
  'conflict',
  'server_error',
  'drop',
  'break_off',
  'malformed',
  'stale',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];
