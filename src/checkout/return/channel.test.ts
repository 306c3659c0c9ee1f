import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { broadcastReturn, listenForReturns } from './channel.ts';

const MESSAGE = { paystep: 'return', intent: 'pi_1' } as const;

let stop = () => {};

/** A tab of a browser without a BroadcastChannel, which hears of what others write. */
function openTab() {
  const target = new EventTarget();
  const write = (key: string, newValue: string | null) =>
    target.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
  const localStorage = {
    setItem: vi.fn(write),
    removeItem: vi.fn((key: string) => write(key, null)),
  };
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('window', target);
  vi.stubGlobal('localStorage', localStorage);
  const receive = vi.fn();
  stop = listenForReturns(receive);
  return { receive, write, localStorage };
}

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

describe('a browser with a BroadcastChannel', () => {
  beforeEach(() => {
    vi.stubGlobal('localStorage', undefined);
  });

  it('hears of a return in another tab, until it stops to listen', async () => {
    const receive = vi.fn();
    stop = listenForReturns(receive);
    broadcastReturn(MESSAGE);
    await vi.waitFor(() => expect(receive).toHaveBeenCalledExactlyOnceWith(MESSAGE));
  });
});

describe('a browser without', () => {
  it('hears of a return by the storage, once', () => {
    const { receive } = openTab();
    broadcastReturn(MESSAGE);
    expect(receive).toHaveBeenCalledExactlyOnceWith(MESSAGE);
  });

  it('leaves nothing in the storage', () => {
    const { localStorage } = openTab();
    broadcastReturn(MESSAGE);
    expect(localStorage.removeItem).toHaveBeenCalledExactlyOnceWith('paystep');
  });

  it.each([
    ['paystep-attempts', JSON.stringify(MESSAGE)],
    ['paystep', 'no JSON'],
    ['paystep', '{"paystep":"other"}'],
    ['paystep', null],
  ])('takes no notice of %s: %s', (key, value) => {
    const { receive, write } = openTab();
    write(key, value);
    expect(receive).not.toHaveBeenCalled();
  });

  it('hears nothing after it has stopped', () => {
    const { receive } = openTab();
    stop();
    broadcastReturn(MESSAGE);
    expect(receive).not.toHaveBeenCalled();
  });

  it('does without a storage, too', () => {
    openTab();
    vi.stubGlobal('localStorage', undefined);
    expect(() => broadcastReturn(MESSAGE)).not.toThrow();
  });
});
