import type {
  CheckoutFailure,
  CheckoutState,
  CheckoutSuccess,
  Connection,
  Phase,
} from '../checkout/index.ts';
import type { GatewayError } from '../gateway/index.ts';
import type { PaymentFailure } from '../intent/index.ts';
import type { StepKind } from '../step/index.ts';

/** What every event tells. Never a client secret, never a URL. */
export interface EventDetail {
  readonly phase: Phase;
  /** The kind of the step, in phase `action`. */
  readonly step: StepKind | null;
  /** The PaymentIntent's own status, once it is known. */
  readonly status: string | null;
  readonly intentId: string | null;
  readonly connection: Connection;
}

/** What `paystep-success` tells beside that. */
export interface SuccessDetail extends EventDetail {
  readonly outcome: CheckoutSuccess['outcome'];
}

/** What `paystep-failure` tells beside that. */
export interface FailureDetail extends EventDetail {
  readonly outcome: CheckoutFailure['outcome'];
  /** Why, where `outcome` is `failed`. */
  readonly failure: PaymentFailure | null;
}

/** What `paystep-error` tells beside that. */
export interface ErrorDetail extends EventDetail {
  readonly error: GatewayError;
}

class PaystepEvent<Detail extends EventDetail> extends Event {
  constructor(
    type: string,
    readonly detail: Detail,
  ) {
    super(type, { bubbles: true, composed: true });
  }
}

/** Every change of what the customer sees. */
export class PaystepChangeEvent extends PaystepEvent<EventDetail> {
  constructor(state: CheckoutState) {
    super('paystep-change', detailOf(state));
  }
}

/** The payment has succeeded or is authorized. */
export class PaystepSuccessEvent extends PaystepEvent<SuccessDetail> {
  constructor(state: CheckoutState, { outcome }: CheckoutSuccess) {
    super('paystep-success', { ...detailOf(state), outcome });
  }
}

/** An attempt has failed, or the payment was canceled. */
export class PaystepFailureEvent extends PaystepEvent<FailureDetail> {
  constructor(state: CheckoutState, { outcome, failure }: CheckoutFailure) {
    super('paystep-failure', { ...detailOf(state), outcome, failure });
  }
}

/** The PaymentIntent cannot be read. */
export class PaystepErrorEvent extends PaystepEvent<ErrorDetail> {
  constructor(state: CheckoutState, error: GatewayError) {
    super('paystep-error', { ...detailOf(state), error });
  }
}

export function detailOf(state: CheckoutState): EventDetail {
  const intent = 'intent' in state ? state.intent : null;
  return {
    phase: state.phase,
    step: state.phase === 'action' ? state.step.kind : null,
    status: intent?.status ?? null,
    intentId: intent?.id ?? null,
    connection: state.connection,
  };
}

/** They bubble: the document and the window hear them too. */
interface PaystepEventMap {
  'paystep-change': PaystepChangeEvent;
  'paystep-success': PaystepSuccessEvent;
  'paystep-failure': PaystepFailureEvent;
  'paystep-error': PaystepErrorEvent;
}

declare global {
  interface HTMLElementEventMap extends PaystepEventMap {}
  interface DocumentEventMap extends PaystepEventMap {}
  interface WindowEventMap extends PaystepEventMap {}
}
