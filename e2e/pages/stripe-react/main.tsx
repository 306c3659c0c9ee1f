// A merchant's page in React with Stripe's own components and Paystep, under StrictMode: the card
// example of the README, and with `&fields=payment` that of the Payment Element. `?order=` names
// the order.
import {
  CardElement,
  Elements,
  PaymentElement,
  useElements,
  useStripe,
} from '@stripe/react-stripe-js';
import { loadStripe } from '@stripe/stripe-js';
import { createGateway, type GatewayName } from 'paystep';
import { Checkout } from 'paystep/react';
import 'paystep/styles.css';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

interface Order {
  readonly gateway: GatewayName;
  readonly apiBase: string;
  readonly publishableKey: string;
  readonly clientSecret: string;
}

const params = new URLSearchParams(location.search);
const order = params.get('order');
const isPayment = params.get('fields') === 'payment';

function Pay({ clientSecret, ...gateway }: Order) {
  const stripe = useStripe();
  const elements = useElements();

  async function createConfirmationToken() {
    if (!stripe || !elements) return null;
    const { error: incomplete } = await elements.submit();
    if (incomplete) return null;
    const { confirmationToken, error } = await stripe.createConfirmationToken({ elements });
    if (error) throw error;
    return confirmationToken.id;
  }

  async function createPaymentMethod() {
    const card = elements?.getElement(CardElement);
    if (!stripe || !card) return null;
    const { error, paymentMethod } = await stripe.createPaymentMethod({ type: 'card', card });
    if (error) throw error;
    return paymentMethod.id;
  }

  return (
    <Checkout
      gateway={createGateway(gateway)}
      clientSecret={clientSecret}
      createPaymentMethod={isPayment ? createConfirmationToken : createPaymentMethod}
      cardFields={
        isPayment ? <PaymentElement /> : <CardElement options={{ hidePostalCode: true }} />
      }
      returnUrl={`${location.origin}/return.html?order=${order}`}
      onSdkAction={async () => {
        await stripe?.handleNextAction({ clientSecret });
      }}
    />
  );
}

function Shop() {
  const [loaded, setLoaded] = useState<Order | null>(null);
  useEffect(() => {
    fetch(`/shop/orders/${order}`)
      .then((response) => response.json())
      .then(setLoaded);
  }, []);
  return loaded && <Pay {...loaded} />;
}

const stripe = loadStripe('pk_test_1');
const root = document.getElementById('app');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Elements
        stripe={stripe}
        options={isPayment ? { mode: 'payment', amount: 2099, currency: 'usd' } : {}}
      >
        <Shop />
      </Elements>
    </StrictMode>,
  );
}
