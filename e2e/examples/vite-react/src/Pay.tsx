import { Checkout, type RedirectMode } from 'paystep/react';
import { useState } from 'react';
import type { Order } from './order';

interface PayProps {
  readonly order: Order;
  readonly redirect: RedirectMode;
}

export function Pay({ order, redirect }: PayProps) {
  const [isPaid, setPaid] = useState(false);
  return (
    <main>
      <h1>Checkout</h1>
      <Checkout
        gateway={order.gateway}
        publishableKey={order.publishableKey}
        apiBase={order.apiBase}
        clientSecret={order.clientSecret}
        updatesUrl={order.updatesUrl}
        returnUrl={`${location.origin}/?order=${order.id}`}
        redirect={redirect}
        merchantName="Leaf & Kettle"
        // For the customer's eyes. The server sends the tea when its webhook says so.
        onSuccess={() => setPaid(true)}
      />
      {isPaid && <p>Thank you! Your tea is on its way.</p>}
    </main>
  );
}
