import type { Context } from 'hono';
import type { IntentStatus } from '../../intent/index.ts';
import { problems } from '../errors/errors.ts';
import type { Intent } from '../payment/intent.ts';
import { eventStream, opening, type Source } from '../request/eventStream.ts';
import type { SandboxContext } from '../world/context.ts';

/** Nothing happens after these. */
const FINAL: readonly IntentStatus[] = ['succeeded', 'canceled'];

const settled = ({ status }: Intent) => FINAL.includes(status);

const updateEvent = ({ id, status }: Intent) => `data: ${JSON.stringify({ id, status })}`;

/** The intent, for whoever holds its client secret; whether the id exists is not told to others. */
function authorised(c: Context, { store }: SandboxContext): Intent {
  const secret = c.req.query('client_secret');
  if (!secret) throw problems.missing('client_secret');
  const intent = store.get(c.req.param('id') ?? '');
  if (intent?.clientSecret !== secret) throw problems.wrongClientSecret();
  return intent;
}

/** One hint at each change; the last one ends the stream. `missed`: the first comes at once. */
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
 * `GET /sandbox/intents/{id}/hints?client_secret=…`: Server-Sent Events, one at each change of status
 * or of the next action, as a merchant's server would push them when a webhook comes in. The ids are
 * statuses, so that whoever comes back learns of what they have missed; 204 tells an `EventSource`
 * that knows the outcome to stay away (HTML Standard, 9.2.3).
 */
export function streamUpdates(c: Context, context: SandboxContext): Response {
  const intent = authorised(c, context);
  const known = c.req.header('last-event-id');
  if (settled(intent) && known === intent.status) return c.body(null, 204);
  const missed = settled(intent) || (known !== undefined && known !== intent.status);
  return eventStream(c, context.heartbeat, changes(intent, context, missed));
}
