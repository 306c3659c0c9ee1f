import { type Dialect, decimalsOf, type IntentJson, type NextActionJson } from 'paystep';

/** A payment as AcmePay's API has it. */
export interface AcmePayment {
  /** `pay_7Qx` */
  readonly ref: string;
  readonly state: 'NEW' | 'WAITING' | 'BOOKING' | 'RESERVED' | 'DONE' | 'VOID';
  /** In major units: `{ value: '19.99', unit: 'EUR' }` */
  readonly money: { readonly value: string; readonly unit: string };
  readonly ways: readonly ('scan' | 'bank')[];
  readonly task:
    | { readonly kind: 'SCAN'; readonly text: string; readonly until: string }
    | { readonly kind: 'VISIT'; readonly link: string }
    | null;
  /** Why the last try has failed, by which way, and how many there were. */
  readonly refusal: {
    readonly reason: string;
    readonly way: string;
    readonly tries: number;
  } | null;
}

/** What it answers where it refuses a request, with 422. */
export interface AcmeFault {
  readonly fault: {
    readonly reason: string;
    readonly input?: 'back' | 'way';
    /** After a try that has failed at the bank. */
    readonly payment?: AcmePayment;
  };
}

const STATUS: Readonly<Record<AcmePayment['state'], IntentJson['status']>> = {
  NEW: 'requires_payment_method',
  WAITING: 'requires_action',
  BOOKING: 'processing',
  RESERVED: 'requires_capture',
  DONE: 'succeeded',
  VOID: 'canceled',
};

/** AcmePay's reasons that Paystep has words for. */
const CODES: Readonly<Record<string, string>> = {
  NO_FUNDS: 'insufficient_funds',
  TOO_LATE: 'payment_intent_payment_attempt_expired',
};

const PARAMS = { back: 'return_url', way: 'payment_method_data[type]' } as const;

function nextAction(task: AcmePayment['task']): NextActionJson | null {
  if (task?.kind === 'SCAN') {
    const expires_at = Date.parse(task.until) / 1000;
    const type = 'acme_scan_display_qr_code';
    return { type, [type]: { data: task.text, expires_at } };
  }
  if (task?.kind === 'VISIT') {
    const type = 'acme_bank_handle_redirect';
    return { type, [type]: { url: task.link } };
  }
  return null;
}

function lastError(refusal: AcmePayment['refusal']) {
  if (!refusal) return null;
  const code = CODES[refusal.reason] ?? 'payment_intent_payment_attempt_failed';
  // Another id for each try, so that two that fail alike are two; by the type it can be tried again.
  return { code, payment_method: { id: `try-${refusal.tries}`, type: `acme_${refusal.way}` } };
}

/** AcmePay, as Paystep asks and reads it. */
export const acmepay: Dialect = {
  name: 'acmepay',
  baseUrl: 'https://api.acmepay.example',
  // A client secret is "pay_7Qx.h4ndle": the payment, and what opens it.
  intentId: (clientSecret) => /^(pay_\w+)\.\w+$/.exec(clientSecret)?.[1] ?? null,
  retrieve: ({ id, clientSecret }) => ({
    path: `/payments/${encodeURIComponent(id)}`,
    query: { handle: clientSecret },
  }),
  confirm: ({ id, clientSecret, params, idempotencyKey }) => ({
    path: `/payments/${encodeURIComponent(id)}/start`,
    headers: { 'content-type': 'application/json', 'once-key': idempotencyKey },
    body: JSON.stringify({
      handle: clientSecret,
      way: String(params.payment_method_data?.type).replace('acme_', ''),
      back: params.return_url,
    }),
  }),
  parse(answer) {
    const { ref, state, money, ways, task, refusal } = answer as AcmePayment;
    return {
      id: ref,
      status: STATUS[state] ?? state,
      amount: Math.round(Number(money.value) * 10 ** decimalsOf(money.unit)),
      currency: money.unit,
      payment_method_types: ways.map((way) => `acme_${way}`),
      next_action: nextAction(task),
      last_payment_error: lastError(refusal),
    };
  },
  parseError(answer) {
    const { fault } = answer as Partial<AcmeFault>;
    if (!fault) return null;
    const { reason, input, payment } = fault;
    return {
      code: reason,
      param: input && PARAMS[input],
      intent: payment,
      isDecline: payment !== undefined,
    };
  },
};
