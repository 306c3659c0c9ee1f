import { secretHint } from '#secretHint';
import { type PaymentIntent, PaymentIntentError } from '../intent/index.ts';
import { safeCause } from './answer.ts';
import type { RetrieveCall } from './dialect.ts';
import type { Gateway } from './gateway.ts';
import { GatewayError } from './gatewayError.ts';
import { warnOnce } from './warnOnce.ts';
import { withTimeout } from './withTimeout.ts';

/** What each call is made of. */
export type Call = Pick<RetrieveCall, 'publishableKey' | 'clientSecret' | 'id' | 'account'>;

/**
 * One call for one PaymentIntent or SetupIntent: checks the client secret before, ends `work` after `limit`
 * milliseconds, and takes nothing for an answer but that one.
 * @throws {GatewayError} and nothing else, unless the signal ended the call.
 */
export async function callGateway(
  gateway: Omit<Gateway, 'retrieve' | 'confirm'>,
  clientSecret: string,
  work: (call: Call, signal: AbortSignal) => Promise<unknown>,
  signal: AbortSignal | undefined,
  limit?: number,
): Promise<PaymentIntent> {
  const { publishableKey, account, intentId } = gateway;
  const id = intentId(clientSecret);
  if (!id) throw new GatewayError('invalid-secret', { detail: secretHint(clientSecret, intentId) });
  const call = { publishableKey, clientSecret, id, account };
  const answer = await withTimeout((ended) => work(call, ended), signal, clientSecret, limit);
  return checkedIntent(gateway, answer, id, clientSecret);
}

/** The intent that was asked for. Throws {@link GatewayError} where the answer is another thing. */
export function checkedIntent(
  { parse }: Pick<Gateway, 'parse'>,
  answer: unknown,
  id: string,
  clientSecret: string,
): PaymentIntent {
  try {
    const intent = parse(answer);
    if (intent.id === id) return intent;
  } catch (error) {
    if (error instanceof PaymentIntentError) {
      throw new GatewayError('malformed', { detail: error.message });
    }
    const cause = safeCause(error, clientSecret) ?? 'Error';
    const malformed = new GatewayError('malformed', {
      detail: `parse() has thrown ${cause}`,
      cause,
    });
    warnOnce(malformed.message);
    throw malformed;
  }
  throw new GatewayError('malformed', {
    detail: 'It is another one than was asked for.',
  });
}
