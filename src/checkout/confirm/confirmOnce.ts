import { ConfirmError } from '../../gateway/confirm.ts';
import { GatewayError } from '../../gateway/gatewayError.ts';
import type { ConfirmParams } from '../../gateway/index.ts';
import type { PaymentIntent } from '../../intent/index.ts';
import type { Payment } from '../openPayment.ts';
import { retryDelay } from '../polling/pollDelay.ts';
import type { Poller } from '../polling/poller.ts';
import { attemptOf } from './attempt.ts';
import { recordAnswered, recordSent } from './attemptLog.ts';
import { confirmPayment } from './confirmPayment.ts';
import { idempotencyKey } from './idempotencyKey.ts';
import { withLock } from './withLock.ts';

/**
 * What came of a confirm:
 * - `updated`: the PaymentIntent has moved on, and the checkout's state shows it. A decline is one of
 *   its states. Also where it had moved on already, in another tab or on the merchant's server, and
 *   nothing was sent.
 * - `amount_changed`: the amount is another than the customer saw. Nothing was sent, and the state has it.
 * - `rejected`: nothing was tried. `param` is the parameter that the gateway finds wrong, if it names one.
 * - `unknown`: the gateway could not be asked, or did not answer. The state shows what comes of it, if
 *   anything does; the same confirm again is safe.
 */
export type ConfirmResult =
  | { readonly kind: 'updated' }
  | { readonly kind: 'amount_changed' }
  | { readonly kind: 'rejected'; readonly param: string | null; readonly error: GatewayError }
  | { readonly kind: 'unknown'; readonly error: GatewayError };

export interface ConfirmTask {
  readonly payment: Payment;
  readonly params: ConfirmParams;
  /** Its state is what the customer saw when they agreed to pay. */
  readonly poller: Pick<Poller, 'reserveAnswer' | 'getState'>;
  /** Once it is aborted nothing more is sent; what is on its way already cannot be called back. */
  readonly signal?: AbortSignal | undefined;
}

interface Attempt extends ConfirmTask {
  readonly shown: PaymentIntent;
  readonly key: string;
}

/** A confirm is sent at most this often: the repeats follow after one, two and four seconds. */
const MAX_TRIES = 4;

/**
 * A device may sleep between two tries. Gateways forget a key after a day (Stripe: "at least 24 hours",
 * https://docs.stripe.com/api/idempotent_requests), and a forgotten key makes another attempt.
 */
const KEY_LIFETIME_MS = 12 * 3_600_000;

/** Confirms under way, by the PaymentIntent's id. */
const running = new Map<string, Promise<ConfirmResult>>();

/**
 * Confirms a payment once. A second call while one is under way shares its result. The PaymentIntent is
 * read before each try, and nothing is sent where it has changed. Repeats carry the same Idempotency-Key.
 * @throws {TypeError} before the PaymentIntent was read: the customer cannot have agreed to pay yet.
 */
export async function confirmOnce(task: ConfirmTask): Promise<ConfirmResult> {
  const state = task.poller.getState();
  if (!('intent' in state)) {
    throw new TypeError('Paystep: confirm() was called before the PaymentIntent was read.');
  }
  const { intent: shown } = state;
  const pending =
    running.get(shown.id) ??
    withLock(shown.id, () => startAttempt(task, shown)).finally(() => running.delete(shown.id));
  running.set(shown.id, pending);
  return pending;
}

async function startAttempt(task: ConfirmTask, shown: PaymentIntent): Promise<ConfirmResult> {
  const key = await idempotencyKey({ ...task, shown });
  return runAttempt({ ...task, shown, key });
}

async function runAttempt(task: Attempt): Promise<ConfirmResult> {
  const { shown, signal } = task;
  const end = Date.now() + KEY_LIFETIME_MS;
  let error: GatewayError | null = null;
  let isSent = false;
  for (let tries = 1; tries <= MAX_TRIES && !signal?.aborted; tries += 1) {
    if (error) await delay(retryDelay(error, tries - 1, shown.id, Date.now()), signal);
    try {
      const change = await detectChange(task);
      if (change) return change;
      if (signal?.aborted || Date.now() > end) break;
      isSent = true;
      return await send(task);
    } catch (reason) {
      if (signal?.aborted) break;
      if (!(reason instanceof GatewayError)) throw reason;
      error = reason;
      // A read that is refused, where others were answered, may be a firewall's or a proxy's doing.
      if (reason instanceof ConfirmError && !reason.transient) break;
    }
  }
  // A read that is refused does not tell what became of a confirm that was sent before.
  if (error?.transient === false && !isSent) return { kind: 'rejected', param: null, error };
  return isSent ? readAfterSend(task, error) : { kind: 'unknown', error: error ?? endedError() };
}

/** Reads the payment and shows the customer what has changed; null where nothing has. */
async function detectChange({
  payment,
  shown,
  signal,
  poller,
}: Attempt): Promise<ConfirmResult | null> {
  const acceptAnswer = poller.reserveAnswer();
  const now = await payment.retrieve(signal);
  const hasMoved = attemptOf(now) !== attemptOf(shown);
  const isRepriced = differs(now.amount, shown.amount) || differs(now.currency, shown.currency);
  if (!hasMoved && !isRepriced) return null;
  await acceptAnswer(now);
  return { kind: hasMoved ? 'updated' : 'amount_changed' };
}

const differs = <T>(now: T | null, shown: T | null) =>
  now !== null && shown !== null && now !== shown;

/** The last try may have taken effect, with only its answer lost. */
async function readAfterSend(task: Attempt, error: GatewayError | null): Promise<ConfirmResult> {
  const change = task.signal?.aborted ? null : await detectChange(task).catch(() => null);
  if (change) return change;
  // Stripe answers the same key with the same 500 again, even when its fault has passed, so the next
  // try needs another key. A merchant's server tells no HTTP status.
  if (error instanceof ConfirmError && (error.status ?? 500) === 500) recordAnswered(task.key);
  return { kind: 'unknown', error: error ?? endedError() };
}

const endedError = () =>
  new GatewayError('network', { detail: 'The checkout was ended meanwhile.' });

async function send(task: Attempt): Promise<ConfirmResult> {
  const { payment, params, shown, key, poller } = task;
  const acceptAnswer = poller.reserveAnswer();
  let intent: PaymentIntent;
  recordSent(key, shown);
  try {
    intent = await confirmPayment(payment, params, { idempotencyKey: key });
  } catch (error) {
    if (!(error instanceof ConfirmError) || error.transient) throw error;
    recordAnswered(key);
    const change = hasMovedOn(error, shown) ? error.intent : null;
    if (!change) return rejection(task, error);
    intent = change;
  }
  recordAnswered(key);
  await acceptAnswer(intent);
  return { kind: 'updated' };
}

/**
 * Whether the refusal's PaymentIntent shows a decline (also one like the last), or has moved on by
 * somebody else's doing. A request that was merely wrong has changed nothing.
 */
function hasMovedOn({ intent, isDecline }: ConfirmError, shown: PaymentIntent): boolean {
  if (!intent) return false;
  const isShown = isDecline && intent.lastPaymentError !== null;
  return isShown || attemptOf(intent) !== attemptOf(shown);
}

/** A refusal may come without the PaymentIntent, which may have moved on meanwhile: so it is read. */
async function rejection(task: Attempt, error: ConfirmError): Promise<ConfirmResult> {
  const isBlind = error.kind === 'rejected' && !error.intent;
  const change = isBlind ? await detectChange(task).catch(() => null) : null;
  return change ?? { kind: 'rejected', param: error.param, error };
}

function delay(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
}
