import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WAITS, waitIn, yieldToOuterCheckout } from './yieldToOuterCheckout.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A browser's locks, as far as they are asked for here. */
function createLocks() {
  const heldLocks: { name: string }[] = [];
  return {
    query: async () => ({ held: heldLocks }),
    async request(name: string, _: object, work: () => Promise<void>) {
      const lock = { name };
      heldLocks.push(lock);
      await work();
      heldLocks.splice(heldLocks.indexOf(lock), 1);
    },
  };
}

type Locks = ReturnType<typeof createLocks> | undefined;

/** The page in a window of that name; `answer` is the message of the page around a frame. */
function openPage(name: string, locks: Locks = createLocks(), answer?: unknown) {
  const close = vi.fn();
  let onMessage: ((event: object) => void) | undefined;
  const around = { postMessage: vi.fn(() => onMessage?.({ source: around, data: answer })) };
  const window = { name };
  vi.stubGlobal('window', window);
  vi.stubGlobal('parent', answer === undefined ? window : around);
  vi.stubGlobal('close', close);
  vi.stubGlobal('addEventListener', (_: string, listener: typeof onMessage) => {
    onMessage = listener;
  });
  vi.stubGlobal('removeEventListener', () => {
    onMessage = undefined;
  });
  vi.stubGlobal('navigator', { locks });
  return { close, around };
}

const POPUP = 'paystep-popup-1';

async function answer(question: Promise<boolean>): Promise<boolean | string> {
  let result: boolean | string = 'waits';
  question.then((yes) => {
    result = yes;
  });
  await vi.advanceTimersByTimeAsync(999);
  return result;
}

describe('a page gives way', () => {
  it.each([
    ['to a checkout that waits for the payment', 'pi_1', true],
    ['to any, where it does not know the payment', null, true],
    ['to none that waits for another', 'pi_2', false],
    ['to none that waits for one whose id begins alike', 'pi_', false],
  ])('%s', async (_, intentId, expected) => {
    const { close } = openPage(POPUP);
    waitIn(POPUP, 'pi_1');
    expect(await yieldToOuterCheckout(intentId)).toBe(expected);
    expect(close).toHaveBeenCalledTimes(expected ? 1 : 0);
  });

  it.each(['', 'shop', 'my-paystep-popup'])('to nobody in a window named %j', async (name) => {
    const { close } = openPage(name);
    waitIn(name, 'pi_1');
    expect(await yieldToOuterCheckout('pi_1')).toBe(false);
    expect(close).not.toHaveBeenCalled();
  });

  it('to nobody where only the window’s name fits', async () => {
    const { close } = openPage(POPUP);
    waitIn('paystep-popup-2', 'pi_1');
    expect(await yieldToOuterCheckout('pi_1')).toBe(false);
    expect(await yieldToOuterCheckout(null)).toBe(false);
    expect(close).not.toHaveBeenCalled();
  });

  it('to nobody any more when the wait has ended', async () => {
    openPage('paystep-frame1');
    const end = waitIn('paystep-frame1', 'pi_1');
    end();
    await vi.advanceTimersByTimeAsync(0);
    expect(await yieldToOuterCheckout('pi_1')).toBe(false);
  });

  it('to nobody where the browser has no locks', async () => {
    openPage(POPUP);
    vi.stubGlobal('navigator', {});
    expect(() => waitIn(POPUP, 'pi_1')()).not.toThrow();
    expect(await yieldToOuterCheckout('pi_1')).toBe(false);
  });
});

describe('a page in a frame, of another origin than the shop', () => {
  it('gives way where the page around it answers that it waits, and closes nothing', async () => {
    const { around, close } = openPage('paystep-frame1', createLocks(), WAITS);
    expect(await yieldToOuterCheckout('pi_1')).toBe(true);
    expect(around.postMessage).toHaveBeenCalledWith({ paystep: 'return', intent: 'pi_1' }, '*');
    expect(close).not.toHaveBeenCalled();
  });

  it.each([[null], ['waits'], [{ paystep: 'return' }]])(
    'starts after a second where the only answer is %j',
    async (message) => {
      openPage('paystep-frame1', createLocks(), message);
      const question = yieldToOuterCheckout('pi_1');
      expect(await answer(question)).toBe('waits');
      await vi.advanceTimersByTimeAsync(2);
      expect(await question).toBe(false);
    },
  );
});
