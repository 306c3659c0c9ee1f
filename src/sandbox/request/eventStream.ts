import type { Context } from 'hono';
import type { Heartbeat } from '../base/heartbeat.ts';
import { problems } from '../errors/errors.ts';

/** The sender of a stream of Server-Sent Events. */
export interface Feed {
  send(lines: string): void;
  end(): void;
}

/** Starts to send events; returns the function that stops it. */
export type Source = (feed: Feed) => () => void;

/** A client that is so far behind is closed; `EventSource` reconnects. */
const MOST_WAITING = 100;

/** More streams than any test opens. Each holds a connection and gets each change. */
const MOST_STREAMS = 1000;

/** How soon `EventSource` reconnects. Milliseconds. */
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
        heartbeat.add({ beat: () => send(': beat'), end }),
        source({ send, end }),
      );
      // The source may have ended before it returned the function that stops it.
      if (!open || signal.aborted) cleanUp();
    },
    cancel: cleanUp,
  });
}

/**
 * Answers with Server-Sent Events: those of the source, and comments that keep the connection
 * alive. It ends as soon as either side ends it.
 */
export function eventStream(c: Context, heartbeat: Heartbeat, source: Source): Response {
  if (heartbeat.size >= MOST_STREAMS) throw problems.tooManyStreams(MOST_STREAMS);
  c.header('Content-Type', 'text/event-stream');
  c.header('Cache-Control', 'no-store');
  return c.body(body(source, heartbeat, c.req.raw.signal));
}

/** The first lines. They also open the stream for clients that wait for a byte. */
export const opening = (lastEventId: string) =>
  `: open\nretry: ${RETRY}${lastEventId && `\nid: ${lastEventId}`}`;
