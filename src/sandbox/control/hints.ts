import type { Context } from 'hono';
import type { IntentStatus } from '../../intent/index.ts';
import { problems } from '../errors/errors.ts';
import type { Intent } from '../payment/intent.ts';
import { eventStream, opening, type Source } from '../request/eventStream.ts';
import type { World } from '../world/context.ts';

/** Nothing happens after these. */
const FINAL: readonly IntentStatus[] = ['succeeded', 'canceled'];

const settled = ({ status }: Intent) => FINAL.includes(status);

const hint = ({ id, status }: Intent) => `data: ${JSON.stringify({ id, status })}`;

/** The intent, for whoever holds its client secret; whether the id exists is not told to others. */
function authorised(c: Context, { store }: World): Intent {
  const secret = c.req.query('client_secret');
  if (!secret) throw problems.missing('client_secret');
  const intent = store.get(c.req.param('id') ?? '');
  if (intent?.clientSecret !== secret) throw problems.wrongClientSecret();
  return intent;
}

/** One hint at each change; the last one ends the stream. `missed`: the first comes at once. */
function changes(intent: Intent, { store }: World, missed: boolean): Source {
  return (feed) => {
    const tell = (now: Intent) => {
      feed.send(hint(now));
      if (!settled(now)) return;
      feed.send(`id: ${now.status}`);
      feed.end();
    };
    feed.send(opening(intent.status));
    if (missed) tell(intent);
    return store.subscribe(intent.id, tell);
  };
}

/**
 * `GET /sandbox/intents/{id}/hints?client_secret=…`: Server-Sent Events, one at each change of status
 * or of the next action, as a merchant's server would push them when a webhook comes in. The ids are
 * statuses, so that whoever comes back learns of what they have missed; 204 tells an `EventSource`
 * that knows the outcome to stay away (HTML Standard, 9.2.3).
 */
export function hints(c: Context, world: World): Response {
  const intent = authorised(c, world);
  const known = c.req.header('last-event-id');
  if (settled(intent) && known === intent.status) return c.body(null, 204);
  const missed = settled(intent) || (known !== undefined && known !== intent.status);
  return eventStream(c, world.heartbeat, changes(intent, world, missed));
}
