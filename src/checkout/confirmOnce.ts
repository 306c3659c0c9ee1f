import { ConfirmError, confirmPaymentIntent } from '../gateway/confirmPaymentIntent.ts';
import { GatewayError } from '../gateway/gatewayError.ts';
import type { ConfirmParams, Gateway } from '../gateway/index.ts';
import type { PaymentIntent } from '../intent/index.ts';
import { attemptOf } from './attempt.ts';
import { countAnswer, idempotencyKey } from './idempotencyKey.ts';
import { alone } from './lock.ts';
import { retryGap } from './pace.ts';
import type { Watch } from './watch.ts';

/**
 * What came of it:
 * - `answered`: the checkout's state says what; a decline is one of its states. Also where the
 *   payment had gone on already, in another tab or on the merchant's server, and nothing was sent.
 * - `refused`: nothing was tried. `param` is what the gateway finds wrong, where it says so.
 * - `unanswered`: the gateway could not be asked, or did not answer; when it was last read, nothing
 *   had come of it.
 */
export type ConfirmResult =
  | { readonly kind: 'answered' }
  | { readonly kind: 'refused'; readonly param: string | null; readonly error: GatewayError }
  | { readonly kind: 'unanswered'; readonly error: GatewayError };

export interface ConfirmTask {
  readonly gateway: Gateway;
  readonly clientSecret: string;
  readonly params: ConfirmParams;
  /** Its state is what the customer saw when they agreed to pay. */
  readonly watch: Pick<Watch, 'expect' | 'getState'>;
}

interface Attempt extends ConfirmTask {
  readonly seen: PaymentIntent;
}

/** Sent at most so often, a second, two and four after the one before. */
const TRIES = 4;

/** Attempts under way, by PaymentIntent. */
const running = new Map<string, Promise<ConfirmResult>>();

/**
 * Confirms a payment: once, whatever happens. A second call while one is under way shares its end;
 * before anything is sent, or sent again, the PaymentIntent is read, and where it has changed nothing
 * is; repeats carry the same Idempotency-Key.
 * @throws {TypeError} before the PaymentIntent was read: nobody can have agreed to pay yet.
 */
export async function confirmOnce(task: ConfirmTask): Promise<ConfirmResult> {
  const state = task.watch.getState();
  if (!('intent' in state)) {
    throw new TypeError('Paystep: confirm() was called before the PaymentIntent was read.');
  }
  const { intent: seen } = state;
  const begun =
    running.get(seen.id) ??
    alone(seen.id, () => attempt({ ...task, seen })).finally(() => running.delete(seen.id));
  running.set(seen.id, begun);
  return begun;
}

async function attempt(task: Attempt): Promise<ConfirmResult> {
  const key = idempotencyKey(task.seen, task.params);
  for (let tries = 1; ; tries += 1) {
    try {
      return (await hasMoved(task)) ? { kind: 'answered' } : await send(task, key);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      const param = error instanceof ConfirmError ? error.param : null;
      if (!error.transient) return { kind: 'refused', param, error };
      if (tries === TRIES) return { kind: 'unanswered', error };
      await pause(retryGap(error, tries, task.seen.id, Date.now()));
    }
  }
}

async function hasMoved({ gateway, clientSecret, seen, watch }: Attempt): Promise<boolean> {
  const take = watch.expect();
  const now = await gateway.retrieve(clientSecret);
  if (attemptOf(now) === attemptOf(seen)) return false;
  await take(now);
  return true;
}

async function send(task: Attempt, idempotencyKey: string): Promise<ConfirmResult> {
  const { gateway, clientSecret, params, watch } = task;
  const take = watch.expect();
  try {
    await take(await confirmPaymentIntent(gateway, clientSecret, params, { idempotencyKey }));
  } catch (error) {
    const refused = error instanceof ConfirmError && !error.transient ? error : null;
    if (!refused) throw error;
    countAnswer(task.seen.id);
    if (!tellsMore(refused, task.seen)) throw error;
    await take(refused.intent);
    return { kind: 'answered' };
  }
  countAnswer(task.seen.id);
  return { kind: 'answered' };
}

/** A decline, or a payment that somebody else has moved on; not a request that was merely wrong. */
function tellsMore(
  error: ConfirmError,
  seen: PaymentIntent,
): error is ConfirmError & { readonly intent: PaymentIntent } {
  const { intent, status } = error;
  return intent !== null && (status === 402 || attemptOf(intent) !== attemptOf(seen));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
