import { createContext, type ReactNode, useContext } from 'react';
import type { CheckoutCallbacks, Connection, RefetchReason } from '../checkout/index.ts';
import type { PaymentIntent } from '../intent/index.ts';
import type { Messages } from '../locales/index.ts';
import type { AppStep, RedirectStep } from '../step/index.ts';
import type { Pay, PayMemory } from './pay/pay.ts';

/** How a redirect leaves the shop: by itself, by a button, or into a window of its own. */
export type RedirectMode = 'auto' | 'button' | 'popup';

/** How the checkout looks, whatever the page around it does. */
export type Theme = 'light' | 'dark' | 'auto';

/**
 * Asked before the customer leaves for a bank's page or a wallet. A redirect waits for the promise,
 * and does not happen where it rejects; an app is opened without waiting, since phones open apps
 * only straight from a tap.
 */
export type BeforeRedirect = (step: RedirectStep | AppStep) => unknown;

/**
 * The shop's own mark for a payment method type: in the list in place of the one that is `drawn`, and
 * above a step, where none is (null). It is a picture beside the method's name, so without a text of
 * its own.
 */
export type Icon = (type: string, drawn: ReactNode) => ReactNode;

/** What every view of one checkout shares. */
export interface View extends Pick<CheckoutCallbacks, 'onRetry' | 'onSdkAction'> {
  readonly messages: Messages;
  /** The checkout's own element, once it is on the page. */
  readonly place: { readonly current: Element | null };
  readonly intent: PaymentIntent | null;
  /** The amount as the customer reads it, or '' where it is not known. */
  readonly amount: string;
  /** BCP 47; the browser's own where it is missing. */
  readonly locale: string | undefined;
  /** The shop's name, for a picture that the customer keeps. */
  readonly merchantName: string;
  readonly icon: Icon;
  readonly redirect: RedirectMode;
  readonly beforeRedirect?: BeforeRedirect | undefined;
  readonly connection: Connection;
  /** When the step ends by this device's clock, and whether only that clock calls it over. */
  readonly endsAt: number | null;
  readonly overdue: boolean;
  /** Has a text read out, once, by those who listen. */
  readonly announce: (text: string) => void;
  /** Reads the PaymentIntent at once; settles when the answer is in the state. */
  readonly wake: (reason: RefetchReason) => Promise<void>;
  /** With what to pay from here; null where the payment is only watched. */
  readonly pay: Pay | null;
  /** Where the gateway sends the customer back to, as a whole address; null for nowhere. */
  readonly returnUrl: string | null;
  readonly memory: PayMemory;
  /** Whether the customer has asked for the list of methods, in place of what is on the screen. */
  readonly isChoosing: boolean;
  readonly openMethods: () => void;
  readonly closeMethods: () => void;
}

const ViewContext = createContext<View | null>(null);

export const ViewProvider = ViewContext.Provider;

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('Paystep: this view has to be inside <Checkout>.');
  return view;
}
