import type { ReactNode } from 'react';
import type { ConfirmTask } from '../../checkout/index.ts';
import type { Values } from '../../method/index.ts';
import type { Device } from '../../step/index.ts';

/** How customers pay from here; a merchant may leave all of it out. */
export interface PayOptions {
  /**
   * The payment method types to offer, in this order, of those that the PaymentIntent takes. An empty
   * list offers none: the payment is watched only. @default all, in the gateway's order, with the
   * wallets first that the device can open
   */
  readonly paymentMethodTypes?: readonly string[] | undefined;
  /**
   * Makes a payment method from the gateway's own fields (Stripe Elements) and resolves with its id;
   * without it `card` is not offered. An error's message is shown to the customer; '' says that the
   * fields themselves have told what is wrong.
   * @param signal is aborted where the customer leaves, or chooses another method, meanwhile.
   */
  readonly createPaymentMethod?:
    | ((type: string, signal: AbortSignal) => Promise<string>)
    | undefined;
  /** The gateway's own fields, to be placed under "Card". The custom element has `slot="card"`. */
  readonly cardFields?: ReactNode;
  /** What the shop knows of the customer already; it can be changed in the form. */
  readonly customer?: Pick<Values, 'name' | 'email' | 'phone'> | undefined;
  /** Keeps the payment method for later payments; asked for by `consent`. */
  readonly setupFutureUsage?: 'on_session' | 'off_session' | undefined;
  /** What the customer agrees to by a tick where `setupFutureUsage` is given, in their language. */
  readonly consent?: string | undefined;
}

/** The same where everything is there to pay with. */
export interface Pay extends PayOptions {
  readonly payment: Omit<ConfirmTask, 'params' | 'signal'>;
  readonly device?: Device | undefined;
}

/** What a customer has chosen and entered, kept while other screens are shown; never stored. */
export interface PayMemory {
  type?: string;
  values?: Values;
  /** Whether they have agreed that the method is kept. */
  keep?: boolean;
  /** They have pressed the button that says what comes next. */
  hasAgreed?: boolean;
}
