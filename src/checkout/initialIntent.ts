import type { PaymentIntent } from '../intent/index.ts';
import type { Payment } from './openPayment.ts';

/**
 * The PaymentIntent that a merchant's page brought along, as an object or as JSON. It only spares
 * the first request, so one that cannot be read is left out, with a word to the developer.
 */
export function parseInitialIntent(input: unknown, { parse }: Payment): PaymentIntent | undefined {
  if (input === undefined || input === null || input === '') return undefined;
  try {
    return parse(typeof input === 'string' ? JSON.parse(input) : input);
  } catch {
    // The input itself is not quoted: it holds the client secret.
    console.warn(
      'Paystep: initialIntent is not a PaymentIntent or SetupIntent as the gateway sends it; reading it instead.',
    );
    return undefined;
  }
}
