import { createHmac } from 'node:crypto';
import { vi } from 'vitest';

/**
 * Hashes at once. A real hash is made by another thread, in a time that a test's clock knows nothing of.
 */
export function hashAtOnce(): void {
  const { subtle } = crypto;
  vi.spyOn(subtle, 'importKey').mockImplementation(async (_, secret) => secret as never);
  vi.spyOn(subtle, 'sign').mockImplementation(async (_, secret, data) => {
    const hash = createHmac('sha256', new Uint8Array(secret as never as ArrayBuffer));
    return new Uint8Array(hash.update(data as Uint8Array).digest()).buffer;
  });
}

/** How a browser keeps things: as usual, not at all, or only what goes into the other of its stores. */
export type Keeping = 'keeps' | 'refuses' | 'is full';

export interface TestBrowser {
  /** This is the browser from now on, with all that it has kept. */
  readonly activate: () => void;
  /** All that it has kept, as text. */
  readonly storedText: () => string;
}

/** A browser of one customer, whose tabs share what it keeps. */
export function createBrowser(keeping: Keeping = 'keeps'): TestBrowser {
  const stores = { localStorage: createStore(), sessionStorage: createStore() };
  const full = { ...createStore(), setItem: refuse };
  return {
    activate() {
      if (keeping === 'refuses') return void forbid('localStorage', 'sessionStorage');
      vi.stubGlobal('localStorage', keeping === 'is full' ? full : stores.localStorage);
      vi.stubGlobal('sessionStorage', stores.sessionStorage);
    },
    storedText: () =>
      [stores.localStorage, stores.sessionStorage].map((store) => store.text()).join(),
  };
}

function createStore() {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    text: () => [...items.values()].join('\n'),
  };
}

function refuse(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}

/** As browsers do on a page of an opaque origin: to ask for it is refused already. */
function forbid(...names: readonly string[]): void {
  for (const name of names) {
    vi.stubGlobal(name, undefined);
    Object.defineProperty(globalThis, name, { configurable: true, get: refuse });
  }
}
