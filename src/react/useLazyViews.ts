import { en, type Messages } from '../locales/index.ts';
import { formViews } from './views/formViews.ts';
import type { LazyFallbackProps } from './views/LazyFallback.tsx';
import type { LazyState, LazyViews } from './views/lazyViews.ts';
import { stepViews } from './views/stepViews.ts';

const FILES: { readonly [File in keyof LazyViews]: LazyState<File> } = {
  form: { views: formViews, load: async () => formViews },
  steps: { views: stepViews, load: async () => stepViews },
};

/**
 * Here everything is at hand: a chunk of an app that has been deployed anew meanwhile could no
 * longer be loaded, in the middle of a payment. The script tag, whose files keep their names, has
 * `embed/lazy/useLazyViews.ts` in place of this file.
 *
 * @param _wanted whether a view needs them now.
 */
export function useLazyViews<File extends keyof LazyViews>(
  file: File,
  _wanted = false,
): LazyState<File> {
  return FILES[file];
}

/** The English words that are there: here all of them. */
export const useEnglish = (): Messages => en;

/** The views of a file; null where it cannot be had. */
export async function loadViews<File extends keyof LazyViews>(
  file: File,
): Promise<LazyViews[File] | null> {
  return FILES[file].views;
}

/** What stands in a lazy view's place until it is there. */
export function LazyFallback(_: LazyFallbackProps): null {
  return null;
}

/** Where the script tag's files lie; here there are none to be loaded. */
export function placeAssets(_byScript: unknown, _attribute: string | null): void {}
