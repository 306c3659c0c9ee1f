import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  gatewayWith,
  ID,
  INTENT,
  neverRespond,
  recordRequests,
  rejectionOf,
  respondWith,
  SECRET,
} from './testing/fakeFetch.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = () => new Promise<never>(() => {});
const WAITS = [
  ['a gateway that does not answer', { fetch: neverRespond }],
  ["a merchant's own retrieve that heeds no signal", { retrieve: never }],
] as const;

describe('a read', () => {
  it.each(WAITS)('of %s ends after ten seconds', async (_, options) => {
    const ended = vi.fn();
    const error = rejectionOf(gatewayWith(options).retrieve(SECRET)).finally(ended);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalled();
    expect(await error).toMatchObject({ kind: 'timeout', transient: true });
  });

  it('ends after ten seconds where the body of the answer does not come', async () => {
    const fetch = async () => new Response(new ReadableStream());
    const error = rejectionOf(gatewayWith({ fetch }).retrieve(SECRET));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await error).toMatchObject({ kind: 'timeout' });
  });

  it.each(WAITS)(
    "of %s ends with the caller's reason when the caller ends it",
    async (_, options) => {
      const caller = new AbortController();
      const error = rejectionOf(gatewayWith(options).retrieve(SECRET, { signal: caller.signal }));
      const reason = { name: 'page closed' };
      caller.abort(reason);
      expect(await error).toBe(reason);
    },
  );

  it('ends as an AbortError where the caller gives no reason', async () => {
    const caller = new AbortController();
    const options = { signal: caller.signal };
    const error = rejectionOf(gatewayWith({ fetch: neverRespond }).retrieve(SECRET, options));
    caller.abort();
    expect(await error).toMatchObject({ name: 'AbortError' });
  });

  describe('in a browser whose signals have no reason', () => {
    beforeEach(() => {
      vi.spyOn(AbortSignal.prototype, 'reason', 'get').mockReturnValue(undefined);
    });
    afterEach(() => vi.restoreAllMocks());

    it('ends as a timeout all the same', async () => {
      const error = rejectionOf(gatewayWith({ retrieve: never }).retrieve(SECRET));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await error).toMatchObject({ kind: 'timeout' });
    });

    it('ends as an AbortError where the caller ends it', async () => {
      const caller = new AbortController();
      const { signal } = caller;
      const error = rejectionOf(gatewayWith({ retrieve: never }).retrieve(SECRET, { signal }));
      caller.abort();
      expect(await error).toMatchObject({ name: 'AbortError' });
    });
  });

  it('that the caller has already ended makes no request', async () => {
    const { fetch, requests } = recordRequests();
    const signal = AbortSignal.abort('too late');
    expect(await rejectionOf(gatewayWith({ fetch }).retrieve(SECRET, { signal }))).toBe('too late');
    expect(requests).toEqual([]);
  });

  it.each([
    ['the caller ends it', (caller: AbortController) => caller.abort()],
    ['the time is up', () => vi.advanceTimersByTime(10_000)],
  ])('ends the request too when %s', async (_, end) => {
    const caller = new AbortController();
    let request: AbortSignal | null | undefined;
    const fetch: typeof neverRespond = (input, init) => {
      request = init?.signal;
      return neverRespond(input, init);
    };
    const error = rejectionOf(gatewayWith({ fetch }).retrieve(SECRET, { signal: caller.signal }));
    expect(request?.aborted).toBe(false);
    end(caller);
    await error;
    expect(request?.aborted).toBe(true);
  });

  it('that is refused by the browser is a lost connection', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const error = await rejectionOf(gatewayWith({ fetch }).retrieve(SECRET));
    expect(error).toMatchObject({ kind: 'network', transient: true, status: undefined });
  });

  it.each([
    ['an answer', respondWith(INTENT)],
    ['an error', respondWith({}, { status: 500 })],
  ])('leaves no timer and no listener behind after %s', async (_, fetch) => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    await gatewayWith({ fetch })
      .retrieve(SECRET, { signal })
      .catch(() => {});
    expect(vi.getTimerCount()).toBe(0);
    expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
      added.mock.calls.map(([type, listener]) => [type, listener]),
    );
  });

  it('is of no concern to a later one of the same gateway', async () => {
    const answers = [neverRespond, respondWith(INTENT)];
    const fetch: typeof neverRespond = (input, init) =>
      (answers.shift() ?? neverRespond)(input, init);
    const gateway = gatewayWith({ fetch });
    const first = rejectionOf(gateway.retrieve(SECRET));
    expect(await gateway.retrieve(SECRET)).toMatchObject({ id: ID });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await first).toMatchObject({ kind: 'timeout' });
  });
});
