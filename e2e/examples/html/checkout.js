import { attributesOf } from './order.js';

const checkout = document.querySelector('paystep-checkout');

checkout.addEventListener('paystep-success', () => {
  // For the customer's eyes. The server sends the tea when its webhook says so.
  document.getElementById('thanks').hidden = false;
});

const response = await fetch('/api/orders', { method: 'POST' });
if (!response.ok) throw new Error(`There is no order to pay: ${response.status}`);
for (const [name, value] of attributesOf(await response.json())) checkout.setAttribute(name, value);
