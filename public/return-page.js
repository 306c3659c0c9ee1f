// The page to which banks and wallets send the customer back. `/return.js` has run before this.

const checkout = document.querySelector('paystep-checkout');
const orderId = new URLSearchParams(location.search).get('order');

/** In a frame or a pop-up the shop itself still waits, and it shows the result. */
const shopWaits = window.parent !== window || window.name === 'paystep-popup';

function fill({ apiBase, clientSecret, gateway, publishableKey }) {
  checkout.setAttribute('gateway', gateway);
  checkout.setAttribute('api-base', apiBase);
  checkout.setAttribute('publishable-key', publishableKey);
  if (!checkout.getAttribute('client-secret')) checkout.setAttribute('client-secret', clientSecret);
}

async function showOrder() {
  document.getElementById('full').hidden = false;
  document.getElementById('back').href = orderId ? `/?order=${encodeURIComponent(orderId)}` : '/';
  const response = await fetch(`/shop/orders/${encodeURIComponent(orderId ?? '')}`);
  if (response.ok) return fill(await response.json());
  checkout.remove();
  const problem = document.getElementById('problem');
  problem.textContent = 'This shop does not know the order. It may have been restarted.';
  problem.hidden = false;
}

if (shopWaits) document.getElementById('brief').hidden = false;
else showOrder();
