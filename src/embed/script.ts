/** The script tag: registers the element and puts `Paystep` on the window. */
import './define.ts';
import { mount } from './mount.ts';

declare global {
  interface Window {
    Paystep: { readonly mount: typeof mount };
  }
}

window.Paystep ??= { mount };
