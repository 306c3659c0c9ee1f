import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { findOrder, newOrder, saveOrder } from './orders.js';
import { createPayment, describePayment } from './payments.js';
import { updates } from './updates.js';

const app = new Hono();

app.post('/api/orders', async (c) => {
  const order = newOrder();
  const payment = describePayment(await createPayment(order));
  await saveOrder({ ...order, payment });
  return c.json({ id: order.id, ...payment });
});

app.get('/api/orders/:id', async (c) => {
  const order = await findOrder(c.req.param('id'));
  return order ? c.json({ id: order.id, ...order.payment }) : c.notFound();
});

app.post('/webhook', (c) => updates.handleWebhook(c.req.raw));

// The page listens here until it is paid.
app.get('/api/updates', (c) => updates.handleStream(c.req.raw));

// For whoever watches the shop; not for its customers.
app.get('/health', (c) => c.json(updates.stats()));

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

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT) }, ({ port }) => {
  console.log(`A server of the shop is on http://localhost:${port}`);
});

// The pages connect again, to the other process.
process.once('SIGTERM', async () => {
  await updates.close();
  server.close(() => process.exit());
});
