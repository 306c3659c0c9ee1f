import type { Context } from 'hono';
import type { Heartbeat } from '../base/heartbeat.ts';
import { problems } from '../errors/errors.ts';

/** The sending end of a stream of Server-Sent Events. */
export interface Feed {
  send(lines: string): void;
  end(): void;
}

/** Begins to feed a stream; returns the function that stops it. */
export type Source = (feed: Feed) => () => void;

/** A reader so far behind is gone, or will come back: `EventSource` does so by itself. */
const MOST_WAITING = 100;

/** More than any test has open; each holds a connection, and has to be told of each change. */
const MOST_STREAMS = 1000;

/** How soon a browser comes back after a lost connection. Milliseconds. */
const RETRY = 3000;

function body(source: Source, heartbeat: Heartbeat, signal: AbortSignal): ReadableStream {
  const bytes = new TextEncoder();
  const cleanUps: (() => void)[] = [];
  let open = true;
  const cleanUp = () => {
    open = false;
    for (const each of cleanUps.splice(0)) each();
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        if (open) controller.close();
        cleanUp();
      };
      const send = (lines: string) => {
        if (!open) return;
        controller.enqueue(bytes.encode(`${lines}\n\n`));
        if ((controller.desiredSize ?? 0) < -MOST_WAITING) end();
      };
      signal.addEventListener('abort', end);
      cleanUps.push(
        () => signal.removeEventListener('abort', end),
        heartbeat.add(() => send(': beat')),
        source({ send, end }),
      );
      // A source may have ended before it was known how to stop it.
      if (!open || signal.aborted) cleanUp();
    },
    cancel: cleanUp,
  });
}

/**
 * Answers with Server-Sent Events: what the source sends, comments that keep the connection alive,
 * and an end as soon as either side has had enough.
 */
export function eventStream(c: Context, heartbeat: Heartbeat, source: Source): Response {
  if (heartbeat.size >= MOST_STREAMS) throw problems.tooManyStreams(MOST_STREAMS);
  c.header('Content-Type', 'text/event-stream');
  c.header('Cache-Control', 'no-store');
  return c.body(body(source, heartbeat, c.req.raw.signal));
}

/** The first lines. They open the stream also for clients that wait for a byte. */
export const opening = (lastEventId: string) =>
  `: open\nretry: ${RETRY}${lastEventId && `\nid: ${lastEventId}`}`;
