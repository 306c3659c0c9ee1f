import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import type { CheckoutCallbacks, Connection } from '../checkout/index.ts';
import type { PaymentIntent } from '../intent/index.ts';
import type { Messages } from '../locales/index.ts';
import type { BeforeRedirect, RedirectMode } from './options.ts';
import type { PaySession, SessionChange } from './pay/session.ts';
import type { FormTools } from './pay/tools/formTools.ts';
import type { Pay } from './pay/usePay.ts';
import type { WarnOfOffers } from './warnOfOffers.ts';

/**
 * Draws the shop's own mark for a payment method type: in the list in place of the one that is
 * `drawn`, and above a step, where none is (null). It is a picture beside the method's name, so
 * without a text of its own.
 *
 * @example
 * icon={(type, drawn) => MARKS[type] ?? drawn}
 */
export type RenderIcon = (type: string, drawn: ReactNode) => ReactNode;

/** What the customer reads. */
export interface Words {
  readonly messages: Messages;
  /** BCP 47; the browser's own where it is missing. */
  readonly locale: string | undefined;
  /** The amount as the customer reads it, or '' where it is not known. */
  readonly amount: string;
  /** The shop's name, for a picture that the customer keeps. */
  readonly merchantName: string;
  readonly renderIcon: RenderIcon;
}

/** The payment that is shown, and how it can be paid. */
export interface ShownPayment {
  readonly intent: PaymentIntent | null;
  readonly connection: Connection;
  /** When the step ends by this device's clock, and whether only that clock calls it over. */
  readonly endsAt: number | null;
  readonly overdue: boolean;
  /** With what to pay from here; null where the payment is only watched. */
  readonly pay: Pay | null;
  readonly redirect: RedirectMode;
  /** Where the gateway sends the customer back to, as a whole URL; null for nowhere. */
  readonly returnUrl: string | null;
  readonly session: PaySession;
  /** Whether the customer has asked for the list of methods, in place of what is on the screen. */
  readonly isChoosing: boolean;
}

/** What a view places that offers another attempt with the same method. */
export interface RetryProps {
  /** The payment method's type, or '' where the gateway does not tell it. */
  readonly tried: string;
  readonly label: string;
  readonly quiet?: boolean | undefined;
  /** @param button null where nobody can try again. */
  readonly children: (button: ReactNode | null, problem: ReactNode) => ReactNode;
}

/** What is there of a file, as far as other files use it: as `LazyState` has it. */
interface LazyPart<Views> {
  readonly views: Views | null;
  readonly failed?: boolean;
  readonly load: () => Promise<Views | null>;
}

/** What a view can do. */
export interface Actions extends Pick<CheckoutCallbacks, 'onRetry' | 'onSdkAction'> {
  /** The checkout's own element, once it is on the page. */
  readonly root: { readonly current: Element | null };
  /** Reads the PaymentIntent at once; settles when the answer is in the state. */
  readonly refetch: () => Promise<void>;
  /** Has a text read out, once, by those who listen. */
  readonly announce: (text: string) => void;
  readonly beforeRedirect?: BeforeRedirect | undefined;
  readonly updateSession: (change: SessionChange) => void;
  /** The form, which offers another attempt. */
  readonly form: LazyPart<{ readonly Retry: ComponentType<RetryProps> }>;
  /** What the form needs that comes with the other steps. */
  readonly steps: LazyPart<{ readonly formTools: FormTools; readonly warnOfOffers: WarnOfOffers }>;
}

const WordsContext = createContext<Words | null>(null);
const PaymentContext = createContext<ShownPayment | null>(null);
const ActionsContext = createContext<Actions | null>(null);

export const WordsProvider = WordsContext.Provider;
export const PaymentProvider = PaymentContext.Provider;
export const ActionsProvider = ActionsContext.Provider;

// Each view is inside of a `CheckoutView`, which provides all three.
export const useWords = () => useContext(WordsContext) as Words;
export const usePayment = () => useContext(PaymentContext) as ShownPayment;
export const useActions = () => useContext(ActionsContext) as Actions;
