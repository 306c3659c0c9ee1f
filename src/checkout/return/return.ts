/**
 * The script of a return page, a kilobyte, to be loaded before anything else there. It takes the
 * client secret out of the address bar and tells whoever waits (the page around the frame, the shop's
 * other tabs) that the customer is back. Where a checkout outside does wait, the one on this page is
 * removed and a pop-up closed; else it gets the client secret, and this page's URL to come back to.
 */
import { broadcastReturn, type ReturnMessage } from './channel.ts';
import { readReturn } from './readReturn.ts';
import { yieldToOuterCheckout } from './yieldToOuterCheckout.ts';

declare global {
  interface Window {
    /** For a return page that draws more than a checkout. */
    PaystepReturn?: {
      /** Whether a checkout outside of this frame or pop-up waits, which shows what came of the payment. */
      readonly isWaitedFor: Promise<boolean>;
    };
  }
}

const { clientSecret, account, intentId, cleanUrl, bareUrl } = readReturn(location.href);
if (cleanUrl !== location.href) history.replaceState(history.state, '', cleanUrl);

// Whoever listens checks the sender; and the message says nothing but "back", with an id.
const message: ReturnMessage = { paystep: 'return', intent: intentId };
const waiting: Window | null = parent === window ? opener : parent;
waiting?.postMessage(message, '*');
broadcastReturn(message);

const waited = yieldToOuterCheckout(intentId);
window.PaystepReturn = { isWaitedFor: waited };
let isWaited = false;

function fill() {
  // Not the document's own property, which HTML can hide: `<img name="querySelector">`.
  const find = Document.prototype.querySelector;
  const element = find.call(document, 'paystep-checkout');
  if (isWaited) return element?.remove();
  const give = (name: string, value: string | null) => {
    if (value && !element?.hasAttribute(name)) element?.setAttribute(name, value);
  };
  // A customer who comes back, perhaps in another browser, is not sent off again by the page.
  give('redirect', 'button');
  // For another attempt from here; without what the gateway adds to it each time.
  give('return-url', bareUrl);
  give('account', account);
  // What the shop's own page says of its order goes before the URL. Where a checkout outside may
  // wait, this one asks before it reads.
  give('client-secret', clientSecret);
}
fill();
addEventListener('DOMContentLoaded', fill);
waited.then((is) => {
  isWaited = is;
  if (is) fill();
});
