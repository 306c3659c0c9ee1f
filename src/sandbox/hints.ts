import type { Context } from 'hono';
import { problems } from './errors.ts';
import type { Intent } from './intent.ts';
import type { Store } from './store.ts';

const event = ({ id, status }: Intent) => `data: ${JSON.stringify({ id, status })}\n\n`;

function stream(intent: Intent, store: Store, gone: AbortSignal): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  let unsubscribe = () => {};
  return new ReadableStream({
    start(controller) {
      // A comment first: it opens the stream for clients that wait for the first byte.
      controller.enqueue(bytes.encode(': open\n\n'));
      unsubscribe = store.subscribe(intent.id, (changed) =>
        controller.enqueue(bytes.encode(event(changed))),
      );
      gone.addEventListener('abort', unsubscribe);
    },
    cancel: () => unsubscribe(),
  });
}

/**
 * `GET /sandbox/intents/{id}/hints?client_secret=…`: Server-Sent Events, one at each change of status
 * or of the next action, as a merchant's server would push them when a webhook comes in.
 */
export function hints(c: Context, intent: Intent, store: Store): Response {
  if (c.req.query('client_secret') !== intent.clientSecret) throw problems.wrongClientSecret();
  c.header('Content-Type', 'text/event-stream');
  c.header('Cache-Control', 'no-store');
  return c.body(stream(intent, store, c.req.raw.signal));
}
