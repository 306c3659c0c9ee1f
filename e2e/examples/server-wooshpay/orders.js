import { randomUUID } from 'node:crypto';

/** In place of a database. */
const orders = new Map();

/** The price is the server's to say, never the browser's. */
export function createOrder() {
  // Who knows this id can see how the order is paid, so nobody may guess it.
  const order = { id: randomUUID(), amount: 99900, currency: 'PHP', paid: false };
  orders.set(order.id, order);
  return order;
}

export function findOrder(id) {
  return orders.get(id);
}

/** Gateways tell some things twice: the tea goes out once. */
export function settleOrder(id) {
  const order = orders.get(id);
  if (!order || order.paid) return;
  order.paid = true;
  console.log(`Order ${id} is paid: send the tea.`);
}
