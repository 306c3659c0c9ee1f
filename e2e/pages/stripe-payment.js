// A shop with Stripe's Payment Element, without Paystep. A test gives the intent in `window.order`;
// a customer who comes back from elsewhere has it in the address.
const params = new URLSearchParams(location.search);
const returned =
  params.get('payment_intent_client_secret') ?? params.get('setup_intent_client_secret');
const {
  clientSecret,
  confirmParams,
  elementsOptions,
  kind,
  paymentOptions,
  publishableKey,
  redirect,
} = window.order ?? {};
const stripe = window.Stripe(publishableKey ?? 'pk_test_1');
const output = document.querySelector('output');
const problem = document.getElementById('problem');

function show({ error, paymentIntent, setupIntent }) {
  window.answer = { error, paymentIntent, setupIntent };
  const intent = paymentIntent ?? setupIntent;
  problem.textContent = error?.message ?? intent?.last_payment_error?.message ?? '';
  output.value = intent ? `Done: ${intent.status}` : '';
}

function openForm() {
  const elements = stripe.elements(elementsOptions ?? { clientSecret });
  elements.create('payment', paymentOptions).mount('#payment');
  document.forms[0].addEventListener('submit', async (event) => {
    event.preventDefault();
    const { error: incomplete } = await elements.submit();
    if (incomplete) return show({ error: incomplete });
    const confirm = kind === 'setup' ? stripe.confirmSetup : stripe.confirmPayment;
    const returnUrl = `${location.origin}/stripe-payment.html`;
    show(
      await confirm({
        elements,
        clientSecret,
        confirmParams: { return_url: returnUrl, ...confirmParams },
        redirect,
      }),
    );
  });
}

if (returned) {
  window.redirectStatus = params.get('redirect_status');
  history.replaceState(null, '', location.pathname);
  const retrieve = returned.startsWith('seti_')
    ? stripe.retrieveSetupIntent
    : stripe.retrievePaymentIntent;
  show(await retrieve(returned));
} else openForm();
