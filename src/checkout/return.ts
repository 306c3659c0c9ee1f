/**
 * The script of a return page, about half a kilobyte, to be loaded before anything else there.
 * It takes the client secret out of the address bar and tells whoever waits (the page around the
 * frame, the page that opened the window, the shop's other tabs) that the customer is back. Where a
 * checkout outside waits, the one on this page is removed; else it gets the client secret, and this
 * page's address to come back to.
 */
import { CHANNEL, isInOwnWindow, POPUP, type ReturnMessage } from './channel.ts';
import { readReturn } from './readReturn.ts';

const { clientSecret, intentId, cleanUrl, bareUrl } = readReturn(location.href);
if (cleanUrl !== location.href) history.replaceState(history.state, '', cleanUrl);

// Whoever listens checks the sender; and the message says nothing but "back", with an id.
const message: ReturnMessage = { paystep: 'return', intent: intentId };
const waiting: Window | null = parent === window ? opener : parent;
waiting?.postMessage(message, '*');
try {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(message);
  channel.close();
} catch {
  // No channel here (an opaque origin): the waiting page reads by itself soon.
}
// Only a window that Paystep itself opened: the shop, too, may have been opened by another page.
if (window.name === POPUP) close();

function fill() {
  // Not the document's own property, which HTML can hide: `<img name="querySelector">`.
  const element = Document.prototype.querySelector.call(document, 'paystep-checkout');
  if (isInOwnWindow()) element?.remove();
  const give = (name: string, value: string | null) => {
    if (value && !element?.hasAttribute(name)) element?.setAttribute(name, value);
  };
  // A customer who comes back, perhaps in another browser, is not sent off again by the page.
  give('redirect', 'button');
  // For another attempt from here; without what the gateway adds to it each time.
  give('return-url', bareUrl);
  give('client-secret', clientSecret);
}
fill();
addEventListener('DOMContentLoaded', fill);
