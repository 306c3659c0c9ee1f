/**
 * The kinds of faults.
 * - `latency`: the answer comes `ms` later
 * - `rate_limit`: 429 `rate_limit`, as after too many requests
 * - `lock_timeout`: 429 `lock_timeout`, as while another request uses the object
 * - `conflict`: 409 `idempotency_key_in_use`, as while the first request with the key is running
 * - `server_error`: 500
 * - `drop`: the connection is closed without an answer. On a connection that it has used before,
 *   Chromium then sends the same request once more, unnoticed by the page, even a POST
 * - `break_off`: the connection ends in the middle of the answer, which browsers do not retry
 * - `malformed`: the answer is cut short, or is a page of HTML
 * - `stale`: a read answers the payment as it was before its last change
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
