'use client';

import { readReturn } from 'paystep';
import { Checkout } from 'paystep/react';
import { useEffect, useState } from 'react';

/** Goes on with the payment whose client secret is in the address, and takes it out of there. */
export function Returned({ settings }) {
  const [returned, setReturned] = useState(null);
  useEffect(() => {
    const found = readReturn(location.href);
    // Under StrictMode this runs twice, and the second time the secret is gone.
    if (!found.clientSecret) return;
    setReturned(found);
    history.replaceState(null, '', found.cleanUrl);
  }, []);
  return (
    <Checkout
      {...settings}
      clientSecret={returned?.clientSecret}
      returnUrl={returned?.bareUrl}
      redirect="button"
      locale="en"
    />
  );
}
