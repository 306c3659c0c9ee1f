import type { Updates } from '../createUpdates.ts';

/** A page that listens, as an `EventSource` does. */
export interface OpenStream {
  readonly status: number;
  readonly headers: Headers;
  /** The next chunk, or null at the end. */
  readonly next: () => Promise<string | null>;
  /** The number of events so far, and the id of the last. */
  readonly count: () => number;
  readonly lastEventId: () => string;
  readonly leave: () => Promise<void>;
}

const URL = 'https://shop.example/updates';

export function streamRequest(intent: string, headers: Record<string, string> = {}): Request {
  return new Request(`${URL}?intent=${encodeURIComponent(intent)}`, { headers });
}

/** Opens a stream and reads it by itself until it ends. */
export function openStream(
  { handleStream }: Updates,
  intent: string,
  headers: Record<string, string> = {},
): OpenStream {
  const response = handleStream(streamRequest(intent, headers));
  const chunks: string[] = [];
  const waiting: (() => void)[] = [];
  let isOver = response.body === null;
  let taken = 0;
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const read = async () => {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      chunks.push(part.value);
      for (const wake of waiting.splice(0)) wake();
    }
    isOver = true;
    for (const wake of waiting.splice(0)) wake();
  };
  void read().catch(() => {});
  return {
    status: response.status,
    headers: response.headers,
    async next() {
      while (taken >= chunks.length && !isOver)
        await new Promise<void>((resolve) => waiting.push(resolve));
      const chunk = chunks[taken];
      taken += 1;
      return chunk ?? null;
    },
    count: () => chunks.join('').split('data: look now').length - 1,
    lastEventId: () => [...chunks.join('').matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '',
    leave: async () => reader?.cancel(),
  };
}
