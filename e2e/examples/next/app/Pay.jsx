'use client';

import { Checkout } from 'paystep/react';
import { useEffect, useState } from 'react';

/** `settings` are the options `gateway`, `publishableKey` and, for the sandbox, `apiBase`. */
export function Pay({ settings, clientSecret, updatesUrl }) {
  const [isPaid, setPaid] = useState(false);
  const [returnUrl, setReturnUrl] = useState();
  // The page's own URL is known in the browser alone.
  useEffect(() => setReturnUrl(`${location.origin}/return`), []);
  return (
    <>
      <Checkout
        {...settings}
        clientSecret={clientSecret}
        updatesUrl={updatesUrl}
        returnUrl={returnUrl}
        locale="en"
        merchantName="Leaf & Kettle"
        // For the customer's eyes. The order is fulfilled in lib/updates.js.
        onSuccess={() => setPaid(true)}
      />
      {isPaid && <p>Thank you! Your tea is on its way.</p>}
    </>
  );
}
