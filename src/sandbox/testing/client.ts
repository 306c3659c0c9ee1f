import qs from 'qs';
import { SAMPLE_BILLING, SAMPLE_DETAILS, SAMPLE_OPTIONS } from '../methods/requiredFields.ts';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import type { SandboxOptions } from '../sandboxOptions.ts';

/** An answer as tests read it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers whose shape they are about to check
  readonly body: any;
}

export const SECRET = 'sk_test_sandbox';
export const PUBLISHABLE = 'pk_test_sandbox';
export const ORIGIN = 'http://localhost:4242';

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const basic = (key: string) => ({ authorization: `Basic ${btoa(`${key}:`)}` });

const TYPES = {
  stripe: 'application/x-www-form-urlencoded',
  wooshpay: 'application/json',
} as const;

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  };
}

/** A merchant's server, a browser and a customer, all speaking to one sandbox without a network. */
export function createTestClient(
  options: SandboxOptions = {},
  sandbox: Sandbox = createSandbox(options),
) {
  const send = async (path: string, init: RequestInit = {}) =>
    answerOf(await sandbox.fetch(new Request(new URL(path, ORIGIN), init)));

  const stripe = (path: string, params: object = {}, key = SECRET) =>
    send(`/stripe/v1/payment_intents${path}`, {
      method: 'POST',
      headers: { ...bearer(key), 'content-type': 'application/x-www-form-urlencoded' },
      body: qs.stringify(params),
    });

  /** A call of any resource at one of the gateways, with the secret key. */
  const post = (dialect: 'stripe' | 'wooshpay', path: string, params: object = {}) =>
    send(`/${dialect}/v1${path}`, {
      method: 'POST',
      headers: { ...bearer(SECRET), 'content-type': TYPES[dialect] },
      body: dialect === 'stripe' ? qs.stringify(params) : JSON.stringify(params),
    });

  const wooshpay = (path: string, params: object = {}, headers: Record<string, string> = {}) =>
    send(`/wooshpay/v1/payment_intents${path}`, {
      method: 'POST',
      headers: { ...basic(SECRET), 'content-type': 'application/json', ...headers },
      body: JSON.stringify(params),
    });

  const simulate = (id: string, outcome: string, amount?: unknown) =>
    send(`/sandbox/intents/${id}/simulate`, {
      method: 'POST',
      body: JSON.stringify({ outcome, amount }),
    });

  const read = (dialect: string, id: string, key = SECRET, query = '') =>
    send(`/${dialect}/v1/payment_intents/${id}${query}`, { headers: bearer(key) });

  const submit = (url: string, fields: Record<string, string> = {}) =>
    send(url, { method: 'POST', body: new URLSearchParams(fields) });

  return { sandbox, send, post, stripe, wooshpay, simulate, read, submit };
}

export type TestClient = ReturnType<typeof createTestClient>;

export const RETURN_URL = 'https://shop.example/thanks?order=7';

/** A method with everything that the gateway asks for. */
export const methodData = (type: string, details: object = {}) => ({
  type,
  billing_details: SAMPLE_BILLING,
  [type]: { ...SAMPLE_DETAILS[type], ...details },
});

/** Parameters of a payment that is confirmed at once. */
export const confirmed = (type: string, more: object = {}) => ({
  amount: 1800,
  currency: 'eur',
  confirm: true,
  return_url: RETURN_URL,
  payment_method_data: methodData(type),
  payment_method_types: [type],
  ...(SAMPLE_OPTIONS[type] && { payment_method_options: { [type]: SAMPLE_OPTIONS[type] } }),
  ...more,
});

/** The same with a test card. */
export const card = (number: string, more: object = {}) =>
  confirmed('card', { payment_method_data: { type: 'card', card: { number } }, ...more });
