import { en, type Messages } from '../locales/index.ts';
import type { AbsentProps } from './views/Absent.tsx';
import { type LateViews, lateViews } from './views/late.ts';

export type { LateViews };

/** What is there of them. */
export interface Late {
  readonly views: LateViews | null;
  /** They could not be loaded; {@link Late.load} tries again. Only where they have to be loaded. */
  readonly failed?: boolean;
  readonly load?: () => void;
  readonly messages: Messages;
}

const ALL: Late = { views: lateViews, messages: en };

/**
 * Here everything is at hand: a chunk of an app that has been deployed anew meanwhile could no
 * longer be loaded, in the middle of a payment. The script tag, whose files keep their names, has
 * `embed/late.ts` in place of this file.
 *
 * @param _wanted whether a view needs them now.
 */
export function useLate(_wanted = false): Late {
  return ALL;
}

/** What stands in a late view's place until it is there. */
export function Absent(_: AbsentProps): null {
  return null;
}

/** Where the script tag's files lie; here there are none to be loaded. */
export function placeAssets(_byScript: unknown, _attribute: string | null): void {}
