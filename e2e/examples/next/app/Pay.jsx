'use client';

import { createGateway } from 'paystep';
import { Checkout } from 'paystep/react';
import { useEffect, useState } from 'react';

/** Functions do not pass from the server to the browser, so the gateway is made here. */
export function Pay({ settings, clientSecret }) {
  const [isPaid, setPaid] = useState(false);
  const [returnUrl, setReturnUrl] = useState();
  // The address is known in the browser alone.
  useEffect(() => setReturnUrl(`${location.origin}/return`), []);
  return (
    <>
      <Checkout
        gateway={createGateway(settings)}
        clientSecret={clientSecret}
        returnUrl={returnUrl}
        locale="en"
        merchantName="Leaf & Kettle"
        // For the customer's eyes. The order is fulfilled by app/webhook/route.js.
        onSuccess={() => setPaid(true)}
      />
      {isPaid && <p>Thank you! Your tea is on its way.</p>}
    </>
  );
}
