// A shop that takes cards with Stripe.js alone, as Stripe's guide has it: `confirmCardPayment` with
// an Element. A test gives the intent in `window.order`.
const { clientSecret, options, publishableKey } = window.order;
const stripe = window.Stripe(publishableKey);
const card = stripe.elements().create('card', options);
card.mount('#card');

const [form] = document.forms;
const button = form.querySelector('button');
const problem = document.getElementById('problem');
const output = document.querySelector('output');

card.on('change', ({ error }) => {
  problem.textContent = error?.message ?? '';
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  const { error, paymentIntent } = await stripe.confirmCardPayment(clientSecret, {
    payment_method: { card, billing_details: { name: document.getElementById('name').value } },
  });
  button.disabled = false;
  window.answer = { error, paymentIntent };
  problem.textContent = error?.message ?? '';
  output.value = paymentIntent ? `Paid: ${paymentIntent.status}` : '';
});
