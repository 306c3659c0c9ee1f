/**
 * Takes the place of `react/useLazyViews.ts` in the script tag: what the first QR code does not need comes
 * from files beside the first, each when something wants it. All run on one copy of Preact.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { firstMessages, type MessageOverrides, type Messages } from '../../locales/index.ts';
import type { LazyState, LazyViews } from '../../react/views/lazyViews.ts';
import { mergeMessages } from '../../react/words/mergeMessages.ts';
import { loadAsset } from '../assets.ts';
import type { CheckElement } from '../checkElement.ts';
import { addStyles } from '../styles.ts';

export { LazyFallback } from '../../react/views/LazyFallback.tsx';
export { placeAssets } from '../assets.ts';

type States = { -readonly [File in keyof LazyViews]: LazyState<File> };

const absent = <File extends keyof LazyViews>(file: File): LazyState<File> => ({
  views: null,
  load: () => loadViews(file),
});

const states: States = { form: absent('form'), steps: absent('steps') };
const loading: Partial<Record<keyof LazyViews, Promise<void>>> = {};
// Only views of a file read its words, so nobody misses them before it is there.
let english = firstMessages as Messages;
let elementChecks: CheckElement | undefined;
const listeners = new Set<() => void>();

export function useLazyViews<File extends keyof LazyViews>(
  file: File,
  wanted = false,
): LazyState<File> {
  const lazy = useSyncExternalStore(subscribe, () => states[file]);
  useEffect(() => {
    if (wanted && !lazy.failed) load(file);
  }, [file, wanted, lazy.failed]);
  return lazy;
}

/** The English words that are there. */
export const useEnglish = (): Messages => useSyncExternalStore(subscribe, () => english);

/** Called by a file when it has arrived. Another version's would not fit this one. */
export function registerLazyViews<File extends keyof LazyViews>(
  version: string,
  file: File,
  views: LazyViews[File],
  messages: MessageOverrides,
  css: string,
  check?: CheckElement,
): void {
  if (version !== PAYSTEP_VERSION) return;
  addStyles(css);
  english = mergeMessages(english, messages);
  elementChecks ??= check;
  change(file, { views });
}

/** What says what is wrong with a page: if it is there, or wanted. */
export async function loadElementChecks(isWanted: unknown): Promise<CheckElement | undefined> {
  if (isWanted) await load('steps');
  return elementChecks;
}

/** The views of a file; null where it cannot be had. */
export async function loadViews<File extends keyof LazyViews>(
  file: File,
): Promise<LazyViews[File] | null> {
  await load(file);
  return states[file].views;
}

async function load(file: keyof LazyViews): Promise<void> {
  if (states[file].views) return;
  loading[file] ??= loadFile(file);
  await loading[file];
}

async function loadFile(file: keyof LazyViews): Promise<void> {
  if (states[file].failed) change(file, { failed: false });
  const name = `paystep-${file}.js`;
  const reason = await loadAsset(name).catch((error: unknown) => error);
  delete loading[file];
  if (states[file].views) return;
  console.error(`Paystep: ${name} of this version is not there.`, reason);
  change(file, { failed: true });
}

function change<File extends keyof LazyViews>(file: File, part: Partial<LazyState<File>>): void {
  states[file] = { ...states[file], ...part };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
