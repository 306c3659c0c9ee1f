/** The name of the BroadcastChannel over which a return page reaches the shop's other tabs. */
export const CHANNEL = 'paystep';

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
