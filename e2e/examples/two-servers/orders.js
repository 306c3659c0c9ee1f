import { randomUUID } from 'node:crypto';
import { redis } from './redis.js';

/** In place of a database that both processes have. */
const keyOf = (id) => `order:${id}`;

/** The price is the server's to say, never the browser's. */
export function newOrder() {
  // Who knows this id can see how the order is paid, so nobody may guess it.
  return { id: randomUUID(), amount: 2099, currency: 'usd' };
}

export async function saveOrder(order) {
  await redis.set(keyOf(order.id), JSON.stringify(order));
}

export async function findOrder(id) {
  const order = await redis.get(keyOf(id));
  return order && JSON.parse(order);
}

/** Gateways tell some things twice, and to both processes: the tea goes out once. */
export async function settleOrder(id) {
  const isFirst = await redis.set(`${keyOf(id)}:paid`, '1', { NX: true });
  if (isFirst) console.log(`Order ${id} is paid: send the tea.`);
}
