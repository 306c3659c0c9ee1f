/** The script tag: registers the element and puts `Paystep` on the window. */
import './define.ts';
import { mount } from './mount.ts';
import { SHARED } from './shared.ts';
import { setWholeTexts } from './wholeTexts.ts';

declare global {
  interface Window {
    Paystep: { readonly mount: typeof mount };
    /** For the second file alone; of no use to a page. */
    PaystepShared?: typeof SHARED;
  }
}

setWholeTexts();
// An element with that id would stand in its place.
if (!window.Paystep?.mount) window.Paystep = { mount };
window.PaystepShared ??= SHARED;
