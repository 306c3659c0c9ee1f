import { type PaymentIntent, text } from '../intent/index.ts';
import { detailsOf, type ParsedRefusal, stripeRefusal } from './answer.ts';
import { type Call, callGateway, checkedIntent } from './callGateway.ts';
import type { ConfirmCall, Dialect, DialectReads, GatewayRequest } from './dialect.ts';
import type { Gateway } from './gateway.ts';
import { GatewayError, type GatewayErrorDetails, type GatewayErrorKind } from './gatewayError.ts';
import type { GatewayReader, ReadableGateway } from './gatewayReader.ts';
import { intentPath, send } from './send.ts';
import { confirmAtStripe } from './stripe.ts';
import { warnOnce } from './warnOnce.ts';
import { confirmAtWooshpay } from './wooshpay.ts';

/** A confirm may wait for a bank; Stripe's own client waits longer still. */
const CONFIRM_MS = 30_000;

/** The gateway has refused to confirm. */
export class ConfirmError extends GatewayError {
  override readonly name = 'ConfirmError';

  constructor(
    kind: GatewayErrorKind,
    details: GatewayErrorDetails,
    /** The parameter that is wrong, as the gateway calls it: `payment_method_data[boleto][tax_id]`. */
    readonly param: string | null,
    /** The PaymentIntent as it is now, where the answer has it; after a decline it always does. */
    readonly intent: PaymentIntent | null,
    /** Whether an attempt was made and has failed; else the request was merely wrong. */
    readonly isDecline = details.status === 402,
  ) {
    super(kind, details);
  }
}

/** Adds `confirm` where it is missing. */
export function withConfirm(gateway: ReadableGateway): Gateway {
  if ('confirm' in gateway) return gateway;
  const { name, baseUrl, publishableKey, account, intentId, parse, retrieve } = gateway;
  const confirm: Gateway['confirm'] = (clientSecret, params, { idempotencyKey, signal }) =>
    callGateway(
      gateway,
      clientSecret,
      (call, ended) => sendConfirm(gateway, { ...call, params, idempotencyKey }, ended),
      signal,
      CONFIRM_MS,
    );
  return { name, baseUrl, publishableKey, account, intentId, parse, retrieve, confirm };
}

/** With the publishable key, or through the merchant's own server. */
async function sendConfirm(reader: GatewayReader, call: ConfirmCall, signal: AbortSignal) {
  const { clientSecret, params, idempotencyKey, account } = call;
  const { confirm } = reader.options;
  if (!confirm) return confirmOverHttp(reader, call, signal);
  const answer = await confirm(clientSecret, params, { signal, idempotencyKey, account });
  const refusal = refusalIn(answer, reader.dialect);
  if (!refusal) return answer;
  // The merchant's server passes on the gateway's answer without its HTTP status. Stripe's `api_error`
  // is a fault of the gateway: the request may have taken effect.
  const kind = refusal.kind ?? (refusal.type === 'api_error' ? 'server' : 'rejected');
  throw refused(refusal, [kind, {}], reader, call);
}

async function confirmOverHttp(reader: GatewayReader, call: ConfirmCall, signal: AbortSignal) {
  const request = { method: 'POST', ...confirmRequest(reader.dialect, call) };
  const response = await send(reader, `${intentPath(call.id)}/confirm`, request, signal);
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const refusal = refusalIn(answer, reader.dialect);
  throw refused(refusal, detailsOf(refusal, response, Date.now()), reader, call);
}

/** What an answer says where it is a refusal; null where it is none, or says nothing. */
function refusalIn(
  answer: unknown,
  dialect: { readonly parseError?: (answer: unknown) => ParsedRefusal | null },
): ParsedRefusal | null {
  try {
    return dialect.parseError ? dialect.parseError(answer) : stripeRefusal(answer);
  } catch (error) {
    warnOnce(`parseError() has thrown ${error instanceof Error ? error.name : typeof error}.`);
    return null;
  }
}

const REQUESTS: Readonly<Record<string, Dialect['confirm']>> = {
  stripe: confirmAtStripe,
  wooshpay: confirmAtWooshpay,
};

/** A merchant's own dialect is whole; one of ours may be the half that reads. */
function confirmRequest(dialect: DialectReads, call: ConfirmCall): GatewayRequest {
  return (isWhole(dialect) ? dialect.confirm(call) : REQUESTS[dialect.name]?.(call)) ?? {};
}

const isWhole = (dialect: DialectReads): dialect is Dialect => 'confirm' in dialect;

function refused(
  refusal: ParsedRefusal | null,
  details: ReturnType<typeof detailsOf>,
  reader: GatewayReader,
  call: Call,
): ConfirmError {
  const { param, intent, isDecline } = refusal ?? {};
  return new ConfirmError(...details, paramIn(param), intentIn(intent, reader, call), isDecline);
}

/** A name, and more in brackets (`[address][line1]`, `[p24]`); any other text may quote what was sent. */
function paramIn(value: unknown): string | null {
  const param = text(value);
  return param && /^[a-z_]{1,40}(\[[a-z_]{1,40}\d{0,2}\])*$/.test(param) ? param : null;
}

function intentIn(value: unknown, reader: GatewayReader, call: Call): PaymentIntent | null {
  if (value === undefined || value === null) return null;
  try {
    return checkedIntent(reader, value, call.id, call.clientSecret);
  } catch {
    return null;
  }
}
