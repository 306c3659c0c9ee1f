import { notFound } from 'next/navigation';
import { findOrder } from '../../../lib/orders.js';
import { gatewaySettings, paymentOf } from '../../../lib/payments.js';
import { Pay } from '../../Pay.jsx';

// Each order has a page of its own, made when it is asked for: reading the params says so.
export default async function OrderPage({ params }) {
  const order = findOrder((await params).id);
  if (!order) notFound();
  const payment = await paymentOf(order);
  return (
    <main>
      <h1>Order {order.id}</h1>
      <Pay
        settings={gatewaySettings()}
        clientSecret={payment.client_secret}
        updatesUrl={`/updates?intent=${payment.id}`}
      />
    </main>
  );
}
