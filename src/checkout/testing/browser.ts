import { createHmac } from 'node:crypto';
import { vi } from 'vitest';

/**
 * Hashes at once. A real hash is made by another thread, in a time that a test's clock knows nothing of.
 */
export function hashSynchronously(): void {
  const { subtle } = crypto;
  vi.spyOn(subtle, 'importKey').mockImplementation(async (_, secret) => secret as never);
  vi.spyOn(subtle, 'sign').mockImplementation(async (_, secret, data) => {
    const hash = createHmac('sha256', new Uint8Array(secret as never as ArrayBuffer));
    return new Uint8Array(hash.update(data as Uint8Array).digest()).buffer;
  });
}

/** A browser's storage: as usual, denied to the page, or with a `localStorage` that is full. */
export type StorageMode = 'available' | 'blocked' | 'full';

export interface TestBrowser {
  /** Makes this the current browser, with all that it has stored. */
  readonly activate: () => void;
  /** All that it has stored, as text. */
  readonly storedText: () => string;
}

/** The browser of one customer; its tabs share its storage. */
export function createBrowser(storage: StorageMode = 'available'): TestBrowser {
  const stores = { localStorage: createStore(), sessionStorage: createStore() };
  const full = { ...createStore(), setItem: denyAccess };
  return {
    activate() {
      if (storage === 'blocked') return void denyAccessTo('localStorage', 'sessionStorage');
      vi.stubGlobal('localStorage', storage === 'full' ? full : stores.localStorage);
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

function denyAccess(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}

/** As browsers do on a page of an opaque origin: reading the property throws. */
function denyAccessTo(...names: readonly string[]): void {
  for (const name of names) {
    vi.stubGlobal(name, undefined);
    Object.defineProperty(globalThis, name, { configurable: true, get: denyAccess });
  }
}
