import { createContext, useContext } from 'react';
import type { CheckoutCallbacks, Connection, WakeReason } from '../checkout/index.ts';
import type { PaymentIntent } from '../intent/index.ts';
import type { Messages } from '../locales/index.ts';

/** How a redirect leaves the shop: by itself, by a button, or into a window of its own. */
export type RedirectMode = 'auto' | 'button' | 'popup';

/** What every view of one checkout shares. */
export interface View extends Pick<CheckoutCallbacks, 'onRefresh' | 'onDelegate'> {
  readonly messages: Messages;
  readonly intent: PaymentIntent | null;
  /** The amount as the customer reads it, or '' where it is not known. */
  readonly amount: string;
  readonly redirect: RedirectMode;
  /** The origin of the return page, from which alone a message counts. */
  readonly returnOrigin: string;
  readonly connection: Connection;
  readonly wake: (reason: WakeReason) => void;
}

const ViewContext = createContext<View | null>(null);

export const ViewProvider = ViewContext.Provider;

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('Paystep: this view has to be inside <Checkout>.');
  return view;
}
