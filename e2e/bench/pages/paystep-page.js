const { api, secret, intent } = Object.fromEntries(new URLSearchParams(location.search));
const element = document.createElement('paystep-checkout');
const attributes = { gateway: 'stripe', 'publishable-key': 'pk_test_bench', 'api-base': api };
if (intent) attributes['initial-intent'] = intent;
Object.entries({ ...attributes, 'client-secret': secret }).forEach((pair) => {
  element.setAttribute(...pair);
});
element.addEventListener('paystep-success', () => window.settled?.(Date.now()));
document.body.append(element);
