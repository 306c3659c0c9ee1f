import { PaystepCheckoutElement } from './element.tsx';

// A page that loads the script twice keeps the first.
if (typeof customElements !== 'undefined' && !customElements.get('paystep-checkout')) {
  customElements.define('paystep-checkout', PaystepCheckoutElement);
}
