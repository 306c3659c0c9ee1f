const params = new URLSearchParams(location.search);

/** Where AcmePay is; yours is the dialect's `baseUrl`. */
export const apiBase = params.get('api') ?? undefined;

/** What the shop's own server tells its page of the order: the client secret of the payment. */
export async function readOrder(): Promise<{ readonly clientSecret: string }> {
  const response = await fetch(`${apiBase}/shop/orders/${params.get('order')}`);
  return response.json();
}
