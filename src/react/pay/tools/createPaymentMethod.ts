import type { PayOptions } from '../../options.ts';

/**
 * The id of the payment method that the merchant makes of the gateway's own fields; null where the
 * fields have said themselves what is wrong, and as soon as nobody waits for it any more.
 */
export async function createPaymentMethod(
  create: PayOptions['createPaymentMethod'],
  type: string,
  signal: AbortSignal,
): Promise<string | null> {
  const aborted = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null));
  });
  const id: unknown = await Promise.race([create?.(type, { signal }), aborted]);
  if (id === null || (typeof id === 'string' && id)) return id;
  throw new TypeError('createPaymentMethod has to resolve with an id, or with null.');
}
