import { acmepay } from './acmepay.ts';
import { apiBase, readOrder } from './order.ts';

// `gateway` is a property, since a dialect is no text.
const checkout = Object.assign(document.createElement('paystep-checkout'), {
  gateway: acmepay,
  apiBase,
  returnUrl: location.href,
  messages: { methods: { acme_scan: 'Acme Scan', acme_bank: 'Acme Bank' } },
});
document.querySelector('main')?.append(checkout);
Object.assign(checkout, await readOrder());
