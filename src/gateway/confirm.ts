import { isRecord, type PaymentIntent, text } from '../intent/index.ts';
import { refusalOf } from './answer.ts';
import type { Connection } from './connect.ts';
import type { Dialect, DialectReads } from './dialect.ts';
import type { Gateway, GatewayOptions } from './gateway.ts';
import { GatewayError, type GatewayErrorDetails, type GatewayErrorKind } from './gatewayError.ts';
import { withTimeout } from './request.ts';
import { stripe } from './stripe.ts';
import { wooshpay } from './wooshpay.ts';

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

/** Whatever reads: a gateway, or the half of one that the script tag's first file has. */
export type Reads = Gateway | Connection;

/** Adds `confirm` where it is missing. */
export function withConfirm(gateway: Reads): Gateway {
  if ('confirm' in gateway) return gateway;
  return { ...gateway, confirm: (...call) => confirmIntent(gateway, ...call) };
}

/** With the publishable key, or through the merchant's own server. */
async function confirmIntent(
  connection: Connection,
  ...[clientSecret, params, { idempotencyKey, signal }]: Parameters<Gateway['confirm']>
): Promise<PaymentIntent> {
  const { id } = connection.callOf(clientSecret);
  const send = connection.options.confirm ?? sending(connection);
  const answer = await withTimeout(
    (ended) => send(clientSecret, params, { signal: ended, idempotencyKey }),
    signal,
    CONFIRM_MS,
  );
  if (isRecord(answer) && isRecord(answer.error)) {
    // The merchant's server passes on what the gateway said, and not with which HTTP status.
    throw refused([kindOf(answer.error.type), {}], answer, connection, id);
  }
  return connection.intentFrom(answer, id);
}

/** `api_error` is the gateway's own fault: nobody knows what came of the request. */
const kindOf = (type: unknown) => (type === 'api_error' ? 'server' : 'rejected');

const DIALECTS: Readonly<Record<string, Dialect>> = { stripe, wooshpay };

/** A merchant's own is whole; one of ours may be the half that reads. */
function dialectOf({ dialect }: Connection): Dialect {
  const whole = isWhole(dialect) ? dialect : DIALECTS[dialect.name];
  if (whole) return whole;
  throw new GatewayError('misconfigured', { detail: 'Its dialect cannot confirm.' });
}

const isWhole = (dialect: DialectReads): dialect is Dialect => 'confirm' in dialect;

/** A confirm by the gateway's own API. */
function sending(connection: Connection): NonNullable<GatewayOptions['confirm']> {
  return async (clientSecret, params, { signal, idempotencyKey }) => {
    const call = connection.callOf(clientSecret);
    const request = dialectOf(connection).confirm({ ...call, params, idempotencyKey });
    const path = `/v1/payment_intents/${call.id}/confirm`;
    const response = await connection.send(path, { method: 'POST', ...request }, signal);
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer;
    throw refused(refusalOf(response, answer, Date.now()), answer, connection, call.id);
  };
}

function refused(
  refusal: [GatewayErrorKind, GatewayErrorDetails],
  answer: unknown,
  connection: Connection,
  id: string,
): ConfirmError {
  const error = isRecord(answer) && isRecord(answer.error) ? answer.error : {};
  const intent = intentIn(error.payment_intent, connection, id);
  return new ConfirmError(...refusal, paramIn(error.param), intent);
}

/** A name, and more in brackets (`[address][line1]`, `[p24]`); anything else may quote what was sent. */
function paramIn(value: unknown): string | null {
  const param = text(value);
  return param && /^[a-z_]{1,40}(\[[a-z_]{1,40}\d{0,2}\])*$/.test(param) ? param : null;
}

function intentIn(value: unknown, { intentFrom }: Connection, id: string): PaymentIntent | null {
  try {
    return intentFrom(value, id);
  } catch {
    return null;
  }
}
