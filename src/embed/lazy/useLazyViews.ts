/**
 * Takes the place of `react/useLazyViews.ts` in the script tag: what the first QR code does not need comes
 * from a second file beside the first, when a step wants it. Both run on one copy of Preact.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { firstMessages, type lazyMessages, type Messages } from '../../locales/index.ts';
import type { LazyState, LazyViews } from '../../react/views/lazyViews.ts';
import { loadAsset } from '../assets.ts';
import type { CheckElement } from '../checkElement.ts';
import { addStyles } from '../styles.ts';

export { LazyFallback } from '../../react/views/LazyFallback.tsx';
export { placeAssets } from '../assets.ts';

// Only views of the second file read its words, so nobody misses them before it is there.
let current: LazyState = { views: null, failed: false, load, messages: firstMessages as Messages };
let faults: CheckElement | undefined;
let loading: Promise<void> | null = null;
const listeners = new Set<() => void>();

export function useLazyViews(wanted = false): LazyState {
  const lazy = useSyncExternalStore(subscribe, () => current);
  useEffect(() => {
    if (wanted && !lazy.failed) load();
  }, [wanted, lazy.failed]);
  return lazy;
}

/** Called by the second file when it has arrived. Another version's would not fit this one. */
export function registerLazyViews(
  version: string,
  views: LazyViews,
  messages: typeof lazyMessages,
  css: string,
  tellFaults?: CheckElement,
): void {
  if (version !== PAYSTEP_VERSION) return;
  addStyles(css);
  faults = tellFaults;
  change({ ...current, views, failed: false, messages: { ...firstMessages, ...messages } });
}

/** What says what is wrong with a page: if it is there, or wanted. */
export async function loadElementChecks(isWanted: unknown): Promise<CheckElement | undefined> {
  if (isWanted) await load();
  return faults;
}

/** The views of the second file; null where it cannot be had. */
export async function loadViews(): Promise<LazyViews | null> {
  await load();
  return current.views;
}

function load(): Promise<void> {
  if (current.views) return Promise.resolve();
  loading ??= loadSecondFile().finally(() => {
    loading = null;
  });
  return loading;
}

async function loadSecondFile(): Promise<void> {
  if (current.failed) change({ ...current, failed: false });
  const reason = await loadAsset('paystep-steps.js').catch((error: unknown) => error);
  if (current.views) return;
  console.error('Paystep: paystep-steps.js of this version is not there.', reason);
  change({ ...current, failed: true });
}

function change(next: LazyState): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
