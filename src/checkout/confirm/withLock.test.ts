import { afterEach, describe, expect, it, vi } from 'vitest';
import { withLock } from './withLock.ts';

afterEach(() => vi.unstubAllGlobals());

/** Locks as browsers have them: one at a time for each name, in order. */
function stubLocks() {
  const last = new Map<string, Promise<unknown>>();
  const request = (name: string, work: () => Promise<unknown>) => {
    const next = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, next);
    return next;
  };
  vi.stubGlobal('navigator', { locks: { request } });
}

/** Work that the test ends, and a list of what has started. */
function createTrackedWork() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    started.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return { started, work, end: (name: string) => ends.get(name)?.() };
}

const nextMacrotask = () => new Promise((resolve) => setTimeout(resolve));

describe('work that only one tab may do', () => {
  it('waits until another tab has done it, and not for another payment', async () => {
    stubLocks();
    const { started, work, end } = createTrackedWork();
    const first = withLock('pi_1', work('one'));
    const second = withLock('pi_1', work('two'));
    const other = withLock('pi_2', work('other'));
    await nextMacrotask();
    expect(started).toEqual(['one', 'other']);
    end('one');
    await nextMacrotask();
    expect(started).toEqual(['one', 'other', 'two']);
    end('two');
    end('other');
    expect(await Promise.all([first, second, other])).toEqual(['one', 'two', 'other']);
  });

  it('is done at once in a browser without locks', async () => {
    vi.stubGlobal('navigator', {});
    expect(await withLock('pi_1', async () => 'done')).toBe('done');
    vi.stubGlobal('navigator', undefined);
    expect(await withLock('pi_1', async () => 'done')).toBe('done');
  });

  it.each([
    ['at once', () => vi.fn().mockImplementation(refuse)],
    ['later', () => vi.fn().mockImplementation(async () => refuse())],
  ])(
    'is done, once, on a page that may not lock, where the refusal comes %s',
    async (_, request) => {
      vi.stubGlobal('navigator', { locks: { request: request() } });
      const work = vi.fn(async () => 'done');
      expect(await withLock('pi_1', work)).toBe('done');
      expect(work).toHaveBeenCalledOnce();
    },
  );

  it('is not done twice where it fails', async () => {
    stubLocks();
    const work = vi.fn(() => Promise.reject(new Error('broken')));
    await expect(withLock('pi_1', work)).rejects.toThrow('broken');
    expect(work).toHaveBeenCalledOnce();
  });
});

function refuse(): never {
  throw new DOMException('The request was denied.', 'SecurityError');
}
