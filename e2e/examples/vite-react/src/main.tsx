import { readReturn } from 'paystep';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'paystep/styles.css';
import { loadOrder } from './order';
import { Pay } from './Pay';

// A gateway puts the client secret into the address that it comes back to; it must not stay there.
history.replaceState(null, '', readReturn(location.href).cleanUrl);

/** The order to come back to, where the customer has been at a bank or a wallet. */
const returned = new URLSearchParams(location.search).get('order');

const root = createRoot(document.getElementById('app') as HTMLElement);

// Before anything is rendered: an effect would run twice under StrictMode, and order twice.
const order = await loadOrder(returned);
root.render(
  <StrictMode>
    <Pay order={order} redirect={returned ? 'button' : 'auto'} />
  </StrictMode>,
);
