import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createOrder, findOrder } from './orders.js';
import { createPayment, describePayment } from './payments.js';
import { updates } from './updates.js';

const app = new Hono();

const { STRIPE_API_BASE } = process.env;
const gateway = STRIPE_API_BASE ? new URL(STRIPE_API_BASE).origin : 'https://api.stripe.com';

// What the pages may load and ask, and that no other site frames them.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `connect-src 'self' ${gateway}`,
  'frame-src https:',
  'img-src https: data:',
  "require-trusted-types-for 'script'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

app.use(async (c, next) => {
  await next();
  c.header('Content-Security-Policy', policy);
});

app.post('/api/orders', async (c) => {
  const order = createOrder();
  order.payment = await createPayment(order);
  return c.json({ id: order.id, ...describePayment(order.payment) });
});

app.get('/api/orders/:id', (c) => {
  const order = findOrder(c.req.param('id'));
  return order ? c.json({ id: order.id, ...describePayment(order.payment) }) : c.notFound();
});

app.post('/webhook', (c) => updates.handleWebhook(c.req.raw));

// The page listens here until it is paid.
app.get('/api/updates', (c) => updates.handleStream(c.req.raw));

// The pages of `html`, and what they load of Paystep.
const paystep = import.meta.resolve('paystep/paystep.js');
app.use(
  '/paystep/*',
  serveStatic({
    root: fileURLToPath(new URL('.', paystep)),
    rewriteRequestPath: (path) => path.replace('/paystep', ''),
  }),
);
app.use(serveStatic({ root: fileURLToPath(new URL('../html', import.meta.url)) }));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) }, ({ port }) => {
  console.log(`The shop is open on http://localhost:${port}`);
});
