// A merchant's page by script tag: `?order=` names the order; a test may give more attributes, and callbacks.
window.checkoutEvents = [];
for (const type of ['paystep-change', 'paystep-success', 'paystep-failure', 'paystep-error']) {
  addEventListener(type, (event) => {
    const { phase, step, status, outcome, error } = event.detail;
    window.checkoutEvents.push({
      type: type.slice(8),
      phase,
      step,
      status,
      outcome,
      error: error?.kind,
    });
  });
}

const order = new URLSearchParams(location.search).get('order');
const response = await fetch(`/shop/orders/${order}`);
const { gateway, apiBase, publishableKey, clientSecret } = await response.json();
const checkout = document.createElement('paystep-checkout');
const options = {
  gateway,
  'api-base': apiBase,
  'publishable-key': publishableKey,
  'client-secret': clientSecret,
  'return-url': `${location.origin}/return.html?order=${order}`,
  ...window.checkoutOptions,
};
for (const [name, value] of Object.entries(options)) {
  // A test takes an attribute away by a null.
  if (value !== null) checkout.setAttribute(name, value);
}
Object.assign(checkout, window.callbacks);
if (window.cardFields) checkout.innerHTML = `<div slot="card">${window.cardFields}</div>`;
document.querySelector('main').append(checkout);
