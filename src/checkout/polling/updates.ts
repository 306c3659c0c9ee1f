/** A merchant's stream of Server-Sent Events that says "something changed". */
export interface UpdateStream {
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
  onConnection: (isOpen: boolean) => void,
): UpdateStream | null {
  if (typeof EventSource === 'undefined') return null;
  try {
    const stream = new EventSource(url);
    stream.onmessage = onUpdate;
    // After an error it connects again by itself, or it is closed for good.
    stream.onopen = () => onConnection(true);
    stream.onerror = () => onConnection(false);
    return { close: () => stream.close() };
  } catch {
    return null;
  }
}
