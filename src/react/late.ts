import { en, type Messages } from '../locales/index.ts';
import * as views from './views/late.ts';

/** The views that a QR code or a redirect does not need. */
export type LateViews = typeof views;

/** What is there of them. */
export interface Late {
  readonly views: LateViews | null;
  /** They could not be loaded; {@link Late.load} tries again. */
  readonly failed: boolean;
  readonly load: () => void;
  readonly messages: Messages;
}

const ALL: Late = { views, failed: false, load: () => {}, messages: en };

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
