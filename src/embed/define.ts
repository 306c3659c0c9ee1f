import { PaystepCheckoutElement } from './element.ts';

export type * from './frameworks.ts';

// A page that loads the script twice keeps the first.
if (typeof customElements !== 'undefined' && !customElements.get('paystep-checkout')) {
  customElements.define('paystep-checkout', PaystepCheckoutElement);
}
