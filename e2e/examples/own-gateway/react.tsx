import { Checkout } from 'paystep/react';
import { createRoot } from 'react-dom/client';
import 'paystep/styles.css';
import { acmepay } from './acmepay.ts';
import { apiBase, readOrder } from './order.ts';

const { clientSecret } = await readOrder();

createRoot(document.querySelector('main') as Element).render(
  <Checkout
    gateway={acmepay}
    apiBase={apiBase}
    clientSecret={clientSecret}
    returnUrl={location.href}
    messages={{ methods: { acme_scan: 'Acme Scan', acme_bank: 'Acme Bank' } }}
  />,
);
