// The page to which banks and wallets send the customer back. `/return.js` has run before this.

const orderId = new URLSearchParams(location.search).get('order');

/** In a frame or pop-up that the checkout opened, the shop still waits, and shows the result itself. */
const isWaitedFor = window.PaystepReturn?.isWaitedFor ?? Promise.resolve(false);

/** The shop knows its orders, so this works in any browser that a wallet may come back in. */
function showCheckout({ apiBase, clientSecret, gateway, publishableKey }) {
  const checkout = document.createElement('paystep-checkout');
  checkout.setAttribute('gateway', gateway);
  checkout.setAttribute('api-base', apiBase);
  checkout.setAttribute('publishable-key', publishableKey);
  checkout.setAttribute('client-secret', clientSecret);
  checkout.setAttribute('redirect', 'button');
  // For another attempt from here.
  checkout.setAttribute('return-url', `${location.origin}${location.pathname}?order=${orderId}`);
  document.getElementById('mount').append(checkout);
}

async function showOrder() {
  document.getElementById('full').hidden = false;
  document.getElementById('back').href = orderId ? `/?order=${encodeURIComponent(orderId)}` : '/';
  const response = await fetch(`/shop/orders/${encodeURIComponent(orderId ?? '')}`);
  if (response.ok) return showCheckout(await response.json());
  const problem = document.getElementById('problem');
  problem.textContent = 'This shop does not know the order. It may have been restarted.';
  problem.hidden = false;
}

isWaitedFor.then((isWaiting) => {
  if (isWaiting) document.getElementById('brief').hidden = false;
  else showOrder();
});
