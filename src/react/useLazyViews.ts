import { en } from '../locales/index.ts';
import type { LazyFallbackProps } from './views/LazyFallback.tsx';
import { type LazyState, lazyViews } from './views/lazyViews.ts';

const ALL: LazyState = { views: lazyViews, messages: en };

/**
 * Here everything is at hand: a chunk of an app that has been deployed anew meanwhile could no
 * longer be loaded, in the middle of a payment. The script tag, whose files keep their names, has
 * `embed/lazy/useLazyViews.ts` in place of this file.
 *
 * @param _wanted whether a view needs them now.
 */
export function useLazyViews(_wanted = false): LazyState {
  return ALL;
}

/** What stands in a lazy view's place until it is there. */
export function LazyFallback(_: LazyFallbackProps): null {
  return null;
}

/** Where the script tag's files lie; here there are none to be loaded. */
export function placeAssets(_byScript: unknown, _attribute: string | null): void {}
