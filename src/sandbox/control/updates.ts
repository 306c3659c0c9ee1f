import type { Context } from 'hono';
import type { IntentStatus } from '../../intent/index.ts';
import { problems } from '../errors/errors.ts';
import type { Intent } from '../payment/intent.ts';
import { eventStream, opening, type Source } from '../request/eventStream.ts';
import type { SandboxContext } from '../world/context.ts';

/** The final statuses. */
const FINAL: readonly IntentStatus[] = ['succeeded', 'canceled'];

const settled = ({ status }: Intent) => FINAL.includes(status);

const updateEvent = ({ id, status }: Intent) => `data: ${JSON.stringify({ id, status })}`;

/** The intent of a client secret. Without it, nobody learns whether the id exists. */
function authorised(c: Context, { store }: SandboxContext): Intent {
  const secret = c.req.query('client_secret');
  if (!secret) throw problems.missing('client_secret');
  const intent = store.get(c.req.param('id') ?? '');
  if (intent?.clientSecret !== secret) throw problems.wrongClientSecret();
  return intent;
}

/** An event at each change; the final status ends the stream. `missed`: the first comes at once. */
function changes(intent: Intent, { store }: SandboxContext, missed: boolean): Source {
  return (feed) => {
    const send = (now: Intent) => {
      feed.send(updateEvent(now));
      if (!settled(now)) return;
      feed.send(`id: ${now.status}`);
      feed.end();
    };
    feed.send(opening(intent.status));
    if (missed) send(intent);
    return store.subscribe(intent.id, send);
  };
}

/**
 * `GET /sandbox/intents/{id}/updates?client_secret=…`: Server-Sent Events at each change of status or
 * next action, as a merchant's server would send them after a webhook. The ids are statuses, so
 * that a client that reconnects gets what it missed. 204 keeps an `EventSource` that knows the
 * final status from reconnecting (HTML Standard, 9.2.3).
 */
export function streamUpdates(c: Context, context: SandboxContext): Response {
  const intent = authorised(c, context);
  const known = c.req.header('last-event-id');
  if (settled(intent) && known === intent.status) return c.body(null, 204);
  const missed = settled(intent) || (known !== undefined && known !== intent.status);
  return eventStream(c, context.heartbeat, changes(intent, context, missed));
}
