import { safeCause } from './answer.ts';
import { GatewayError } from './gatewayError.ts';

/** A read that takes longer is aborted; the next one may find a better connection. */
const READ_MS = 10_000;

/**
 * Runs `work` with a signal that also ends it after `limit` milliseconds. An abort by the caller
 * rejects with the caller's reason; a timeout and a broken connection become a {@link GatewayError}.
 */
export async function withTimeout<T>(
  work: (signal: AbortSignal) => Promise<T>,
  caller: AbortSignal | undefined,
  clientSecret: string,
  limit = READ_MS,
): Promise<T> {
  if (caller?.aborted) throw reasonOf(caller);
  const controller = new AbortController();
  const { signal } = controller;
  const timedOut = new GatewayError('timeout');
  const timer = setTimeout(() => controller.abort(timedOut), limit);
  const abort = () => controller.abort(caller?.reason);
  caller?.addEventListener('abort', abort);
  const reason = () => (caller?.aborted ? reasonOf(caller) : timedOut);
  try {
    return await Promise.race([rejection(signal, reason), work(signal)]);
  } catch (error) {
    if (signal.aborted) throw reason();
    throw error instanceof GatewayError
      ? error
      : new GatewayError('network', { cause: safeCause(error, clientSecret) });
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', abort);
  }
}

/** A signal has no reason in Chrome before 98, Firefox before 97 and Safari before 15.4. */
const reasonOf = (signal: AbortSignal): unknown =>
  signal.reason ?? new DOMException('Aborted', 'AbortError');

/** A merchant's own `retrieve` may ignore the signal; the wait for it must end all the same. */
function rejection(signal: AbortSignal, reason: () => unknown): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(reason()));
  });
}
