/** What went wrong with a request, and whether the same again may help. */
const KINDS = {
  network: { transient: true, message: 'The gateway could not be reached.' },
  timeout: { transient: true, message: 'The gateway did not answer in time.' },
  'rate-limited': { transient: true, message: 'The gateway asks for fewer requests.' },
  server: { transient: true, message: 'The gateway has a fault of its own.' },
  malformed: {
    transient: true,
    message: 'The gateway answered with something that is not a PaymentIntent.',
  },
  unauthorized: {
    transient: false,
    message:
      'The gateway refuses the publishable key: it may be of another gateway, account or mode.',
  },
  'not-found': {
    transient: false,
    message: 'The gateway knows no such PaymentIntent: the key may be of another account or mode.',
  },
  rejected: { transient: false, message: 'The gateway refuses the request.' },
  misconfigured: { transient: false, message: 'Paystep is not set up.' },
  'invalid-secret': { transient: false, message: 'The client secret is not one.' },
} as const;

/** Why a gateway could not be read or asked; each says whether it may pass by itself. */
export type GatewayErrorKind = keyof typeof KINDS;

/** What is known of an error, all of it optional. */
export interface GatewayErrorDetails {
  /** HTTP status of the answer. */
  readonly status?: number;
  /** What the gateway or the parser said, free of secrets. */
  readonly detail?: string;
  /** When the gateway wants to be asked again, in milliseconds since 1970. */
  readonly retryAt?: number;
  /** The gateway's id for the request, for its support. */
  readonly requestId?: string;
}

/** A PaymentIntent could not be read or confirmed. Never holds a key or a client secret. */
export class GatewayError extends Error {
  override readonly name: string = 'GatewayError';
  readonly status: number | undefined;
  readonly retryAt: number | undefined;
  readonly requestId: string | undefined;

  constructor(
    readonly kind: GatewayErrorKind,
    details: GatewayErrorDetails = {},
  ) {
    super(details.detail ? `${KINDS[kind].message} ${details.detail}` : KINDS[kind].message);
    this.status = details.status;
    this.retryAt = details.retryAt;
    this.requestId = details.requestId;
  }

  /** Whether the same request may succeed later. */
  get transient(): boolean {
    return KINDS[this.kind].transient;
  }
}
