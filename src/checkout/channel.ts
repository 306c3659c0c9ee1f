/** The name of the BroadcastChannel over which a return page reaches the shop's other tabs. */
export const CHANNEL = 'paystep';

/** The name of the window in which a redirect opens, by which the return page knows to close it. */
export const POPUP = 'paystep-popup';

/** What a return page says. A hint that somebody is back, never a result; it holds no secret. */
export interface ReturnMessage {
  readonly paystep: 'return';
  /** The PaymentIntent's id, where the gateway put it into the address. */
  readonly intent: string | null;
}

export function isReturnMessage(data: unknown): data is ReturnMessage {
  return (
    typeof data === 'object' && data !== null && 'paystep' in data && data.paystep === 'return'
  );
}
