/** The script tag: registers the element and puts `Paystep` on the window. */
import { hasOwn } from '../intent/index.ts';
import './define.ts';
import { mount } from './mount.ts';
import { SHARED } from './shared.ts';

declare global {
  interface Window {
    Paystep: { readonly mount: typeof mount };
    /** For the lazy files alone; of no use to a page. */
    PaystepShared?: typeof SHARED;
  }
}

// HTML can put an element or a frame under each name that the window does not have itself.
const has = (name: string) => hasOwn(window, name);
if (!has('Paystep') || !window.Paystep?.mount) window.Paystep = { mount };
if (!has('PaystepShared')) window.PaystepShared = SHARED;
