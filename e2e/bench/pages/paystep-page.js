const parameters = Object.fromEntries(new URLSearchParams(location.search));

function mount() {
  const { api, secret, intent, return: returnUrl } = parameters;
  const element = document.createElement('paystep-checkout');
  const attributes = { gateway: 'stripe', 'publishable-key': 'pk_test_bench', 'api-base': api };
  if (intent) attributes['initial-intent'] = intent;
  if (returnUrl) attributes['return-url'] = returnUrl;
  Object.entries({ ...attributes, 'client-secret': secret }).forEach((pair) => {
    element.setAttribute(...pair);
  });
  element.addEventListener('paystep-success', () => window.settled?.(Date.now()));
  document.body.append(element);
  return element;
}

let element = mount();
window.remount = async () => {
  element.remove();
  element = mount();
  while (!element.shadowRoot?.querySelector('svg path')) {
    await new Promise((done) => setTimeout(done, 5));
  }
};
