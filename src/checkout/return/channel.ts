import { parseJson } from '../../intent/json.ts';
import { listen } from '../listen.ts';

/** The name of the BroadcastChannel over which a return page reaches the shop's other tabs. */
const CHANNEL = 'paystep';

/**
 * How the names of the windows begin that Paystep opens. They last through every page of the bank, so
 * a page in one can ask whether a checkout outside waits for it (`yieldToOuterCheckout.ts`).
 */
export const POPUP = 'paystep-popup';
export const FRAME = 'paystep-frame';

/** Whether this page may be in a pop-up or a frame of a checkout's, by the name that anybody can give. */
export function isInOwnWindow(): boolean {
  return typeof window !== 'undefined' && /^paystep-(popup|frame)/.test(window.name);
}

/** What a return page says. A hint that somebody is back, never a result; it holds no secret. */
export interface ReturnMessage {
  readonly paystep: 'return';
  /** The id of the PaymentIntent or SetupIntent, where the gateway put it into the URL. */
  readonly intent: string | null;
}

export function isReturnMessage(data: unknown): data is ReturnMessage {
  return (
    typeof data === 'object' && data !== null && 'paystep' in data && data.paystep === 'return'
  );
}

/** Lets the shop's other tabs know that the customer is back. */
export function broadcastReturn(message: ReturnMessage): void {
  try {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage(message);
    channel.close();
  } catch {
    storeReturn(message);
  }
}

/** Safari before 15.4 has no such channel; other tabs see there what is written into the storage. */
function storeReturn(message: ReturnMessage): void {
  try {
    localStorage.setItem(CHANNEL, JSON.stringify(message));
    localStorage.removeItem(CHANNEL);
  } catch {
    // No storage either (an opaque origin): the waiting page reads by itself soon.
  }
}

/** Listens for {@link broadcastReturn} in another tab, until the returned function is called. */
export function listenForReturns(receive: (message: ReturnMessage) => void): () => void {
  const take = (data: unknown) => {
    if (isReturnMessage(data)) receive(data);
  };
  try {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => take(data);
    return () => channel.close();
  } catch {
    return listen(window, 'storage', (event) => {
      const { key, newValue } = event as StorageEvent;
      if (key === CHANNEL) take(parseJson(newValue));
    });
  }
}
