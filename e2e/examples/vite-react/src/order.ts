import type { GatewayOptions } from 'paystep';

/** What our server tells the page of an order. */
export interface Order extends Pick<GatewayOptions, 'gateway' | 'publishableKey' | 'apiBase'> {
  readonly id: string;
  readonly clientSecret: string;
  /** Where the server says that the payment has changed. */
  readonly updatesUrl: string;
}

/** The order with this id, or a new one. */
export async function loadOrder(id: string | null): Promise<Order> {
  const response = id
    ? await fetch(`/api/orders/${encodeURIComponent(id)}`)
    : await fetch('/api/orders', { method: 'POST' });
  if (!response.ok) throw new Error(`There is no order to pay: ${response.status}`);
  return response.json();
}
