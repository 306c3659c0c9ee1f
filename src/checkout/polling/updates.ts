/** A merchant's stream of Server-Sent Events that says "something changed". */
export interface UpdateStream {
  /** Whether the stream is open, so that polling need only be the safety net. */
  readonly live: () => boolean;
  readonly close: () => void;
}

/**
 * Opens the stream. The text of an event is not read: any event means "read now". The browser
 * reconnects by itself (https://html.spec.whatwg.org/multipage/server-sent-events.html). Where it gives
 * up, polling goes on at its own pace.
 */
export function openUpdates(
  url: string,
  onUpdate: () => void,
  onConnection: () => void,
): UpdateStream | null {
  if (typeof EventSource === 'undefined') return null;
  try {
    const stream = new EventSource(url);
    stream.onmessage = onUpdate;
    stream.onopen = onConnection;
    stream.onerror = onConnection;
    return { live: () => stream.readyState === 1, close: () => stream.close() };
  } catch {
    return null;
  }
}
