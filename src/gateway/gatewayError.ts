/** What went wrong with a request. */
const MESSAGES = {
  network: 'The gateway could not be reached.',
  timeout: 'The gateway did not answer in time.',
  'rate-limited': 'The gateway asks for fewer requests.',
  server: 'The gateway has a fault of its own.',
  malformed: 'The gateway answered with something that is not a PaymentIntent or SetupIntent.',
  unauthorized:
    'The gateway refuses the publishable key: it may be of another gateway, account or mode.',
  'not-found':
    'The gateway knows no such PaymentIntent or SetupIntent: the key may be of another account or mode.',
  rejected: 'The gateway refuses the request.',
  misconfigured: 'Paystep is not set up.',
  'invalid-secret': 'The client secret is not one.',
} as const;

/** With these the same request may succeed later. */
const TRANSIENT = /^(network|timeout|rate-limited|server|malformed)$/;

/**
 * Why a request failed. Transient kinds (the same request may succeed later): `network`, `timeout`,
 * `rate-limited`, `server`, `malformed`. Lasting ones: `unauthorized`, `not-found`, `rejected`,
 * `misconfigured`, `invalid-secret`. `onError` is called for the lasting ones, and for a transient one
 * where nothing could be read after several tries.
 */
export type GatewayErrorKind = keyof typeof MESSAGES;

/** What is known of an error, all of it optional. */
export interface GatewayErrorDetails {
  /** HTTP status of the answer. */
  readonly status?: number;
  /** The gateway's or the parser's reason, free of secrets. */
  readonly detail?: string;
  /** When the gateway wants to be asked again (`Retry-After`), in milliseconds since 1970. */
  readonly retryAt?: number;
  /** The gateway's id for the request, for its support. */
  readonly requestId?: string;
  /** What was thrown by the code that reads, the merchant's own or `fetch`; where its words hold no secret. */
  readonly cause?: unknown;
}

/** A PaymentIntent or SetupIntent could not be read or confirmed. Never holds a key or a client secret. */
export class GatewayError extends Error {
  override readonly name: string = 'GatewayError';
  readonly status: number | undefined;
  readonly retryAt: number | undefined;
  readonly requestId: string | undefined;

  constructor(
    readonly kind: GatewayErrorKind,
    details: GatewayErrorDetails = {},
  ) {
    super(details.detail ? `${MESSAGES[kind]} ${details.detail}` : MESSAGES[kind], details);
    this.status = details.status;
    this.retryAt = details.retryAt;
    this.requestId = details.requestId;
  }

  /** Whether the same request may succeed later. */
  get transient(): boolean {
    return TRANSIENT.test(this.kind);
  }
}
