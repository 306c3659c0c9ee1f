/** The script tag: registers the element and puts `Paystep` on the window. */
import './define.ts';
import { mount } from './mount.ts';
import * as shared from './shared.ts';

declare global {
  interface Window {
    Paystep: { readonly mount: typeof mount };
    /** For the second file alone; of no use to a page. */
    PaystepShared?: typeof shared;
  }
}

window.Paystep ??= { mount };
window.PaystepShared ??= shared;
