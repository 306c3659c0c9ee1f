import { isRecord, type PaymentIntent, text } from '../intent/index.ts';
import { refusalOf } from './answer.ts';
import { type ConfirmParams, checkedIntent, type Gateway, idIn } from './createGateway.ts';
import { GatewayError, type GatewayErrorDetails, type GatewayErrorKind } from './gatewayError.ts';
import { withTimeout } from './request.ts';
import { WIRES } from './wires.ts';

/** An attempt may ask a bank first; Stripe's own client waits longer still. */
const CONFIRM_MS = 30_000;

/** The gateway has refused to confirm. */
export class ConfirmError extends GatewayError {
  override readonly name = 'ConfirmError';

  constructor(
    kind: GatewayErrorKind,
    details: GatewayErrorDetails,
    /** The parameter that is wrong, as the gateway calls it: `payment_method_data[boleto][tax_id]`. */
    readonly param: string | null,
    /** The PaymentIntent as it is now, where the gateway says so; after a decline it always does. */
    readonly intent: PaymentIntent | null,
  ) {
    super(kind, details);
  }
}

/** What makes a confirm safe to repeat, and to give up. */
export interface ConfirmOptions {
  /** The same for every repeat of one attempt: the gateway then answers again what it has answered. */
  readonly idempotencyKey: string;
  /** Ends the wait; whether the gateway has confirmed is then not known. */
  readonly signal?: AbortSignal;
}

/**
 * Confirms a PaymentIntent with a publishable key (or through the merchant's own server).
 * @throws {ConfirmError} where the gateway refuses, a declined payment included;
 * @throws {GatewayError} where it could not be asked: it may have confirmed all the same. Read first,
 * then repeat with the same key.
 */
export async function confirmPaymentIntent(
  gateway: Gateway,
  clientSecret: string,
  params: ConfirmParams,
  { idempotencyKey, signal }: ConfirmOptions,
): Promise<PaymentIntent> {
  const id = idIn(clientSecret);
  const send = gateway.given?.confirm ?? overHttp(gateway, id);
  const answer = await withTimeout(
    (own) => send(clientSecret, params, { signal: own, idempotencyKey }),
    signal,
    CONFIRM_MS,
  );
  if (isRecord(answer) && isRecord(answer.error)) {
    // The merchant's server passes on what the gateway said, and not with which HTTP status.
    throw refused([ofType(answer.error.type), {}], answer, id);
  }
  return checkedIntent(answer, id);
}

/** `api_error` is the gateway's own fault: nobody knows what came of the request. */
const ofType = (type: unknown) => (type === 'api_error' ? 'server' : 'rejected');

type Send = NonNullable<NonNullable<Gateway['given']>['confirm']>;

function overHttp({ name, address, publishableKey, given }: Gateway, id: string): Send {
  return async (clientSecret, params, { signal, idempotencyKey }) => {
    const { headers, body } = WIRES[name](publishableKey, {
      ...params,
      client_secret: clientSecret,
    });
    const send = given?.fetch ?? ((input, init) => fetch(input, init));
    const response = await send(`${address}/v1/payment_intents/${id}/confirm`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': idempotencyKey },
      body,
      signal,
      credentials: 'omit',
      cache: 'no-store',
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw refused(refusalOf(response, answer, Date.now()), answer, id);
    return answer;
  };
}

function refused(
  refusal: [GatewayErrorKind, GatewayErrorDetails],
  answer: unknown,
  id: string,
): ConfirmError {
  const error = isRecord(answer) && isRecord(answer.error) ? answer.error : {};
  return new ConfirmError(...refusal, paramIn(error.param), intentIn(error.payment_intent, id));
}

/** A name, and more in brackets (`[address][line1]`, `[p24]`); anything else may quote what was sent. */
function paramIn(value: unknown): string | null {
  const param = text(value);
  return param && /^[a-z_]{1,40}(\[[a-z_]{1,40}\d{0,2}\])*$/.test(param) ? param : null;
}

function intentIn(value: unknown, id: string): PaymentIntent | null {
  try {
    return checkedIntent(value, id);
  } catch {
    return null;
  }
}
