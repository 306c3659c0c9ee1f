import type { CheckoutCallbacks } from '../checkout/index.ts';
import type { MessageOverrides } from '../locales/index.ts';
import type { Values } from '../method/index.ts';
import type { AppStep, RedirectStep } from '../step/index.ts';

/** How a redirect leaves the shop: by itself, by a button, or into a window of its own. */
export type RedirectMode = 'auto' | 'button' | 'popup';

/** How the checkout looks, whatever the page around it does. */
export type Theme = 'light' | 'dark' | 'auto';

/**
 * Asked before the customer leaves for a bank's page or a wallet. A redirect waits for the promise,
 * and does not happen where it rejects; an app is opened without waiting, since phones open apps
 * only straight from a tap.
 *
 * @example
 * beforeRedirect={async ({ method }) => saveBasket(method)}
 */
export type BeforeRedirect = (step: RedirectStep | AppStep) => unknown;

/** How customers pay from here; a merchant may leave all of it out. */
export interface PayOptions {
  /**
   * The payment method types to offer, in this order, of those that the PaymentIntent takes. An empty
   * list offers none: the payment is watched only. @default all, in the gateway's order, with the
   * wallets first that the device can open
   */
  readonly paymentMethodTypes?: readonly string[] | undefined;
  /**
   * Makes a payment method from the gateway's own fields (Stripe Elements) and resolves with its id
   * (`pm_…`), with that of a ConfirmationToken (`ctoken_…`), or with `null` where the fields have said
   * themselves what is wrong. What it rejects with is shown
   * to the customer. Without this function `card` is not offered.
   *
   * @param signal is aborted where the customer leaves, or chooses another method, meanwhile.
   * @example
   * async createPaymentMethod(type, { signal }) {
   *   const { paymentMethod, error } = await stripe.createPaymentMethod({ type, card });
   *   if (error) throw error;
   *   return paymentMethod.id;
   * }
   */
  readonly createPaymentMethod?:
    | ((type: string, options: { readonly signal: AbortSignal }) => Promise<string | null>)
    | undefined;
  /** What the shop knows of the customer already; it can be changed in the form. */
  readonly customer?: Pick<Values, 'name' | 'email' | 'phone'> | undefined;
  /**
   * Keeps the payment method for later payments; asked for by `consent`. Not sent for a SetupIntent,
   * which has its `usage`.
   */
  readonly setupFutureUsage?: 'on_session' | 'off_session' | undefined;
  /**
   * What the customer agrees to, in their language: by a tick where `setupFutureUsage` is given, and by
   * the button where it is a SetupIntent. @default there Paystep's own words, if the `usage` is `off_session`
   */
  readonly consent?: string | undefined;
}

/** How the checkout looks and speaks, and what it asks of the shop. */
export interface ViewOptions extends Pick<CheckoutCallbacks, 'onRetry' | 'onSdkAction'> {
  /** How a redirect leaves the shop. @default 'auto' */
  readonly redirect?: RedirectMode | undefined;
  readonly beforeRedirect?: BeforeRedirect | undefined;
  /** Where the gateway sends the customer back to; tells from which origin a message counts. */
  readonly returnUrl?: string | undefined;
  /** BCP 47: the language, and the region for money and dates. @default the page's, else the browser's */
  readonly locale?: string | undefined;
  /** Texts in place of a language's own; or a whole language, which is then not loaded. */
  readonly messages?: MessageOverrides | undefined;
  /** The shop's name on pictures that customers keep. @default the page's host */
  readonly merchantName?: string | undefined;
  /** Light, dark, or as the customer's system is (`auto`). @default as the page around is */
  readonly theme?: Theme | undefined;
}

/** The names of all of them: what is not among them may be misspelt. */
export const VIEW_OPTIONS = {
  redirect: 0,
  beforeRedirect: 0,
  returnUrl: 0,
  locale: 0,
  messages: 0,
  merchantName: 0,
  theme: 0,
  onRetry: 0,
  onSdkAction: 0,
  paymentMethodTypes: 0,
  createPaymentMethod: 0,
  customer: 0,
  setupFutureUsage: 0,
  consent: 0,
} satisfies Record<keyof (ViewOptions & PayOptions), 0>;
