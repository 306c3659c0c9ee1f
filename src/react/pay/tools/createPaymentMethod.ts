import type { PayOptions } from '../../options.ts';
import { checkPaymentMethodId } from './checkPaymentMethodId.ts';

/**
 * The id of the payment method that the merchant makes of the gateway's own fields; null where the
 * fields have said themselves what is wrong, and as soon as nobody waits for it any more.
 */
export async function createPaymentMethod(
  create: PayOptions['createPaymentMethod'],
  type: string,
  signal: AbortSignal,
  gateway: string | null,
): Promise<string | null> {
  const aborted = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null));
  });
  const id: unknown = await Promise.race([create?.(type, { signal }), aborted]);
  return checkPaymentMethodId(id, gateway);
}
