import { attributesOf } from './order.js';

// A wallet may come back in another browser, so all that this page knows is in its address.
const id = new URLSearchParams(location.search).get('order');
const response = await fetch(`/api/orders/${encodeURIComponent(id)}`);
if (!response.ok) throw new Error(`There is no such order: ${response.status}`);

const checkout = document.createElement('paystep-checkout');
for (const [name, value] of attributesOf(await response.json())) checkout.setAttribute(name, value);
// Who has just come back is not sent off again without asking.
checkout.setAttribute('redirect', 'button');
document.body.append(checkout);
