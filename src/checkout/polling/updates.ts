import { checksum } from '../checksum.ts';

/** A merchant's stream of Server-Sent Events that says "something changed". */
export interface UpdateStream {
  readonly close: () => void;
}

/**
 * A stream that breaks counts as open for so long: most are back by then, and where a server
 * restarts its customers would else all read at the same moment. Milliseconds.
 */
const GRACE_MS = 6_000;

/** Before a stream that the browser has given up is opened anew: 2 s at first, a minute at last. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/** 1 to 2, another for each customer and count. */
const spread = (seed: string, count: number) => 1 + checksum(`${seed}:${count}`) / 0xffffffff;

/**
 * Opens the stream. The text of an event is not read: any event means "read now". Where the
 * connection breaks, the browser makes it anew
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). It gives up where the answer is no
 * stream, as a server's that is about to start (502, 503) or full (429): then another is opened.
 *
 * @param seed keeps customers from coming back at the same moment.
 */
export function openUpdates(
  url: string,
  seed: string,
  onUpdate: () => void,
  onConnection: (isOpen: boolean) => void,
): UpdateStream | null {
  if (typeof EventSource === 'undefined') return null;
  let stream: EventSource;
  let failures = 0;
  let grace: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function open() {
    stream = new EventSource(url);
    stream.onmessage = onUpdate;
    stream.onopen = () => {
      failures = 0;
      clearTimeout(grace);
      grace = undefined;
      onConnection(true);
    };
    stream.onerror = () => {
      grace ??= setTimeout(() => onConnection(false), GRACE_MS * spread(seed, 0));
      if (stream.readyState === 2) openAgain();
    };
  }

  function openAgain() {
    stream.close();
    const delay = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS / 2);
    failures += 1;
    clearTimeout(pause);
    pause = setTimeout(open, delay * spread(seed, failures));
  }

  try {
    open();
  } catch {
    return null;
  }
  return {
    close() {
      clearTimeout(grace);
      clearTimeout(pause);
      stream.close();
    },
  };
}
