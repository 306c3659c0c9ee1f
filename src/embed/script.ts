/** The script tag: registers the element and puts `Paystep` on the window. */
import './wholeTexts.ts';
import './define.ts';
import { mount } from './mount.ts';
import { SHARED } from './shared.ts';

declare global {
  interface Window {
    Paystep: { readonly mount: typeof mount };
    /** For the second file alone; of no use to a page. */
    PaystepShared?: typeof SHARED;
  }
}

// An element with that id would stand in its place.
if (!window.Paystep?.mount) window.Paystep = { mount };
window.PaystepShared ??= SHARED;
